package io.hourshare.normalize.convert;

import io.hourshare.contract.LogicalType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One canonical field of a feed with everything that its rule and its column depend on.
 *
 * @param sources source fields in order of preference, without those that are never normalized
 * @param neighbours source field by the option that names it
 * @param key whether it is part of the record's key
 * @param personal whether its values are of persons and must not show in excerpts
 * @param restricted whether its values must not show there either, because only some may see them
 */
public record MappedField(
        String canonical,
        LogicalType type,
        List<String> sources,
        SortedMap<String, String> neighbours,
        boolean required,
        boolean key,
        boolean personal,
        boolean restricted) {

    /** Date on which a record's publicity ends (credit repair, lapsed penalties): not to be used from the next day on. */
    public static final String PUBLICITY_END = "publicity_end";

    public MappedField {
        sources = List.copyOf(sources);
        neighbours = Collections.unmodifiableSortedMap(new TreeMap<>(neighbours));
    }

    /** Whether a record counts as taken back from the day after this field's. */
    public boolean endsPublicity() {
        return canonical.equals(PUBLICITY_END) && type == LogicalType.DATE;
    }

    /** Source fields that the rule is called with. */
    public List<String> arguments() {
        List<String> arguments = new ArrayList<>(sources);
        arguments.addAll(neighbours.values());
        return arguments;
    }
}
