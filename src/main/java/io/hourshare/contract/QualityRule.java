package io.hourshare.contract;

import org.jspecify.annotations.Nullable;

/**
 * A quality rule of ODCS that is checked over a feed's current records.
 *
 * @param id stable within the feed
 * @param dimension completeness, uniqueness, conformity, consistency, accuracy, timeliness or coverage
 * @param column source field; null where the rule is about the whole list
 * @param query SELECT of one number over the view {@code records}, whose columns are the source fields
 * @param measure comparison that the number has to meet
 * @param severity as the contract words it
 * @param line where the contract says it, from 1
 */
public record QualityRule(
        String id,
        String title,
        String dimension,
        @Nullable String column,
        String query,
        Measure measure,
        String severity,
        int line) {

    /**
     * What the number must be.
     *
     * @param operator {@code mustBe}, {@code mustNotBe}, {@code mustBeGreaterThan}, {@code mustBeGreaterOrEqualTo},
     *     {@code mustBeLessThan}, {@code mustBeLessOrEqualTo}, {@code mustBeBetween} or {@code mustNotBeBetween}
     * @param upper second bound of the two that need one
     * @param percent whether the number is a share of the rows in percent
     */
    public record Measure(String operator, double bound, double upper, boolean percent) {

        /** Whether the number meets it. */
        public boolean isMetBy(double number) {
            return switch (operator) {
                case "mustBe" -> number == bound;
                case "mustNotBe" -> number != bound;
                case "mustBeGreaterThan" -> number > bound;
                case "mustBeGreaterOrEqualTo" -> number >= bound;
                case "mustBeLessThan" -> number < bound;
                case "mustBeLessOrEqualTo" -> number <= bound;
                case "mustBeBetween" -> number >= bound && number <= upper;
                case "mustNotBeBetween" -> number < bound || number > upper;
                default -> throw new IllegalStateException("No such comparison: " + operator);
            };
        }
    }
}
