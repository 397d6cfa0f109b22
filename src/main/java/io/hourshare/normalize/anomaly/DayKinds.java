package io.hourshare.normalize.anomaly;

import io.hourshare.contract.CodeList;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/**
 * Which days are alike for offices: what a department brings on a working day says nothing of a holiday, nor of the
 * days beside one. A year whose notice is not in the list yet has its weekends only.
 */
public final class DayKinds {

    /** Code list of the days that the State Council's notices name. */
    public static final String LIST = "holidays";

    /** Only days of the first two kinds come often enough to know what they bring. */
    public enum Kind {
        WORKING,
        WEEKEND,
        HOLIDAY,
        /** Just before or after a holiday, or a weekend worked instead of one. */
        AROUND_HOLIDAY
    }

    private final Map<LocalDate, Boolean> off = new HashMap<>();

    /** @param list columns {@code date} and {@code day}: {@code off} or {@code work} */
    public DayKinds(CodeList list) {
        for (Map<String, String> row : list.rows()) {
            off.put(
                    LocalDate.parse(row.getOrDefault("date", "")),
                    !row.getOrDefault("day", "off").equals("work"));
        }
    }

    public Kind of(LocalDate day) {
        Boolean named = off.get(day);
        if (named != null) {
            return named ? Kind.HOLIDAY : Kind.AROUND_HOLIDAY;
        }
        if (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            return Kind.WEEKEND;
        }
        return isHoliday(day.minusDays(1)) || isHoliday(day.plusDays(1)) ? Kind.AROUND_HOLIDAY : Kind.WORKING;
    }

    private boolean isHoliday(LocalDate day) {
        return off.getOrDefault(day, false);
    }
}
