package io.hourshare.contract;

import org.jspecify.annotations.Nullable;

/**
 * One of our own words: a column of the profile or of a satellite.
 *
 * @param group grouped attributes that must come from one source carry the same group, for example {@code address}
 */
public record CanonicalField(
        String name,
        String title,
        LogicalType type,
        @Nullable String unit,
        String description,
        boolean restricted,
        @Nullable String group) {}
