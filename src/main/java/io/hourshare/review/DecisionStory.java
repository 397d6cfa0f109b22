package io.hourshare.review;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.hourshare.resolve.Ruling;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A decision about who is who, whether or not it still stands.
 *
 * @param withdrawn null while it stands
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record DecisionStory(
        @JsonUnwrapped Ruling ruling,
        boolean standing,
        @Nullable Withdrawal withdrawn) {

    /** Who took it back, why and when. */
    public record Withdrawal(String actor, String reason, Instant at) {}

    DecisionStory takenBack(Withdrawal by) {
        return new DecisionStory(ruling, false, by);
    }
}
