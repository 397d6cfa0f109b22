package io.hourshare.merge;

import io.hourshare.contract.CanonicalField;
import io.hourshare.contract.Feed;
import io.hourshare.contract.FieldMapping;
import io.hourshare.kernel.FeedId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One feed's way of giving one attribute of the profile.
 *
 * @param choice what is chosen together: the attribute itself, or its group
 * @param leads whether a record without this attribute gives way to one that has it
 * @param priority 1 for the feed that is believed first
 * @param made by which version of the feed's mapping; null of what operators decided
 * @param former whether that is not the feed's mapping of today
 * @param naming whether the feed tells of something else and is only asked of enterprises that no register knows
 * @param model version of the rules by which the feed's records become values of the profile
 */
record AttributeSource(
        FeedId feed,
        CanonicalField field,
        FieldMapping mapping,
        String choice,
        boolean leads,
        int priority,
        @Nullable String made,
        boolean former,
        boolean naming,
        String model) {

    /** After every feed that tells of enterprises themselves. */
    private static final int LAST = 400;

    AttributeSource(
            Feed feed, CanonicalField field, FieldMapping mapping, Choice choice, boolean naming, String model) {
        this(
                feed.id(),
                field,
                mapping,
                choice.name(),
                choice.lead().equals(field.name()),
                choice.priority(feed.id()) + (naming ? LAST : 0),
                feed.digest().short8(),
                false,
                naming,
                model);
    }

    /** The same attribute as an earlier mapping gave it. */
    AttributeSource formerly(FieldMapping before, String version, String itsModel) {
        return new AttributeSource(feed, field, before, choice, leads, priority, version, true, naming, itsModel);
    }

    /** What operators decide goes before every feed. */
    static AttributeSource decided(CanonicalField field, Choice choice, String model) {
        return new AttributeSource(
                DecidedValues.FEED,
                field,
                new FieldMapping(field.name(), List.of(), "override", Map.of()),
                choice.name(),
                true,
                0,
                null,
                false,
                false,
                model);
    }

    /** Order among the sources of a choice: those with its leading attribute first, then by priority, two a step. */
    long step() {
        return 2L * ((leads ? 0 : 1_000) + priority);
    }

    String attribute() {
        return field.name();
    }

    /** Source fields in order of preference, as the department names them. */
    String sourceField() {
        return String.join("|", mapping.from());
    }

    /** Where a sheet's record notes the column of the first source field. */
    String cellPath() {
        String name = mapping.from().isEmpty() ? attribute() : mapping.from().get(0);
        return "$.\"" + name.replace("\"", "\\\"") + '"';
    }

    /** The conversion with its options: what gives the value again from the source's bytes. */
    String rule() {
        return mapping.options().isEmpty()
                ? mapping.as()
                : mapping.as()
                        + new TreeMap<>(mapping.options())
                                .toString()
                                .replace('{', '(')
                                .replace('}', ')');
    }
}
