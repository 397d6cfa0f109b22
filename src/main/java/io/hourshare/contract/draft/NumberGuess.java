package io.hourshare.contract.draft;

import io.hourshare.contract.Conversion;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Guesses counts, measures and amounts, with the unit that the heading, the values or the table's title state. */
final class NumberGuess {

    private static final double MOST = 0.6;

    private static final Pattern INTEGER = Pattern.compile("-?(0|[1-9]\\d{0,2}(,\\d{3})+|[1-9]\\d{0,14})");
    private static final Pattern DECIMAL = Pattern.compile("[-+]?(\\d{1,3}(,\\d{3})+|\\d{1,18})(\\.\\d+)?");
    private static final Pattern CODED = Pattern.compile("0\\d+|\\d{16,}");
    private static final Pattern CODE_HEADING = Pattern.compile(
            "(?i).*(代码|编号|编码|号|状态|类型|类别|种类|等级|级别|性质|方式|dm|bh|zt|lx|lb|dj|code|id|no|status|state|type|kind)$");
    private static final Pattern MONEY_HEADING = Pattern.compile(
            ".*(额|费用?|收入|产值|价|价款|税|税款|成本|利润|资产|负债|权益|投资|资金|资本|余额|经费|保费|租金|罚金|押金|奖金|工资|amount|money|price|fee)(总额|合计|累计)?([（(].*)?");
    private static final Pattern MEASURED = Pattern.compile(
            "[-+]?[\\d,]+(?:\\.\\d+)? ?\\(?(亿元?|百?万元?|千?元|M[23]|平方米|平米|亩|公顷|立方米|吨|千瓦时|度|KWH|%|人|家|户|份|条|台)(?:人民币)?\\)?");
    private static final Map<String, String> SPELLINGS =
            Map.of("亿", "亿元", "万", "万元", "M2", "平方米", "平米", "平方米", "M3", "立方米", "度", "千瓦时", "KWH", "千瓦时");
    private static final Pattern BRACKETS = Pattern.compile(".*[（(【\\[](?:单位[:：])?([^（()）】\\]]{1,12})[)）】\\]]$");
    private static final Pattern BEHIND =
            Pattern.compile(".+?(?:[_，,:：/]\\s*(?:单位[:：])?(亿元|万元|千元|元|亩|公顷|平方米|万美元|吨)|(%|㎡|kWh|KWH|m²|m³))$");
    private static final Pattern NO_UNIT = Pattern.compile(".*([税如填章选含写号位型式注]|年度|其中|累计|合计|本[年期月]|[0-9]).*");

    private static final Set<String> MONEY = Set.of("元", "百元", "千元", "万元", "万", "百万元", "亿元", "亿");
    private static final Set<String> AREAS = Set.of("平方米", "㎡", "亩", "公顷");

    private final String column;
    private final Values values;
    private final @Nullable String title;

    private NumberGuess(String column, Values values, @Nullable String title) {
        this.column = column;
        this.values = values;
        this.title = title;
    }

    /** @param title unit that a row above the headings states for the whole table */
    static Optional<ColumnGuess> of(String column, Values values, @Nullable String title) {
        return new NumberGuess(column, values, title).guess();
    }

    private Optional<ColumnGuess> guess() {
        boolean coded = values.any(value -> CODED.matcher(value).matches());
        if (CODE_HEADING.matcher(column).matches() || coded) {
            return Optional.empty(); // zeros in front and digits that no spreadsheet keeps tell a code, not a number
        }
        boolean numbers = values.share(NumberGuess::isNumber) >= 0.8;
        String unit = numbers ? unit() : null;
        if (unit != null) {
            return Optional.of(ColumnGuess.measured(column, measure(unit), unit, "单位是" + unit));
        }
        boolean money = MONEY_HEADING.matcher(column).matches();
        if (numbers && money && title != null) {
            return Optional.of(ColumnGuess.measured(column, Conversion.AMOUNT, title, "单位是" + title + "，写在表头之上"));
        }
        String asked = money ? "；没有写明单位，请问清后写进契约的 unit" : "";
        if (values.share(INTEGER) >= 0.95) {
            return Optional.of(ColumnGuess.measured(column, Conversion.INTEGER, null, "值是整数" + asked));
        }
        return numbers
                ? Optional.of(ColumnGuess.measured(column, Conversion.DECIMAL, null, "值是数字" + asked))
                : Optional.empty();
    }

    private static boolean isNumber(String value) {
        return DECIMAL.matcher(value).matches() || MEASURED.matcher(value).matches();
    }

    private static Conversion measure(String unit) {
        // amounts of other currencies stay figures in their own unit
        return MONEY.contains(unit) ? Conversion.AMOUNT : AREAS.contains(unit) ? Conversion.AREA : Conversion.DECIMAL;
    }

    /** The heading's unit holds; the one that most values bear holds for bare ones too. */
    private @Nullable String unit() {
        String stated = headed();
        return stated == null ? valued() : stated;
    }

    private @Nullable String headed() {
        Matcher behind = BEHIND.matcher(column);
        if (behind.matches()) {
            return behind.group(1) == null ? behind.group(2) : behind.group(1);
        }
        Matcher brackets = BRACKETS.matcher(column);
        if (!brackets.matches()) {
            return null;
        }
        List<String> words = List.of(brackets.group(1).split("[，,、；;\\s]+"));
        return words.stream()
                .filter(word -> MONEY.contains(word) || AREAS.contains(word))
                .findFirst()
                .or(() -> words.stream()
                        .filter(word -> !NO_UNIT.matcher(word).matches())
                        .findFirst())
                .orElse(null);
    }

    private @Nullable String valued() {
        Map<String, Integer> found = new HashMap<>();
        for (String value : values.all()) {
            Matcher measured = MEASURED.matcher(value);
            if (measured.matches()) {
                found.merge(SPELLINGS.getOrDefault(measured.group(1), measured.group(1)), 1, Integer::sum);
            }
        }
        int measured = found.values().stream().mapToInt(Integer::intValue).sum();
        return measured < values.all().size() * MOST
                ? null
                : found.entrySet().stream()
                        .max(Comparator.comparing((Map.Entry<String, Integer> one) -> one.getValue())
                                .thenComparing(Map.Entry::getKey))
                        .map(Map.Entry::getKey)
                        .orElse(null);
    }
}
