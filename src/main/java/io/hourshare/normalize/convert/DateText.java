package io.hourshare.normalize.convert;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the spellings of dates and times that departments use; local times are Chinese ones. */
final class DateText {

    static final ZoneId LOCAL = ZoneId.of("Asia/Shanghai");

    private static final LocalDate SERIAL_ORIGIN = LocalDate.of(1899, 12, 30);
    private static final String ISO = "0000-00-00 00:00:00";
    private static final String DATE = "([0-9]{4})[-/.年] ?([0-9]{1,2})[-/.月] ?([0-9]{1,2})日?";
    private static final String TIME =
            "(?:[T ]*([0-9]{1,2})[:时]([0-9]{1,2})(?:[:分]([0-9]{1,2})(?:[.,]([0-9]{1,9}))?秒?|分)?)?";
    private static final String OFFSET = " ?(Z|[+-][0-9]{2}(?::?[0-9]{2})?)?";
    private static final Pattern SPELLED = Pattern.compile(DATE + TIME + OFFSET);
    private static final Pattern COMPACT = Pattern.compile(
            "([0-9]{4})([0-9]{2})([0-9]{2})(?:\\.0)?(?:[T ]?([0-9]{2}):?([0-9]{2})(?::?([0-9]{2})(?:[.,]?([0-9]{1,9}))?)?)?"
                    + OFFSET);
    private static final List<Pattern> WHOLE = List.of(SPELLED, COMPACT);
    private static final Pattern MONTH = Pattern.compile("([0-9]{4})(?:[-/.年]([0-9]{1,2})月?份?|([0-9]{2}))");
    private static final Pattern SERIAL = Pattern.compile("([2-7][0-9]{4})(?:\\.([0-9]+))?");
    private static final Pattern MICROS = Pattern.compile("1[0-8][0-9]{14}");
    private static final Pattern EPOCH = Pattern.compile("1[0-9]{9}(?:[0-9]{3}){0,2}");

    private DateText() {}

    /** The moment in local time, or nothing where the text is no date that exists. */
    static Optional<LocalDateTime> parse(String text) {
        try {
            if (isIso(text)) {
                return Optional.of(iso(text));
            }
            String plain = DateSpelling.plain(text);
            if (MICROS.matcher(plain).matches()) {
                return number(plain);
            }
            for (Pattern pattern : WHOLE) {
                Matcher parts = pattern.matcher(plain);
                if (parts.matches()) {
                    return Optional.of(moment(parts));
                }
            }
            return number(plain);
        } catch (DateTimeException noSuchDate) {
            return Optional.empty();
        }
    }

    /** The one spelling that databases use, {@code 2024-03-05} or {@code 2024-03-05 10:11:12}, needs no patterns. */
    private static boolean isIso(String text) {
        if (text.length() != 10 && text.length() != 19) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char sign = ISO.charAt(i);
            if (sign == '0' ? c < '0' || c > '9' : c != sign) {
                return false;
            }
        }
        return true;
    }

    private static LocalDateTime iso(String text) {
        LocalDate date = LocalDate.of(two(text, 0) * 100 + two(text, 2), two(text, 5), two(text, 8));
        if (text.length() == 10) {
            return date.atStartOfDay();
        }
        int hour = two(text, 11);
        return date.atTime(hour == 24 ? 0 : hour, two(text, 14), two(text, 17)).plusDays(hour == 24 ? 1 : 0);
    }

    private static int two(String text, int at) {
        return (text.charAt(at) - '0') * 10 + text.charAt(at + 1) - '0';
    }

    /** First day of a month that is written without a day. */
    static Optional<LocalDate> month(String text) {
        Matcher parts = MONTH.matcher(DateSpelling.plain(text));
        if (!parts.matches()) {
            return Optional.empty();
        }
        int month = Integer.parseInt(parts.group(2) == null ? parts.group(3) : parts.group(2));
        return month < 1 || month > 12
                ? Optional.empty()
                : Optional.of(LocalDate.of(Integer.parseInt(parts.group(1)), month, 1));
    }

    private static LocalDateTime moment(Matcher parts) {
        LocalDate date = LocalDate.of(integer(parts, 1), integer(parts, 2), integer(parts, 3));
        int hour = integer(parts, 4);
        LocalTime time =
                LocalTime.of(hour == 24 ? 0 : hour, integer(parts, 5), integer(parts, 6), nanos(parts.group(7)));
        LocalDateTime moment = LocalDateTime.of(date, time).plusDays(hour == 24 ? 1 : 0);
        String offset = parts.group(8);
        return offset == null
                ? moment
                : moment.atOffset(ZoneOffset.of(offset))
                        .atZoneSameInstant(LOCAL)
                        .toLocalDateTime();
    }

    private static Optional<LocalDateTime> number(String text) {
        String digits = text.indexOf(',') < 0 ? text : text.replace(",", "");
        Matcher serial = SERIAL.matcher(digits);
        if (serial.matches()) {
            double fraction = serial.group(2) == null ? 0 : Double.parseDouble("0." + serial.group(2));
            LocalDate day = SERIAL_ORIGIN.plusDays(Long.parseLong(serial.group(1)));
            return Optional.of(day.atStartOfDay().plusSeconds(Math.round(fraction * 86_400)));
        }
        if (EPOCH.matcher(digits).matches()) {
            return Optional.of(LocalDateTime.ofInstant(epoch(digits), LOCAL));
        }
        return Optional.empty();
    }

    /** Seconds, milliseconds or microseconds, told apart by their length. */
    private static Instant epoch(String digits) {
        long number = Long.parseLong(digits);
        return switch (digits.length()) {
            case 13 -> Instant.ofEpochMilli(number);
            case 16 -> Instant.EPOCH.plus(number, ChronoUnit.MICROS);
            default -> Instant.ofEpochSecond(number);
        };
    }

    private static int integer(Matcher parts, int group) {
        return parts.group(group) == null ? 0 : Integer.parseInt(parts.group(group));
    }

    private static int nanos(@org.jspecify.annotations.Nullable String fraction) {
        return fraction == null ? 0 : Integer.parseInt((fraction + "00000000").substring(0, 9));
    }
}
