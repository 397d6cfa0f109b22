package io.hourshare.contract;

import io.hourshare.kernel.FeedId;
import java.time.Duration;
import java.util.List;

/** A contract of no fields, hourly and without overlap, for tests to which only the feed and its mode matter. */
public final class UsualContract {

    private UsualContract() {}

    public static FeedContract of(FeedId id, FeedMode mode) {
        return new FeedContract(
                id,
                id.name(),
                "1.0.0",
                List.of(),
                mode,
                DeletionRule.NONE,
                Duration.ZERO,
                Cycle.HOURLY,
                Duration.ofHours(1),
                true,
                ShareAttribute.CONDITIONAL,
                "",
                "",
                365,
                "");
    }
}
