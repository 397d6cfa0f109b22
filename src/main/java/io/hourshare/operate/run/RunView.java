package io.hourshare.operate.run;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.hourshare.operate.slot.RunStep;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A run as it stands.
 *
 * @param state name of a {@link RunState}
 * @param slots number of slots that it touches
 * @param since when it was asked for or gone on with last; its steps and its time count from there
 * @param left slots that failed or were not begun, {@code feed@window}
 * @param allowedActions words of the actions that are possible now
 * @param blockedActions the others, each with its reason
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record RunView(
        String id,
        String verb,
        String state,
        List<String> feeds,
        String from,
        String to,
        @Nullable String scope,
        int slots,
        String actor,
        String reason,
        Instant requestedAt,
        Instant since,
        @Nullable Instant endedAt,
        List<RunStep> steps,
        List<String> left,
        String detail,
        @JsonProperty("allowedActions") List<String> allowedActions,
        @JsonProperty("blockedActions") List<RunAction.Blocked> blockedActions) {

    public RunView {
        feeds = List.copyOf(feeds);
        steps = List.copyOf(steps);
        left = List.copyOf(left);
        allowedActions = List.copyOf(allowedActions);
        blockedActions = List.copyOf(blockedActions);
    }
}
