package io.hourshare.sandbox;

/**
 * How dirty the town's sources are, as shares of all records.
 *
 * @param cosmetic spellings that a good mapping reads: lower case, blanks, full width, dates in words
 * @param missing identifiers and optional values left out
 * @param wrong optional values that are wrong: a mistyped check digit, an amount out of range
 * @param spoilt records that cannot be used: no key, no name, a broken line
 * @param duplicate records sent twice
 */
public record DirtRates(double cosmetic, double missing, double wrong, double spoilt, double duplicate) {

    public static DirtRates usual() {
        return new DirtRates(0.03, 0.04, 0.01, 0.006, 0.006);
    }

    /** Sources as nobody has ever seen them. */
    public static DirtRates none() {
        return new DirtRates(0, 0, 0, 0, 0);
    }
}
