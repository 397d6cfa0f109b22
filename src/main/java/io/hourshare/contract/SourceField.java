package io.hourshare.contract;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One field as the department sends it.
 *
 * @param keyPosition position in the primary key from 1, or 0 where the field is no part of it
 * @param classification sensitivity as the contract words it: public, internal, conditional, personal
 */
public record SourceField(
        String name,
        String title,
        LogicalType type,
        @Nullable String unit,
        boolean required,
        int keyPosition,
        String classification,
        Disposition disposition,
        Map<String, Object> options) {

    public SourceField {
        options = Map.copyOf(options);
    }
}
