package io.hourshare.operate.freshness;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * One feed's freshness.
 *
 * @param dataTime how far in the source's own time the accepted data reaches
 * @param ageMinutes minutes from the data time to now
 * @param window newest window that is done
 * @param missingWindow oldest window whose promise is over while it is still open, where there is one: the data time
 *     may well be later
 * @param missingWindows how many such windows there are
 * @param dueAt until when the oldest window that is still open has to be published
 * @param why why it is not on time; empty when it is
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record FeedFreshness(
        String feed,
        String title,
        String department,
        @Nullable Instant dataTime,
        @Nullable Long ageMinutes,
        long promiseMinutes,
        FreshnessState state,
        String stateLabel,
        @Nullable String window,
        @Nullable String missingWindow,
        int missingWindows,
        Instant dueAt,
        String why) {}
