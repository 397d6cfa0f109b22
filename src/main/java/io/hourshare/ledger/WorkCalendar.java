package io.hourshare.ledger;

import io.hourshare.contract.CodeList;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Working days: weekends off, but for the holidays and the weekends worked instead that the notices of each year state.
 *
 * <p>A year without entries has its weekends only; {@link #knows} tells.
 */
public final class WorkCalendar {

    /** Code list of the days that the State Council's notices name. */
    static final String LIST = "holidays";

    private final Set<Integer> years = new HashSet<>();
    private final Set<LocalDate> holidays = new HashSet<>();
    private final Set<LocalDate> working = new HashSet<>();

    /** @param list columns {@code date} and {@code day}: {@code off} or {@code work} */
    public WorkCalendar(CodeList list) {
        for (Map<String, String> row : list.rows()) {
            LocalDate date = LocalDate.parse(row.getOrDefault("date", ""));
            years.add(date.getYear());
            (row.getOrDefault("day", "off").equals("work") ? working : holidays).add(date);
        }
    }

    /** Whether the year's holidays are known. */
    public boolean knows(int year) {
        return years.contains(year);
    }

    public boolean isWorkingDay(LocalDate day) {
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return working.contains(day) || !weekend && !holidays.contains(day);
    }

    /** The day that is so many working days later; the day itself does not count. */
    public LocalDate plus(LocalDate day, int workingDays) {
        LocalDate reached = day;
        for (int left = workingDays; left > 0; ) {
            reached = reached.plusDays(1);
            left -= isWorkingDay(reached) ? 1 : 0;
        }
        return reached;
    }

    /** Working days after the first day up to the last. */
    public int between(LocalDate first, LocalDate last) {
        return first.isBefore(last)
                ? (int) first.plusDays(1)
                        .datesUntil(last.plusDays(1))
                        .filter(this::isWorkingDay)
                        .count()
                : 0;
    }
}
