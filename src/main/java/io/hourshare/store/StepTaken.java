package io.hourshare.store;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One step of a run that has ended, as the journal keeps it.
 *
 * @param feed absent where the step was about all feeds
 * @param state {@code DONE} or {@code FAILED}; {@code RUNNING} where the run ended before the step did
 */
public record StepTaken(
        String name,
        @Nullable String feed,
        @Nullable String window,
        String state,
        Instant startedAt,
        @Nullable Instant endedAt,
        Map<String, Long> counts,
        String detail) {

    public StepTaken {
        counts = new TreeMap<>(counts);
    }
}
