package io.hourshare.contract;

import io.hourshare.kernel.FeedId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which value is believed of several: one that no validity rule makes give way, of the feed that comes first, newest.
 *
 * @param order by attribute, feeds from first to last choice; an attribute that is not listed is given by one feed, or
 *     the newest value wins
 * @param validity reasons for which what a record says gives way
 */
public record Survivorship(Map<String, List<FeedId>> order, List<ValidityRule> validity) {

    public Survivorship {
        order = Map.copyOf(order);
        validity = List.copyOf(validity);
    }

    /** By order and time alone. */
    public Survivorship(Map<String, List<FeedId>> order) {
        this(order, List.of());
    }

    /** The same text for the same rules. */
    public String text() {
        return new TreeMap<>(order) + " " + validity;
    }
}
