package io.hourshare.contract.draft;

import io.hourshare.contract.Conversion;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Guesses counts, measures and amounts, with the unit that the heading, the values or the table's title state. */
final class NumberGuess {

    private static final double MOST = 0.6;

    private static final Set<String> WORDS = Set.of(
            "人 名 人次 人日 户 家 户次 个 件 宗 项 笔 票 份 台 套 辆 艘 架 座 栋 幢 间 层 张 床 所 处 条 块 批 次 场 头 只 支 瓶 年 月 天 日 周 小时 分 分钟 秒 ‰ 倍 吨 千克 公斤 克 毫克 升 毫升 米 千米 公里 毫米 平方公里 立方米 立方 立方米/日 标方 度 千瓦 千瓦时 千伏安 兆瓦 吉焦 吨标准煤 吨标煤 美元 港元 港币 欧元 日元 英镑 元/月 元/年 元/人 元/平方米 角 百分点 百分比"
                    .split(" "));
    private static final Pattern SCALED = Pattern.compile("(?:百|千|万|十万|百万|千万|亿)?(.+?)(?:/.+)?");
    private static final Pattern CAPITAL = Pattern.compile("(人民币)?[零〇壹贰叁肆伍陆柒捌玖拾佰仟万亿]{1,30}[元圆][整正零壹贰叁肆伍陆柒捌玖角分]*");

    /** Measures, of which a few whole ones prove nothing. */
    private static final Pattern MEASURE_HEADING = Pattern.compile(
            "(?i).*(量|额|值|价|款|费|金|资|税|面积|高度|长度|重|浓度|率|比|比例|比重|基数|[0-9]月|ysl|ydl|yql|je|fee|amt|amount|qty|value|rate)([（(].*)?$");

    private static final Pattern INTEGER = Pattern.compile("-?(0|[1-9]\\d{0,2}(,\\d{3})+|[1-9]\\d{0,14})");
    private static final Pattern DECIMAL = Pattern.compile("[-+]?(\\d{1,3}(,\\d{3})+|\\d{1,18})(\\.\\d+)?");
    private static final Pattern CODED = Pattern.compile("0\\d+|\\d{16,}");
    private static final Pattern CODE_HEADING = Pattern.compile(
            "(?i)(?!.*(paid|valid|void|bid|liquid)$).*(代码|编号|编码|号|状态|类型|类别|种类|等级|级别|性质|方式|dm|bh|zt|lx|lb|dj|code|id|no|status|state|type|kind)$");
    private static final Pattern MONEY_HEADING = Pattern.compile(
            ".*(额|费用?|收入|产值|价|价款|税|税款|成本|利润|资产|负债|权益|投资|资金|资本|余额|经费|保费|租金|罚金|押金|奖金|工资|amount|money|price|fee)(总额|合计|累计)?([（(].*)?");
    private static final Pattern MEASURED = Pattern.compile(
            "[-+¥$]?[-+]?[\\d,]+(?:\\.\\d+)? ?\\(?((?:[^\\d\\s,.()+-]|M[23]\\b)[^\\s()]{0,9}?)(?:人民币)?\\)?");

    /** Letters that stand for a unit behind a figure, {@code t/a}; other letters belong to a code. */
    private static final Pattern LETTERS = Pattern.compile(
            "(?:百|千|万|亿)?(?:T|KG|G|MG|ML|L|M|KM|MM|CM|N?M[23]|KM2|HM2|HA|[KMG]?WH|[KMG]?W|[KM]VA|[GM]J|TCE|DB|PPM|℃|%|‰)(?:/(?:A|D|H|S|M[23]?|L|KG|T|年|月|日|天|小时|人|台))?");

    /** Counted as often as they number what comes one after the other: 3层 is a place, 3月 a time. */
    private static final Set<String> PLACES = Set.of("月", "日", "层", "幢", "栋", "座", "批", "场", "号", "次");

    private static final Map<String, String> SPELLINGS = Map.ofEntries(
            Map.entry("亿", "亿元"),
            Map.entry("万", "万元"),
            Map.entry("平米", "平方米"),
            Map.entry("度", "千瓦时"),
            Map.entry("M2", "平方米"),
            Map.entry("M3", "立方米"),
            Map.entry("KWH", "千瓦时"),
            Map.entry("KW", "千瓦"),
            Map.entry("KVA", "千伏安"),
            Map.entry("MW", "兆瓦"),
            Map.entry("T", "吨"),
            Map.entry("KG", "千克"));
    private static final Pattern BRACKETS = Pattern.compile(".*[（(【\\[](?:单位[:：])?([^（()）】\\]]{1,12})[)）】\\]]$");
    private static final Pattern BEHIND =
            Pattern.compile(".+?(?:[_，,:：/]\\s*(?:单位[:：])?(亿元|万元|千元|元|亩|公顷|平方米|万美元|吨)|(%|㎡|kWh|KWH|m²|m³))$");
    private static final Pattern NO_UNIT = Pattern.compile(".*([税如填章选含写号位型式注]|年度|其中|累计|合计|本[年期月]|[0-9]).*");

