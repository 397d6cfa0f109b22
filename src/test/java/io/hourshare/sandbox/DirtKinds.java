package io.hourshare.sandbox;

import java.util.Map;
import java.util.Set;

/** The reasons under which the kinds of dirt that the town plants must be found. */
public final class DirtKinds {

    private static final Set<String> WORDS_FOR_NOTHING = Set.of("tax.monthly-summary", "industry-it.tech-project");

    /** An annual report is known by the enterprise and the year; nobody misses the number of its own. */
    private static final String KNOWN_WITHOUT_NUMBER = "market-regulation.annual-report";

    private static final Map<String, Set<String>> REASONS = Map.ofEntries(
            Map.entry("all-zero", Set.of("USCC_FILLER")),
            Map.entry("by-square-metre", Set.of("UNKNOWN_UNIT")),
            Map.entry("cumulative", Set.of("CUMULATIVE_PERIOD")),
            Map.entry("cut-to-15", Set.of("USCC_TRUNCATED")),
            Map.entry("masked", Set.of("MASKED_VALUE")),
            Map.entry("mistyped", Set.of("USCC_CHECK")),
            Map.entry("negative", Set.of("NUMBER_OUT_OF_RANGE")),
            Map.entry("negative-amount", Set.of("NUMBER_OUT_OF_RANGE")),
            Map.entry("no-business-number", Set.of("MISSING_REQUIRED")),
            Map.entry("no-date", Set.of("BAD_DATE")),
            Map.entry("no-key", Set.of("MISSING_REQUIRED")),
            Map.entry("no-month", Set.of("BAD_DATE", "MISSING_REQUIRED")),
            Map.entry("no-name", Set.of("MISSING_REQUIRED")),
            Map.entry("no-number", Set.of("BAD_NUMBER")),
            Map.entry("no-type", Set.of("MISSING_REQUIRED")),
            Map.entry("no-year", Set.of("BAD_DATE", "MISSING_REQUIRED")),
            Map.entry("old-parcel", Set.of("IDENTIFIER_FORM")),
            Map.entry("old-permit", Set.of("IDENTIFIER_FORM")),
            Map.entry("organisation-code", Set.of("OTHER_NUMBER")),
            Map.entry("out-of-range", Set.of("BAD_NUMBER", "NUMBER_OUT_OF_RANGE")),
            Map.entry("range", Set.of("BAD_NUMBER")),
            Map.entry("rounded-by-sheet", Set.of("PRECISION_LOST")),
            Map.entry("scientific", Set.of("PRECISION_LOST")),
            Map.entry("two-in-one", Set.of("SEVERAL_ENTERPRISES")),
            Map.entry("unknown-kind", Set.of("UNKNOWN_CODE")),
            Map.entry("unknown-level", Set.of("UNKNOWN_CODE")));

    private DirtKinds() {}

    /** None where the dirt is a spelling that is read as it was meant. */
    public static Set<String> reasons(String feed, String smudge) {
        boolean word = smudge.equals("no-number") && WORDS_FOR_NOTHING.contains(feed);
        boolean needless = smudge.equals("no-key") && feed.equals(KNOWN_WITHOUT_NUMBER);
        return word || needless ? Set.of() : REASONS.getOrDefault(smudge, Set.of());
    }

    public static Set<String> all() {
        return REASONS.keySet();
    }
}
