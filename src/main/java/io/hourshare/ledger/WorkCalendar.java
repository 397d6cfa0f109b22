package io.hourshare.ledger;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Working days: weekends off, but for the holidays and the weekends worked instead that each year's file states.
 *
 * <p>A year without a file has its weekends only; {@link #knows} tells.
 */
public final class WorkCalendar {

    private static final String FOLDER = "schemas/calendars/";

    private final Set<Integer> years = new HashSet<>();
    private final Set<LocalDate> holidays = new HashSet<>();
    private final Set<LocalDate> working = new HashSet<>();

    /** @param documents the catalogue's documents by path; those of calendars are read */
    public WorkCalendar(Map<String, JsonNode> documents) {
        documents.forEach((path, document) -> {
            if (path.startsWith(FOLDER)) {
                read(document);
            }
        });
    }

    private void read(JsonNode document) {
        years.add(document.path("year").asInt());
        for (JsonNode holiday : document.path("holidays")) {
            LocalDate last = LocalDate.parse(holiday.path("to").asString());
            LocalDate.parse(holiday.path("from").asString())
                    .datesUntil(last.plusDays(1))
                    .forEach(holidays::add);
        }
        document.path("working").forEach(day -> working.add(LocalDate.parse(day.asString())));
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
