package io.hourshare.web;

import io.hourshare.kernel.HourWindow;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Times as people here read them: Beijing time, to the minute. */
public final class ShownTime {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(ZONE);
    private static final DateTimeFormatter FIELD =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm").withZone(ZONE);
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm").withZone(ZONE);

    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZONE);

    private static final Pattern LABEL = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\dZ");

    private ShownTime() {}

    /** A sentence whose hours are named by their labels, as people here read it. */
    public static String inBeijing(String sentence) {
        return LABEL.matcher(sentence).replaceAll(label -> window(label.group()));
    }

    /** Where minutes are too coarse to follow what happens. */
    public static String second(Instant time) {
        return SECOND.format(time);
    }

    public static String minute(@Nullable Instant time) {
        return time == null ? "" : MINUTE.format(time);
    }

    public static LocalDate day(Instant time) {
        return LocalDate.ofInstant(time, ZONE);
    }

    /** As a form's field has it: Beijing time without zone. */
    public static String field(HourWindow hour) {
        return FIELD.format(hour.start());
    }

    /** Reads a form's field, or an hour's label. */
    public static HourWindow hour(String field) {
        String text = field.strip();
        return text.endsWith("Z")
                ? HourWindow.parse(text)
                : new HourWindow(LocalDateTime.parse(text).atZone(ZONE).toInstant());
    }

    /** An hour by its label. */
    public static String window(String label) {
        return hour(HourWindow.parse(label));
    }

    /** Reads a form's field to the minute. */
    public static Instant instant(String field) {
        return LocalDateTime.parse(field.strip()).atZone(ZONE).toInstant();
    }

    public static String hour(HourWindow hour) {
        return MINUTE.format(hour.start()) + "–" + CLOCK.format(hour.end());
    }

    /** How long something takes or is late. */
    public static String minutes(long minutes) {
        if (minutes < 120) {
            return minutes + " 分";
        }
        return minutes < 48 * 60 ? minutes / 60 + " 时 " + minutes % 60 + " 分" : minutes / (24 * 60) + " 天";
    }
}
