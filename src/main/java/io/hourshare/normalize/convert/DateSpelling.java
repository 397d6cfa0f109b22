package io.hourshare.normalize.convert;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rewrites the many spellings of dates into year, month and day in digits, in that order. */
final class DateSpelling {

    private static final String DIGITS = "〇一二三四五六七八九";
    private static final List<String> MONTHS =
            List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");
    private static final Map<String, Integer> MONTH_OF = IntStream.range(0, MONTHS.size())
            .boxed()
            .collect(Collectors.toUnmodifiableMap(MONTHS::get, month -> month + 1));
    private static final String NAME = "(" + String.join("|", MONTHS) + ")[A-Z]*\\.?";
    private static final String CLOCK = "((?: .*)?)";
    private static final Pattern JAVA =
            Pattern.compile("[A-Z]{3} " + NAME + " ([0-9]{1,2}) ([0-9:]{8}) [A-Z]{3} ([0-9]{4})");
    private static final Pattern MONTH_FIRST = Pattern.compile(NAME + " ([0-9]{1,2}),? ([0-9]{4})" + CLOCK);
    private static final Pattern DAY_FIRST = Pattern.compile("([0-9]{1,2})[- ]" + NAME + "[- ]([0-9]{2,4})" + CLOCK);
    private static final Pattern CHINESE_DAY_FIRST = Pattern.compile("([0-9]{1,2})-([0-9]{1,2})月 ?-([0-9]{2,4})(.*)");
    private static final Pattern YEAR_LAST = Pattern.compile("([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{4})" + CLOCK);
    private static final Pattern SHORT_YEAR = Pattern.compile("([0-9]{2})(年[0-9]{1,2}月.*)");
    private static final Pattern HALF_DAY =
            Pattern.compile("(.*?) ?(上午|下午|AM|PM)? ?([0-9]{1,2})((?::[0-9]{2}){1,2}) ?(AM|PM)?");
    private static final Pattern POINTS = Pattern.compile(" ([0-9]{1,2})\\.([0-9]{2})\\.([0-9]{2})");
    private static final Pattern BARE_HALF = Pattern.compile("(?<=日) ?[上下]午$");
    private static final Map<String, Integer> ERAS = Map.of("民国", 1911, "令和", 2018, "平成", 1988, "昭和", 1925);
    private static final String ERA = "(?:中华)?(" + String.join("|", ERAS.keySet()) + ")";
    private static final Pattern ERA_YEAR = Pattern.compile(ERA + "([0-9]{1,3})年(.*)");
    private static final Pattern ERA_WORDS = Pattern.compile(ERA + "([元一二三四五六七八九十百零〇○]+)年");
    private static final Pattern AROUND_DATE = Pattern.compile(
            "^(?:['’‘]|公元(?:前)?)|^/DATE\\(|(?:(?<=[0-9]{13})[-+][0-9]{4})?\\)/$|(?<=[日0-9])(?:之|以)?前$",
            Pattern.CASE_INSENSITIVE);
    private static final String BANKER = "零壹贰叁肆伍陆柒捌玖拾";
    private static final String PLAIN = "〇一二三四五六七八九十";
    private static final Pattern NOISE =
            Pattern.compile(" ?[(]?(?:星期|周|礼拜)[0-9一二三四五六日天][)]?|\\[[A-Z]+/[A-Z_]+\\]$", Pattern.CASE_INSENSITIVE);
    private static final Pattern AROUND = Pattern.compile(" *([年月日]) *");
    private static final Pattern DASHES =
            Pattern.compile("(?<=[0-9]) ?[—–‐‑−\\\\、,，] ?(?=[0-9])|(?<=[0-9][./]) (?=[0-9])");

    private DateSpelling() {}

    /** The text with digits, in order year, month, day; unchanged where nothing is to rewrite. */
    static String plain(String text) {
        String half = AROUND_DATE.matcher(Texts.half(Texts.visible(text))).replaceAll("");
        if (half.chars().allMatch(c -> c >= '-' && c <= ':' || c == ' ' || c == 'T' || c == 'Z' || c == '+')) {
            return yearLast(colons(half));
        }
        String arabic = half.chars().allMatch(c -> c <= '~') ? half : arabic(half);
        String quiet = BARE_HALF.matcher(NOISE.matcher(arabic).replaceAll("")).replaceAll("");
        return yearLast(halfDay(english(quiet).orElseGet(() -> separators(quiet))));
    }

    /** Some databases part hours, minutes and seconds by points. */
    private static String colons(String text) {
        return text.indexOf(' ') < 0 || text.indexOf('.') < 0
                ? text
                : POINTS.matcher(text).replaceAll(" $1:$2:$3");
    }

    /** Whether day, month and century cannot be told apart: {@code 24/3/5}, {@code 3/5/2024}. */
    static boolean isAmbiguous(String plain) {
        return plain.matches("[0-9]{1,2}([-/.])[0-9]{1,2}\\1(?:[0-9]{2}|[0-9]{4}|[0-9])(?: .*)?");
    }

