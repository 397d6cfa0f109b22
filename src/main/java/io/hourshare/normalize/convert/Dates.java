package io.hourshare.normalize.convert;

import io.hourshare.normalize.fault.Reason;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Year;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rules for dates, times, months and years. */
final class Dates {

    private static final Set<String> OPEN_ENDED = Set.of(
            "长期", "长期有效", "长期存续", "永久", "永久有效", "永续", "永续经营", "无固定期限", "无固定期", "不约定期限", "不约定", "至今", "无期限", "终身",
            "无限期");
    private static final Set<LocalDate> PLACEHOLDERS = Set.of(
            LocalDate.of(1, 1, 1),
            LocalDate.of(1899, 12, 30),
            LocalDate.of(1899, 12, 31),
            LocalDate.of(1900, 1, 1),
            LocalDate.of(2099, 12, 31),
            LocalDate.of(2999, 12, 31));
    private static final Pattern ZEROS = Pattern.compile("0{1,4}([-/.年]?0{1,2}[-/.月]?0{1,2}日?)?( ?[0:.]+)?");
    private static final Pattern NO_DAY =
            Pattern.compile("9{4}[-/.年]?9{1,2}[-/.月]?9{1,2}日?|1900[-/.年]?0?1[-/.月]?00?日?");
    private static final Pattern CUMULATIVE =
            Pattern.compile(".*(?:(?<![0-9])[0-9]{1,2}月?[-–—~至到][0-9]{1,2}月|[0-9]{6}[-–—~至到][0-9]{6}|累计|季度|年度|半年|全年|年初"
                    + "|[0-9]{4}[-./年][0-9]{1,2}月?(?:[~至到][0-9]{1,2}|[-–—~至到]+[0-9]{4}[-./年][0-9]{1,2})).*");
    private static final Pattern YEAR = Pattern.compile("([12][0-9]{3})(?:\\.0+)?(?:年度?)?");
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("uuuu-MM");
    private static final Pattern SERIAL = Pattern.compile("[1-7][0-9]{4}(?:\\.[0-9]+)?");
    private static final int DAYS_TO_1904 = 1462;
    private static final int FIRST_YEAR = 1800;
    private static final int LAST_YEAR = 2200;

    private Dates() {}

    /**
     * A date.
     *
     * @param lastDay whether a month without a day means its last one: the ends of periods do
     * @param since1904 whether bare serial numbers come from a spreadsheet that counts from 1904
     */
    static Rule date(boolean lastDay, boolean since1904) {
        return (text, neighbours) -> {
            String trimmed = since1904 ? from1904(Texts.trim(text)) : Texts.trim(text);
            if (isOpen(trimmed)) {
                return Converted.empty();
            }
            Optional<LocalDate> whole = DateText.parse(trimmed).map(LocalDateTime::toLocalDate);
            if (whole.isPresent()) {
                return date(whole.get());
            }
            Optional<LocalDate> month = DateText.month(trimmed);
            return month.map(first -> lastDay ? first.withDayOfMonth(first.lengthOfMonth()) : first)
                    .map(Dates::date)
                    .orElseGet(() -> unreadable(trimmed));
        };
    }

    /** A period's last day, with a note where its first one lies in another month: then the figures add up several. */
    static Rule withinMonth(Rule end) {
        Rule first = date(false, false);
        return (text, neighbours) -> {
            Converted last = end.convert(text, neighbours);
            String begin = neighbours
                    .get(Neighbours.BEGIN)
                    .map(other -> first.convert(other, Neighbours.NONE).text())
                    .orElse(null);
            String value = last.text();
            if (value == null || begin == null || value.substring(0, 7).equals(begin.substring(0, 7))) {
                return last;
            }
            return Converted.doubtful(value, Reason.CUMULATIVE_PERIOD);
        };
    }

    private static Converted unreadable(String trimmed) {
        boolean ambiguous = DateSpelling.isAmbiguous(DateSpelling.plain(trimmed));
        return Converted.bad(ambiguous ? Reason.AMBIGUOUS_DATE : Reason.BAD_DATE);
    }

