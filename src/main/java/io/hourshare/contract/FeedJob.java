package io.hourshare.contract;

import io.hourshare.kernel.FeedId;
import java.util.List;

/**
 * How a feed's fields become canonical ones, when it is due and what it tolerates.
 *
 * @param into canonical entity that the records go to: {@code enterprise}, or a satellite such as {@code real-estate}
 * @param minute minute of the hour at which the feed is nudged
 * @param quarantineTolerance share of quarantined records above which the feed is held, 0 to 1
 * @param vanishTolerance share of keys that may vanish from a full list before the feed is held, 0 to 1
 */
public record FeedJob(
        FeedId feed,
        String into,
        Reading reading,
        List<FieldMapping> map,
        int minute,
        double quarantineTolerance,
        double vanishTolerance) {

    public FeedJob {
        map = List.copyOf(map);
    }
}
