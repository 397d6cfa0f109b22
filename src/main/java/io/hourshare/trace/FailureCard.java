package io.hourshare.trace;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.hourshare.quarantine.Cause;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that somebody needs who finds a window failed or held: where, why, examples, what is different, what to do.
 *
 * @param step where it stopped, in Chinese
 * @param error the first error, in Chinese
 * @param samples causes of held back records with at most five examples in all
 * @param difference what is unlike the last good hour, a sentence each
 * @param lastGood the hour that it is compared with
 * @param advice what to do next, in Chinese
 * @param verb run that does it: {@code SYNC}, {@code RERUN} or {@code REPULL}; {@code DECIDE} where the held delivery is accepted
 *     or refused; null where waiting or the department does
 */
public record FailureCard(
        String feed,
        String title,
        String window,
        boolean held,
        String step,
        String reason,
        String error,
        int attempts,
        Instant at,
        List<Cause> samples,
        @JsonProperty("last_good") @Nullable String lastGood,
        List<String> difference,
        String advice,
        @Nullable String verb) {

    public FailureCard {
        samples = List.copyOf(samples);
        difference = List.copyOf(difference);
    }
}