    private static String arabic(String half) {
        String counted = counted(half);
        StringBuilder plain = new StringBuilder(counted.length());
        for (int i = 0; i < counted.length(); i++) {
            char c = plain(counted.charAt(i));
            int digit = DIGITS.indexOf(c);
            plain.append(digit < 0 ? c : (char) ('0' + digit));
        }
        String days = tens(plain.toString()).replace('号', '日');
        return years(AROUND.matcher(days).replaceAll("$1"));
    }

    private static char plain(char c) {
        int banker = BANKER.indexOf(c);
        return c == '○' ? '〇' : banker < 0 ? c : PLAIN.charAt(banker);
    }

    /** The year of an era in digits: counted, {@code 一百一十四}, or spelt, {@code 一一四}; the first is {@code 元}. */
    private static String counted(String half) {
        Matcher words = ERA_WORDS.matcher(half);
        if (!words.lookingAt()) {
            return half;
        }
        String year = words.group(2).equals("元") ? "一" : words.group(2);
        boolean spelt = year.length() > 1 && year.indexOf('十') < 0 && year.indexOf('百') < 0;
        String digits = spelt
                ? year
                : ChineseNumber.parse(year)
                        .map(BigDecimal::toBigInteger)
                        .map(Object::toString)
                        .orElse(year);
        return words.group(1) + digits + "年" + half.substring(words.end());
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

    private static String years(String arabic) {
        Matcher era = ERA_YEAR.matcher(arabic);
        if (era.matches()) {
            return Integer.parseInt(era.group(2)) + ERAS.getOrDefault(era.group(1), 0) + "年" + era.group(3);
        }
        Matcher shortYear = SHORT_YEAR.matcher(arabic);
        if (shortYear.matches()) {
            return century(shortYear.group(1)) + shortYear.group(2);
        }
        Matcher dayFirst = CHINESE_DAY_FIRST.matcher(arabic);
        return dayFirst.matches()
                ? century(dayFirst.group(3)) + "-" + dayFirst.group(2) + "-" + dayFirst.group(1) + dayFirst.group(4)
                : arabic;
    }

    /** Commas group the digits of numbers, so they stay there. */
    private static String separators(String text) {
        return text.matches("[0-9]{1,3}(,[0-9]{3})+")
                ? text
                : DASHES.matcher(text).replaceAll(found -> found.group().isBlank() ? "" : "-");
    }

    private static Optional<String> english(String text) {
        String upper = text.toUpperCase(Locale.ROOT);
        Matcher java = JAVA.matcher(upper);
        if (java.matches()) {
            return Optional.of(
                    date(java.group(4), MONTH_OF.getOrDefault(java.group(1), 0), java.group(2)) + " " + java.group(3));
        }
        Matcher monthFirst = MONTH_FIRST.matcher(upper);
        if (monthFirst.matches()) {
            return Optional.of(
                    date(monthFirst.group(3), MONTH_OF.getOrDefault(monthFirst.group(1), 0), monthFirst.group(2))
                            + monthFirst.group(4));
        }
        Matcher dayFirst = DAY_FIRST.matcher(upper);
        return dayFirst.matches()
                ? Optional.of(
                        date(century(dayFirst.group(3)), MONTH_OF.getOrDefault(dayFirst.group(2), 0), dayFirst.group(1))
                                + dayFirst.group(4))
                : Optional.empty();
    }

    private static String halfDay(String text) {
        if (text.indexOf('午') < 0 && text.indexOf('M') < 0 && text.indexOf('m') < 0) {
            return text;
        }
        Matcher parts = HALF_DAY.matcher(text.toUpperCase(Locale.ROOT));
        if (!parts.matches()) {
            return text;
        }
        String half = parts.group(2) == null ? String.valueOf(parts.group(5)) : parts.group(2);
        boolean late = half.equals("下午") || half.equals("PM");
        int hour = Integer.parseInt(parts.group(3)) % 12 + (late ? 12 : 0);
        return parts.group(1) + " " + hour + parts.group(4);
    }

    /** A year at the end tells the order only where one of the others is no month. */
    private static String yearLast(String text) {
        Matcher parts = YEAR_LAST.matcher(text);
        if (!parts.matches()) {
            return text;
        }
        int first = Integer.parseInt(parts.group(1));
        int second = Integer.parseInt(parts.group(2));
        if (first <= 12 && second <= 12 && first != second) {
            return text;
        }
        int month = first > 12 ? second : first;
        int day = first > 12 ? first : second;
        return date(parts.group(3), month, String.valueOf(day)) + parts.group(4);
    }

    private static String date(String year, int month, String day) {
        return year + "-" + month + "-" + day;
    }

    private static String century(String year) {
        if (year.length() > 2) {
            return year;
        }
        return (Integer.parseInt(year) < 50 ? "20" : "19") + (year.length() == 1 ? "0" : "") + year;
    }
}
