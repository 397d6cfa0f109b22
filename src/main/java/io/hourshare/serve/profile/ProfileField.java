package io.hourshare.serve.profile;

import io.hourshare.serve.Sight;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value of the profile with where it comes from.
 *
 * @param value text, number or boolean as JSON has it; null or masked where it is withheld
 * @param position where the source's record stands in the landed object
 * @param withheld whether the value, or most of it, is kept from this caller
 */
public record ProfileField(
        String attribute,
        @Nullable Object value,
        String title,
        @Nullable String unit,
        @Nullable String feed,
        @Nullable String feedTitle,
        @Nullable Instant sourceTime,
        @Nullable String window,
        Map<String, Object> position,
        @Nullable String rule,
        boolean restricted,
        boolean withheld) {

    /** The field as somebody sees it who may see so much of restricted values. */
    ProfileField seen(Sight sight) {
        if (!restricted || sight == Sight.WHOLE) {
            return this;
        }
        Object left = sight == Sight.MASKED ? Sight.masked(value) : null;
        return new ProfileField(
                attribute, left, title, unit, feed, feedTitle, sourceTime, window, position, rule, true, true);
    }
}
