package io.hourshare.operate.run;

import io.hourshare.operate.slot.RunStep;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A run as it stands.
 *
 * @param state {@code QUEUED}, {@code RUNNING}, {@code DONE}, {@code PARTIAL} (some slots failed) or {@code FAILED}
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record RunView(
        String id,
        String verb,
        String state,
        List<String> feeds,
        String from,
        String to,
        String actor,
        String reason,
        Instant requestedAt,
        @Nullable Instant endedAt,
        List<RunStep> steps,
        String detail) {

    public RunView {
        feeds = List.copyOf(feeds);
        steps = List.copyOf(steps);
    }
}
