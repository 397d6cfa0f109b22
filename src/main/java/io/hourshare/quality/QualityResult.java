package io.hourshare.quality;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * What one rule found in a feed's current records.
 *
 * @param dimension completeness, uniqueness, conformity, consistency, accuracy, timeliness or coverage
 * @param number what the rule counted; null where it could not be run
 * @param rows records that it looked at
 * @param met whether the contract's comparison holds
 * @param score 1 where it holds; otherwise the share of records that are right, where the number counts wrong ones
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record QualityResult(
        String feed,
        String feedTitle,
        String rule,
        String title,
        String dimension,
        @Nullable String column,
        @Nullable Double number,
        long rows,
        boolean met,
        double score,
        String severity) {}
