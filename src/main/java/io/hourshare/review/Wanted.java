package io.hourshare.review;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A decision as it is asked for.
 *
 * @param kind {@code same}, {@code different}, {@code alias} or {@code void_number}
 * @param question which question it answers; or {@code feed} and {@code recordKey} tell the one record
 * @param name the alias, as written
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record Wanted(
        @Nullable String kind,
        @Nullable String question,
        @Nullable String feed,
        @Nullable String recordKey,
        @Nullable String name,
        @Nullable String number,
        @Nullable String enterpriseId,
        @Nullable String reason) {}
