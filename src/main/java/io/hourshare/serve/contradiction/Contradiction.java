package io.hourshare.serve.contradiction;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * Something that departments say of an enterprise and that cannot both be so.
 *
 * @param department which is asked to look into it
 * @param feed with {@code attribute} what a correction is opened on
 * @param withheld whether what is said is kept from this caller
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record Contradiction(
        String rule,
        String title,
        int weight,
        String enterpriseId,
        @Nullable String name,
        @Nullable String uscc,
        String department,
        String feed,
        @Nullable String attribute,
        @Nullable String said,
        @Nullable String against,
        @Nullable Instant sourceTime,
        boolean withheld) {

    /** How many enterprises a rule found for a department. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    public record Count(String department, String rule, String title, int weight, long enterprises, long cases) {}
}
