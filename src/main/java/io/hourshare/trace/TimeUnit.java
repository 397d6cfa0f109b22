package io.hourshare.trace;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a report counts by. */
public enum TimeUnit {
    DAY("日", 7),
    WEEK("周", 8),
    MONTH("月", 6);

    private final String title;
    private final int usual;

    TimeUnit(String title, int usual) {
        this.title = title;
        this.usual = usual;
    }

    public static Optional<TimeUnit> named(String word) {
        return Arrays.stream(values())
                .filter(unit -> unit.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst();
    }

    public String title() {
        return title;
    }

    /** So many periods are shown unless somebody asks for another number. */
    public int usual() {
        return usual;
    }

    LocalDate start(LocalDate day) {
        return switch (this) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
        };
    }

    LocalDate back(LocalDate start, int periods) {
        return switch (this) {
            case DAY -> start.minusDays(periods);
            case WEEK -> start.minusWeeks(periods);
            case MONTH -> start.minusMonths(periods);
        };
    }
}
