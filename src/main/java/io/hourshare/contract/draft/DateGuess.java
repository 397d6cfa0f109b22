package io.hourshare.contract.draft;

import io.hourshare.contract.Conversion;
import java.util.Optional;
import java.util.regex.Pattern;

/** Guesses days, moments, months and years by their spelling, and by the heading where a spelling could be anything. */
final class DateGuess {

    private static final double MOST = 0.6;
    private static final long DAY = 86_400_000;
    private static final long EAST = 8 * 3_600_000;

    private static final String NUMERAL = "[〇零○一二三四五六七八九十]";
    private static final String ENGLISH = "(JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Z]*\\.?";
    private static final Pattern DAY_ALONE = Pattern.compile(
            "(19|20)\\d{2}([-/.年])\\d{1,2}[-/.月]\\d{1,2}日?( ?[上下]午|之?前)?|(19|20)\\d{2}(0[1-9]|1[0-2])([0-2]\\d|3[01])|9999.*|"
                    + NUMERAL + "{4}年" + NUMERAL + "{1,2}月(" + NUMERAL + "{1,3}[日号])?|长期(有效)?|永久(有效)?|无固定期限|"
                    + ENGLISH + " \\d{1,2},? \\d{4}|\\d{1,2}[- ]" + ENGLISH + "[- ]\\d{2,4}");
    private static final Pattern MIDNIGHT =
            Pattern.compile("(19|20)\\d{2}[-/.年]\\d{1,2}[-/.月]\\d{1,2}日?[ T]0?0:00(:00(\\.0+)?)?(Z|[+]08:?00)?");
    private static final Pattern MOMENT = Pattern.compile(
            "(19|20)\\d{2}[-/年.]\\d{1,2}[-/月.]\\d{1,2}日?[ T]?\\d{1,2}:?\\d{2}(:?\\d{2}.*)?|(19|20)\\d{2}(0[1-9]|1[0-2])([0-2]\\d|3[01])[ T]?([01]\\d|2[0-4]):?[0-5]\\d(:?[0-5]\\d.{0,7})?");
    private static final Pattern OF_JAVASCRIPT = Pattern.compile("/DATE\\((1\\d{12})([-+]\\d{4})?\\)/");
    private static final Pattern MONTH = Pattern.compile("(19|20)\\d{2}(0[1-9]|1[0-2])|(19|20)\\d{2}[-/.年]\\d{1,2}月?");
    private static final Pattern YEAR = Pattern.compile("(19|20)\\d{2}年?(度)?");
    private static final Pattern SERIAL = Pattern.compile("[2-5]\\d{4}(\\.0+)?");
    private static final Pattern MILLIS = Pattern.compile("1\\d{12}");
    private static final Pattern SECONDS = Pattern.compile("1\\d{9}");

    private static final String ONE = "(19|20)\\d{2}[-/.年]?\\d{1,2}[-/.月]?\\d{1,2}日?";
    private static final Pattern SPAN =
            Pattern.compile("[自从]?" + ONE + "起? ?(至|到|~|[—–-]+) ?(" + ONE + "|长期.*|永久.*|无固定期限)止?");

    private static final Pattern TEMPORAL =
            Pattern.compile("(?i).*(日期?|时间|时刻|期限|有效期|起|止|至|rq|sj|date|time|day|_at|start|end|begin|expir\\w*|on)$");
    private static final Pattern NUMBERED = Pattern.compile("(?i).*([号码]|bh|dm|hm|id|no|code|number)$");
    private static final Pattern PERIOD = Pattern.compile("(?i).*(月|期|period|month|yf|ym|ny|ssq|tjy).*");
    private static final Pattern ANNUAL = Pattern.compile("(?i).*(年|nd|nf|year).*");

    private final String column;
    private final Values values;
    private final boolean temporal;

    private DateGuess(String column, Values values) {
        this.column = column;
        this.values = new Values(values.all().stream()
                .map(value -> OF_JAVASCRIPT.matcher(value).replaceFirst("$1"))
                .toList());
        this.temporal = TEMPORAL.matcher(column).matches();
    }

    static Optional<ColumnGuess> of(String column, Values values) {
        return new DateGuess(column, values).guess();
    }

    private Optional<ColumnGuess> guess() {
        if (values.share(SPAN) >= MOST) {
            return Optional.of(ColumnGuess.span(column, "一格写了起止两个日期：一行取止，一行取起"));
        }
        boolean midnights = values.any(value -> MIDNIGHT.matcher(value).matches());
        if (values.share(this::isDay) >= MOST && !values.any(this::isMomentOfDay)) {
            return Optional.of(date(midnights ? "值是日期，时刻都是零点" : "值是日期"));
        }
        if (values.share(value -> isDay(value) || isMomentOfDay(value)) >= MOST) {
            return Optional.of(ColumnGuess.of(column, null, Conversion.TIMESTAMP, "值是时间"));
        }
        return OrderGuess.of(column, values, temporal).or(this::epoch).or(this::period);
    }

    /** Where the heading speaks of a day, a bare month and a spreadsheet's serial number mean one too. */
    private boolean isDay(String value) {
        return DAY_ALONE.matcher(value).matches() && !isNumber(value)
                || MIDNIGHT.matcher(value).matches()
                || temporal
                        && (SERIAL.matcher(value).matches()
                                || MONTH.matcher(value).matches());
    }

    private boolean isMomentOfDay(String value) {
        return !isDay(value)
                && !isNumber(value)
                && MOMENT.matcher(value).matches()
                && !MILLIS.matcher(value).matches();
    }

    /** Digits without a sign below a heading that speaks of numbers: {@code 202533048200001234} is no moment. */
    private boolean isNumber(String value) {
        return !temporal && NUMBERED.matcher(column).matches() && value.chars().allMatch(Character::isDigit);
    }

    private ColumnGuess date(String why) {
        boolean serial = values.any(value -> SERIAL.matcher(value).matches());
        return ColumnGuess.of(column, null, Conversion.DATE, serial ? why + "，含表格软件的序列值" : why);
    }

    /** Milliseconds tell themselves by whole seconds, seconds only together with the heading. */
    private Optional<ColumnGuess> epoch() {
        boolean millis = values.all(value -> MILLIS.matcher(value).matches())
                && (temporal || values.all(value -> value.endsWith("000")));
        boolean seconds = temporal && values.all(value -> SECONDS.matcher(value).matches());
        if (!millis && !seconds) {
            return Optional.empty();
        }
        long unit = millis ? 1 : 1000;
        boolean days = values.all(value -> (Long.parseLong(value) * unit + EAST) % DAY == 0);
        String why = "值是从 1970 年起算的" + (millis ? "毫秒" : "秒") + (days ? "，都在零点" : "");
        return Optional.of(ColumnGuess.of(column, null, days ? Conversion.DATE : Conversion.TIMESTAMP, why));
    }

    private Optional<ColumnGuess> period() {
        if (PERIOD.matcher(column).matches() && values.share(MONTH) >= MOST) {
            return Optional.of(ColumnGuess.of(column, null, Conversion.MONTH, "值是月份"));
        }
        return ANNUAL.matcher(column).matches() && values.share(YEAR) >= MOST
                ? Optional.of(ColumnGuess.of(column, null, Conversion.YEAR, "值是年份"))
                : Optional.empty();
    }
}