    private static final Pattern YUAN = Pattern.compile("[¥￥] ?[\\d,]+(\\.\\d+)?");

    private static final Set<String> MONEY = Set.of("元", "百元", "千元", "万元", "万", "百万元", "亿元", "亿");
    private static final Set<String> AREAS = Set.of("平方米", "㎡", "亩", "公顷");

    private final String column;
    private final Values values;
    private final @Nullable String title;

    private NumberGuess(String column, Values values, @Nullable String title) {
        this.column = column;
        this.values = new Values(
                values.all().stream().filter(value -> !value.equals("无")).toList());
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
            return Optional.of(ColumnGuess.measured(column, measure(unit), unit, "单位是" + unit + others(unit)));
        }
        boolean money = MONEY_HEADING.matcher(column).matches();
        if (numbers && money && title != null) {
            return Optional.of(ColumnGuess.measured(column, measure(title), title, "单位是" + title + "，写在表头之上"));
        }
        String asked = money ? "；没有写明单位，请问清后写进契约的 unit" : "";
        if (values.share(CAPITAL) >= MOST) {
            return Optional.of(ColumnGuess.measured(column, Conversion.AMOUNT, "元", "值是大写金额，单位是元"));
        }
        if (values.share(INTEGER) >= 0.95 && !MEASURE_HEADING.matcher(column).matches()) {
            return Optional.of(ColumnGuess.measured(column, Conversion.INTEGER, null, "值是整数" + asked));
        }
        return numbers
                ? Optional.of(ColumnGuess.measured(column, Conversion.DECIMAL, null, "值是数字" + asked))
                : Optional.empty();
    }

    private static boolean isNumber(String value) {
        return DECIMAL.matcher(value).matches()
                || written(value) != null
                || YUAN.matcher(value).matches()
                || CAPITAL.matcher(value).matches();
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
                .or(() -> words.stream().filter(NumberGuess::isUnit).findFirst())
                .orElse(null);
    }

    /** A word that is known for one, or letters: {@code t/a}, {@code mg/L}; 个人 and 全称 are none. */
    private static boolean isUnit(String word) {
        Matcher scaled = SCALED.matcher(word);
        return word.codePoints().noneMatch(Character::isIdeographic)
                ? !NO_UNIT.matcher(word).matches()
                : WORDS.contains(word)
                        || scaled.matches()
                                && (WORDS.contains(scaled.group(1))
                                        || MONEY.contains(scaled.group(1))
                                        || AREAS.contains(scaled.group(1)));
    }

    /** The unit behind a figure; null where none is, or what is behind it is none. */
    private static @Nullable String written(String value) {
        Matcher measured = MEASURED.matcher(value);
        if (!measured.matches()) {
            return null;
        }
        String word = measured.group(1);
        boolean known = LETTERS.matcher(word).matches()
                || word.codePoints().anyMatch(Character::isIdeographic) && !PLACES.contains(word) && isUnit(word);
        return known ? spelt(word) : null;
    }

    private static String spelt(String word) {
        String scale = word.length() > 1 && "百千万亿".indexOf(word.charAt(0)) >= 0 ? word.substring(0, 1) : "";
        String unit = word.substring(scale.length());
        return SPELLINGS.containsKey(word) ? SPELLINGS.get(word) : scale + SPELLINGS.getOrDefault(unit, lower(unit));
    }

    private static String lower(String unit) {
        return unit.toLowerCase(Locale.ROOT);
    }

    private Map<String, Integer> writtenUnits() {
        Map<String, Integer> found = new TreeMap<>();
        for (String value : values.all()) {
            String unit = written(value);
            if (unit != null) {
                found.merge(unit, 1, Integer::sum);
            }
        }
        return found;
    }

    /** Said of a column in which not all figures are of one unit. */
    private String others(String unit) {
        Set<String> others = new TreeSet<>(writtenUnits().keySet());
        others.remove(unit);
        return others.isEmpty() ? "" : "；也有写" + String.join("、", others) + "的，换算不了的会清空并告警";
    }

    private @Nullable String valued() {
        if (values.share(YUAN) >= MOST) {
            return "元";
        }
        Map<String, Integer> found = writtenUnits();
        int measured = found.values().stream().mapToInt(Integer::intValue).sum();
        long zeros = values.all().stream()
                .filter(value -> value.matches("0(\\.0+)?"))
                .count();
        return measured < (values.all().size() - zeros) * MOST || measured == 0
                ? null
                : found.entrySet().stream()
                        .max(Comparator.comparing((Map.Entry<String, Integer> one) -> one.getValue())
                                .thenComparing(Map.Entry::getKey))
                        .map(Map.Entry::getKey)
                        .orElse(null);
    }
}
