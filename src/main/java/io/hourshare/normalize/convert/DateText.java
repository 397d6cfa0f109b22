package io.hourshare.normalize.convert;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the spellings of dates and times that departments use; local times are Chinese ones. */
final class DateText {

    static final ZoneId LOCAL = ZoneId.of("Asia/Shanghai");

    private static final LocalDate SERIAL_ORIGIN = LocalDate.of(1899, 12, 30);
    private static final String ISO = "0000-00-00 00:00:00";
    private static final String DIGITS = "〇一二三四五六七八九";
    private static final String DATE = "([0-9]{4})[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})日?";
    private static final String TIME =
            "(?:[T ]*([0-9]{1,2})[:时]([0-9]{1,2})(?:[:分]([0-9]{1,2})(?:[.,]([0-9]{1,9}))?秒?)?)?";
    private static final String OFFSET = " ?(Z|[+-][0-9]{2}:?[0-9]{2})?";
    private static final Pattern SPELLED = Pattern.compile(DATE + TIME + OFFSET);
    private static final Pattern COMPACT = Pattern.compile(
            "([0-9]{4})([0-9]{2})([0-9]{2})(?:[T ]?([0-9]{2}):?([0-9]{2})(?::?([0-9]{2})(?:[.,]?([0-9]{1,9}))?)?)?"
                    + OFFSET);
    private static final List<Pattern> WHOLE = List.of(SPELLED, COMPACT);
    private static final Pattern MONTH = Pattern.compile("([0-9]{4})(?:[-/.年]([0-9]{1,2})月?份?|([0-9]{2}))");
    private static final Pattern SERIAL = Pattern.compile("([2-7][0-9]{4})(?:\\.([0-9]+))?");
    private static final Pattern EPOCH = Pattern.compile("1[0-9]{9}(?:[0-9]{3})?");
    private static final Pattern AROUND = Pattern.compile(" *([年月日]) *");
    private static final Pattern REPUBLIC = Pattern.compile("民国([0-9]{1,3})年(.*)");
    private static final Pattern DAY_FIRST = Pattern.compile("([0-9]{1,2})-([0-9]{1,2})月 ?-([0-9]{2,4})(.*)");

    private DateText() {}

    /** The moment in local time, or nothing where the text is no date that exists. */
    static Optional<LocalDateTime> parse(String text) {
        try {
            if (isIso(text)) {
                return Optional.of(iso(text));
            }
            String plain = plain(text);
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
        Matcher parts = MONTH.matcher(plain(text));
        if (!parts.matches()) {
            return Optional.empty();
        }
        int month = Integer.parseInt(parts.group(2) == null ? parts.group(3) : parts.group(2));
        return month < 1 || month > 12
                ? Optional.empty()
                : Optional.of(LocalDate.of(Integer.parseInt(parts.group(1)), month, 1));
    }

    /** Half-width, with Chinese numerals, the Republic's years and day-first forms rewritten. */
    static String plain(String text) {
        String half = Texts.half(Texts.visible(text));
        if (half.chars().allMatch(c -> c <= '~')) {
            return half;
        }
        StringBuilder plain = new StringBuilder(half.length());
        for (int i = 0; i < half.length(); i++) {
            char c = half.charAt(i) == '○' || half.charAt(i) == '零' ? '〇' : half.charAt(i);
            int digit = DIGITS.indexOf(c);
            plain.append(digit < 0 ? c : (char) ('0' + digit));
        }
        String arabic = AROUND.matcher(tens(plain.toString())).replaceAll("$1");
        Matcher republic = REPUBLIC.matcher(arabic);
        if (republic.matches()) {
            return Integer.parseInt(republic.group(1)) + 1911 + "年" + republic.group(2);
        }
        Matcher dayFirst = DAY_FIRST.matcher(arabic);
        return dayFirst.matches() ? yearFirst(dayFirst) : arabic;
    }

    /** {@code 十二月} became {@code 十2月} above. */
    private static String tens(String text) {
        return text.indexOf('十') < 0
                ? text
                : text.replaceAll("([0-9])十([0-9])", "$1$2")
                        .replaceAll("([0-9])十", "$10")
                        .replaceAll("十([0-9])", "1$1")
                        .replace("十", "10");
    }

    private static String yearFirst(Matcher dayFirst) {
        int year = Integer.parseInt(dayFirst.group(3));
        int full = year >= 100 ? year : year < 50 ? 2000 + year : 1900 + year;
        return full + "-" + dayFirst.group(2) + "-" + dayFirst.group(1);
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
            long number = Long.parseLong(digits);
            Instant instant = digits.length() == 13 ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number);
            return Optional.of(LocalDateTime.ofInstant(instant, LOCAL));
        }
        return Optional.empty();
    }

    private static int integer(Matcher parts, int group) {
        return parts.group(group) == null ? 0 : Integer.parseInt(parts.group(group));
    }

    private static int nanos(@org.jspecify.annotations.Nullable String fraction) {
        return fraction == null ? 0 : Integer.parseInt((fraction + "00000000").substring(0, 9));
    }
}
