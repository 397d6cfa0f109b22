package io.hourshare.kernel;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;

/** One hour {@code [start, start + 1 h)}; its label, {@code 2026-11-22T03Z}, is in UTC and names folders. */
public record HourWindow(Instant start) implements Comparable<HourWindow> {

    private static final DateTimeFormatter LABEL =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH'Z'").withZone(ZoneOffset.UTC);

    public HourWindow {
        if (!start.equals(start.truncatedTo(ChronoUnit.HOURS))) {
            throw new IllegalArgumentException("Window must start on the hour: " + start);
        }
    }

    /** The window that the instant lies in. */
    public static HourWindow containing(Instant instant) {
        return new HourWindow(instant.truncatedTo(ChronoUnit.HOURS));
    }

    /** Reads a label ({@code 2026-11-22T03Z}) or an ISO instant with any offset that starts an hour. */
    public static HourWindow parse(String text) {
        try {
            return new HourWindow(LABEL.parse(text, Instant::from));
        } catch (DateTimeParseException notALabel) {
            return new HourWindow(DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(text, Instant::from));
        }
    }

    public Instant end() {
        return start.plus(1, ChronoUnit.HOURS);
    }

    public HourWindow next() {
        return new HourWindow(end());
    }

    public HourWindow previous() {
        return new HourWindow(start.minus(1, ChronoUnit.HOURS));
    }

    public boolean contains(Instant instant) {
        return !instant.isBefore(start) && instant.isBefore(end());
    }

    public String label() {
        return LABEL.format(start);
    }

    @Override
    public int compareTo(HourWindow other) {
        return start.compareTo(other.start);
    }

    @Override
    public String toString() {
        return label();
    }
}