    private static String from1904(String trimmed) {
        return SERIAL.matcher(trimmed).matches()
                ? new BigDecimal(trimmed).add(BigDecimal.valueOf(DAYS_TO_1904)).toPlainString()
                : trimmed;
    }

    /** A moment in UTC; a text without offset is Chinese local time. */
    static Converted timestamp(String text, Neighbours neighbours) {
        String trimmed = Texts.trim(text);
        if (isOpen(trimmed)) {
            return Converted.empty();
        }
        Optional<LocalDateTime> moment = DateText.parse(trimmed);
        if (moment.isEmpty()) {
            return unreadable(trimmed);
        }
        if (isPlaceholder(moment.get().toLocalDate())) {
            return Converted.empty();
        }
        Instant instant = moment.get().atZone(DateText.LOCAL).toInstant();
        return isInRange(moment.get().getYear())
                ? Converted.value(text(LocalDateTime.ofInstant(instant, ZoneOffset.UTC)))
                : Converted.bad(Reason.DATE_OUT_OF_RANGE);
    }

    /** Written out by hand: a formatter would cost more than all the rest. */
    private static String text(LocalDateTime moment) {
        String time = moment.toLocalTime().toString();
        String seconds = time.length() == 5 ? time + ":00" : time;
        String fraction = seconds.length() == 8 ? seconds + ".000000" : (seconds + "000").substring(0, 15);
        return moment.toLocalDate() + " " + fraction;
    }

    /** A month as {@code 2024-03}; a stretch of months is no month. */
    static Converted month(String text, Neighbours neighbours) {
        String trimmed = Texts.trim(text);
        if (isOpen(trimmed)) {
            return Converted.empty();
        }
        String plain = DateSpelling.plain(trimmed);
        if (CUMULATIVE.matcher(trimmed).matches() || CUMULATIVE.matcher(plain).matches()) {
            return Converted.bad(Reason.CUMULATIVE_PERIOD);
        }
        Optional<LocalDate> month =
                DateText.month(trimmed).or(() -> DateText.parse(trimmed).map(LocalDateTime::toLocalDate));
        return month.filter(day -> isInRange(day.getYear()))
                .map(day -> Converted.value(MONTH.format(day)))
                .orElseGet(() -> Converted.bad(Reason.BAD_DATE));
    }

    static Converted year(String text, Neighbours neighbours) {
        String trimmed = DateSpelling.plain(text);
        if (isOpen(trimmed)) {
            return Converted.empty();
        }
        Matcher year = YEAR.matcher(trimmed);
        if (year.matches()) {
            return Converted.value(year.group(1));
        }
        return DateText.parse(trimmed)
                .map(moment -> Converted.value(Year.from(moment).toString()))
                .orElseGet(() -> Converted.bad(Reason.BAD_DATE));
    }

    /** Whether a date field says that there is no end. */
    static Converted openEnded(String text, Neighbours neighbours) {
        String trimmed = Texts.trim(text);
        if (OPEN_ENDED.contains(trimmed) || trimmed.startsWith("9999")) {
            return Converted.value("true");
        }
        if (isOpen(trimmed)) {
            return Converted.empty();
        }
        return DateText.parse(trimmed)
                .map(moment -> Converted.value(Boolean.toString(moment.getYear() >= 2099)))
                .orElseGet(Converted::empty);
    }

    private static Converted date(LocalDate date) {
        if (isPlaceholder(date)) {
            return Converted.empty();
        }
        return isInRange(date.getYear()) ? Converted.value(date.toString()) : Converted.bad(Reason.DATE_OUT_OF_RANGE);
    }

    private static boolean isOpen(String trimmed) {
        return Texts.isEmpty(trimmed)
                || OPEN_ENDED.contains(trimmed)
                || trimmed.charAt(0) == '0' && ZEROS.matcher(trimmed).matches()
                || (trimmed.charAt(0) == '9' || trimmed.startsWith("1900"))
                        && NO_DAY.matcher(trimmed).matches();
    }

    private static boolean isPlaceholder(LocalDate date) {
        return PLACEHOLDERS.contains(date) || date.getYear() == 9999;
    }

    private static boolean isInRange(int year) {
        return year >= FIRST_YEAR && year <= LAST_YEAR;
    }
}
