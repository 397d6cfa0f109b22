package io.hourshare.merge;

import io.hourshare.kernel.FeedId;
import io.hourshare.ledger.Case;
import io.hourshare.ledger.Cases;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;

/** Values that operators decided on (人工更正): believed before every feed until they expire or are withdrawn. */
public final class DecidedValues {

    /** What such values come from, in the place where others name a feed. */
    public static final FeedId FEED = FeedId.parse("operator.override");

    /** What it is called on the screen. */
    public static final String TITLE = "人工更正";

    private static final String LEDGER = "override";
    private static final String IN_FORCE = "IN_FORCE";
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final Cases cases;
    private final Clock clock;

    DecidedValues(Cases cases, Clock clock) {
        this.cases = cases;
        this.clock = clock;
    }

    List<DecidedValue> inForce() {
        Instant now = clock.instant();
        return cases.all(one -> one.ledger().equals(LEDGER) && one.state().equals(IN_FORCE)).stream()
                .filter(one -> now.isBefore(end(one)))
                .map(one -> new DecidedValue(
                        one.detail("enterprise"), one.detail("field"), one.detail("value"), one.id(), one.openedAt()))
                .sorted(Comparator.comparing(DecidedValue::decision))
                .toList();
    }

    /** The last day counts to its end. */
    private static Instant end(Case one) {
        try {
            return LocalDate.parse(one.detail("until"))
                    .plusDays(1)
                    .atStartOfDay(CHINA)
                    .toInstant();
        } catch (DateTimeParseException neverInForce) {
            return Instant.MIN;
        }
    }
}
