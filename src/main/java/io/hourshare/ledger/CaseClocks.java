package io.hourshare.ledger;

import io.hourshare.ledger.ClockReading.Standing;
import io.hourshare.ledger.LedgerKind.ClockRule;
import io.hourshare.ledger.LedgerKind.Unit;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a case's clocks: pauses do not count, working days are those of the calendar in China. */
final class CaseClocks {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final WorkCalendar calendar;

    CaseClocks(WorkCalendar calendar) {
        this.calendar = calendar;
    }

    List<ClockReading> read(LedgerKind kind, Case one, Instant now) {
        return kind.clocks().stream().map(clock -> read(clock, one, now)).toList();
    }

    private ClockReading read(ClockRule clock, Case one, Instant now) {
        int used = 0;
        Instant since = null;
        Standing standing = Standing.IN_TIME;
        for (CaseEvent event : one.events()) {
            if (since != null) {
                used += used(clock, since, event.at());
            }
            since = clock.runs().contains(event.to()) ? event.at() : null;
            standing = clock.pauses().contains(event.to()) ? Standing.PAUSED : Standing.IN_TIME;
        }
        if (since != null) {
            return running(clock, used, since, now);
        }
        Standing ended = standing == Standing.IN_TIME && used > clock.limit() ? Standing.LATE : standing;
        return reading(clock, used, ended, null);
    }

    private ClockReading running(ClockRule clock, int used, Instant since, Instant now) {
        Instant due = due(clock, since, clock.limit() - used);
        Standing standing = now.isBefore(due) ? Standing.RUNNING : Standing.OVERDUE;
        return reading(clock, used + used(clock, since, now), standing, due);
    }

    /** The last working day counts to its end. */
    private Instant due(ClockRule clock, Instant since, int left) {
        return clock.unit() == Unit.MINUTE
                ? since.plus(Duration.ofMinutes(left))
                : calendar.plus(day(since), left)
                        .plusDays(1)
                        .atStartOfDay(CHINA)
                        .toInstant();
    }

    /** A minute that has begun counts, so that what is over its limit by a second is late. */
    private int used(ClockRule clock, Instant from, Instant to) {
        return clock.unit() == Unit.MINUTE
                ? (int) Duration.between(from, to).plusSeconds(59).toMinutes()
                : calendar.between(day(from), day(to));
    }

    private ClockReading reading(ClockRule clock, int used, Standing standing, @Nullable Instant due) {
        boolean provisional = due != null
                && clock.unit() == Unit.WORKING_DAY
                && !calendar.knows(day(due.minusSeconds(1)).getYear());
        return new ClockReading(
                clock.name(), clock.title(), clock.unit(), clock.limit(), used, standing, due, provisional);
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, CHINA);
    }
}
