package io.hourshare.operate.slot;

import io.hourshare.store.StepTaken;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * One step of a run: of a feed's window ({@code pull}, {@code normalize}, {@code adopt}) or of all
 * ({@code resolve}, {@code merge}, {@code publish}); {@code queue} is waiting for either.
 *
 * @param state {@code RUNNING}, {@code DONE} or {@code FAILED}
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record RunStep(
        String name,
        @Nullable String feed,
        @Nullable String window,
        String state,
        Instant startedAt,
        @Nullable Instant endedAt,
        Map<String, Long> counts,
        String detail) {

    public RunStep {
        counts = Map.copyOf(counts);
    }

    /** A step of a run that ended, as the journal kept it. */
    public static RunStep of(StepTaken step) {
        return new RunStep(
                step.name(),
                step.feed(),
                step.window(),
                step.state(),
                step.startedAt(),
                step.endedAt(),
                step.counts(),
                step.detail());
    }

    StepTaken taken() {
        return new StepTaken(name, feed, window, state, startedAt, endedAt, counts, detail);
    }

    boolean isFailed() {
        return state.equals("FAILED");
    }
}
