package io.hourshare.contract;

import java.util.List;

/**
 * A reason for which what a record says gives way: it stays a claim and wins only where nothing better is said.
 *
 * @param field canonical field of the same record that tells it
 * @param among values of the field that do; none where the field is a date that must not be over
 * @param attributes what the record gives way in; none means everything that it says
 * @param yieldsTo whose values go before it
 */
public record ValidityRule(
        String name, String title, String field, List<String> among, List<String> attributes, YieldsTo yieldsTo) {

    /** Whose values go before those of a record that gives way. */
    public enum YieldsTo {
        /** Any feed's. */
        ANY,
        /** Those of the same feed, or of one that is believed no sooner. */
        SAME_FEED
    }

    public ValidityRule {
        among = List.copyOf(among);
        attributes = List.copyOf(attributes);
    }

    /** Whether the rule looks for a date that is over. */
    public boolean isPast() {
        return among.isEmpty();
    }

    /** Whether the rule speaks of one of these attributes. */
    public boolean concerns(List<String> some) {
        return attributes.isEmpty() || attributes.stream().anyMatch(some::contains);
    }
}
