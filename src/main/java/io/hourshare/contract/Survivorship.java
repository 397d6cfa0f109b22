package io.hourshare.contract;

import io.hourshare.kernel.FeedId;
import java.util.List;
import java.util.Map;

/**
 * Which feed is believed for an attribute that several feeds give: by attribute, feeds from first to last choice.
 * An attribute that is not listed is given by one feed, or the newest value wins.
 */
public record Survivorship(Map<String, List<FeedId>> order) {

    public Survivorship {
        order = Map.copyOf(order);
    }
}
