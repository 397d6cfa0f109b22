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
 * @param personal whether its values must not show in excerpts
 */
public record MappedField(
        String canonical,
        LogicalType type,
        List<String> sources,
        SortedMap<String, String> neighbours,
        boolean required,
        boolean key,
        boolean personal) {

    public MappedField {
        sources = List.copyOf(sources);
        neighbours = Collections.unmodifiableSortedMap(new TreeMap<>(neighbours));
    }

    /** Source fields that the rule is called with. */
    public List<String> arguments() {
        List<String> arguments = new ArrayList<>(sources);
        arguments.addAll(neighbours.values());
        return arguments;
    }
}
