package io.hourshare.contract.internal;

import io.hourshare.contract.QualityRule;
import io.hourshare.contract.QualityRule.Measure;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the quality rules of ODCS that are counted over a whole list: library metrics and SQL. */
final class QualityReader {

    private static final String RECORDS = "records";
    private static final List<String> OPERATORS = List.of(
            "mustBe",
            "mustNotBe",
            "mustBeGreaterThan",
            "mustBeGreaterOrEqualTo",
            "mustBeLessThan",
            "mustBeLessOrEqualTo",
            "mustBeBetween",
            "mustNotBeBetween");

    /** What a rule without a name counts. */
    private static final Map<String, String> METRICS = Map.of(
            "nullValues", "空值数",
            "missingValues", "缺失值数",
            "rowCount", "行数",
            "duplicateValues", "重复数",
            "invalidValues", "无效值数");

    /** Around the bounds of the comparison. */
    private static final Map<String, String> COMPARED = Map.of(
            "mustBe", "为 %s",
            "mustNotBe", "不为 %s",
            "mustBeGreaterThan", "大于 %s",
            "mustBeGreaterOrEqualTo", "不少于 %s",
            "mustBeLessThan", "小于 %s",
            "mustBeLessOrEqualTo", "不超过 %s",
            "mustBeBetween", "在 %s 到 %s 之间",
            "mustNotBeBetween", "不在 %s 到 %s 之间");

    /** What a metric is about, where the rule does not say. */
    private static final Map<String, String> DIMENSIONS = Map.of(
            "nullValues", "completeness",
            "missingValues", "completeness",
            "rowCount", "coverage",
            "duplicateValues", "uniqueness",
            "invalidValues", "conformity");

    private final Problems problems;
    private final List<QualityRule> rules = new ArrayList<>();
    private final Map<String, String> titles = new HashMap<>();

    QualityReader(Problems problems) {
        this.problems = problems;
    }

    List<QualityRule> read(List<YamlNode> tables) {
        for (YamlNode table : tables) {
            table.get("quality").items().forEach(rule -> rule(rule, null));
            for (YamlNode field : table.get("properties").items()) {
                String name = field.get("name").text();
                titles.put(name, field.get("businessName").text(""));
                field.get("quality").items().stream()
                        .filter(rule -> !judgesValues(rule))
                        .forEach(rule -> rule(rule, name));
            }
        }
        return List.copyOf(rules);
    }

    /** A rule that a single value can break is applied where the value is converted. */
    static boolean judgesValues(YamlNode rule) {
        return metric(rule).equals("invalidValues")
                && rule.get("mustBe").exists()
                && rule.get("mustBe").integer(-1) == 0;
    }

    private void rule(YamlNode rule, @Nullable String column) {
        String query = query(rule, column);
        Measure measure = measure(rule);
        if (query.isEmpty() || measure == null) {
            problems.warning(
                    rule,
                    "QUALITY_NOT_APPLIED",
                    "质量规则 '" + title(rule, column, measure) + "' 不会被执行",
                    "写 type: sql 与 query，或 metric: nullValues、missingValues、duplicateValues、rowCount、invalidValues；并写一个比较，如 mustBe: 0");
            return;
        }
        String dimension = rule.get("dimension").text(DIMENSIONS.getOrDefault(metric(rule), "conformity"));
        rules.add(new QualityRule(
                rule.get("id").text("q" + (rules.size() + 1)),
                title(rule, column, measure),
                dimension,
                column,
                query,
                measure,
                rule.get("severity").text("warning"),
                (rule.get("query").exists() ? rule.get("query") : rule).place().line()));
    }

    /** As the contract names it; a rule without a name is called by what it counts and what that must be. */
    private String title(YamlNode rule, @Nullable String column, @Nullable Measure measure) {
        String counted = METRICS.getOrDefault(metric(rule), metric(rule));
        String unnamed = measure == null ? counted : counted + compared(measure);
        String said = rule.get("name").text(rule.get("description").text(unnamed));
        String name = column == null ? "" : titles.getOrDefault(column, "");
        String about = name.isEmpty() ? column : name + "（" + column + "）";
        return column == null ? said : about + " " + said;
    }

    private static String compared(Measure measure) {
        String unit = measure.percent() ? " %" : "";
        return COMPARED.getOrDefault(measure.operator(), "")
                .formatted(plain(measure.bound()) + unit, plain(measure.upper()) + unit);
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    private static String metric(YamlNode rule) {
        return rule.get("metric").text(rule.get("rule").text(""));
    }

    private static String query(YamlNode rule, @Nullable String column) {
        if (rule.get("query").exists()) {
            return filled(rule.get("query").text(), column);
        }
        YamlNode arguments = rule.get("arguments");
        String name = column == null ? "" : identifier(column);
        return switch (metric(rule)) {
            case "rowCount" -> "select count(*) from " + RECORDS;
            case "nullValues" -> column == null ? "" : count(name + " is null");
            case "missingValues" ->
                column == null ? "" : count(name + " is null or " + isAnyOf(name, arguments, "missingValues"));
            case "duplicateValues" -> duplicates(column, arguments);
            case "invalidValues" -> column == null ? "" : invalid(name, arguments);
            default -> "";
        };
    }

    private static String duplicates(@Nullable String column, YamlNode arguments) {
        String columns = column != null
                ? identifier(column)
                : arguments.get("properties").items().stream()
                        .map(one -> identifier(one.text()))
                        .collect(Collectors.joining(", "));
        return columns.isEmpty()
                ? ""
                : "select count(*) - count(distinct (" + columns + ")) from " + RECORDS
                        + (column == null ? "" : " where " + columns + " is not null");
    }

    private static String invalid(String name, YamlNode arguments) {
        if (arguments.get("pattern").exists()) {
            return count(name + " is not null and not regexp_full_match(cast(" + name + " as varchar), "
                    + literal(arguments.get("pattern").text()) + ")");
        }
        return arguments.get("validValues").items().isEmpty()
                ? ""
                : count(name + " is not null and not " + isAnyOf(name, arguments, "validValues"));
    }

    private static String isAnyOf(String name, YamlNode arguments, String list) {
        String values = arguments.get(list).items().stream()
                .map(value -> literal(value.text()))
                .collect(Collectors.joining(", "));
        return "cast(" + name + " as varchar) in (" + (values.isEmpty() ? "''" : values) + ")";
    }

    private static String count(String condition) {
        return "select count(*) from " + RECORDS + " where " + condition;
    }

    /** The standard's placeholders, in both of its spellings. */
    private static String filled(String query, @Nullable String column) {
        String name = column == null ? "" : identifier(column);
        return query.strip()
                .replaceAll(";$", "")
                .replaceAll("\\$?\\{(object|table)}", RECORDS)
                .replaceAll("\\$?\\{(property|column)}", java.util.regex.Matcher.quoteReplacement(name));
    }

    private @Nullable Measure measure(YamlNode rule) {
        boolean percent = rule.get("unit").text("").equals("percent");
        for (String operator : OPERATORS) {
            YamlNode bound = rule.get(operator);
            if (bound.exists() && bound.items().size() == 2) {
                return new Measure(
                        operator,
                        bound.items().get(0).number(0),
                        bound.items().get(1).number(0),
                        percent);
            } else if (bound.exists() && !operator.endsWith("Between")) {
                return new Measure(operator, bound.number(0), 0, percent);
            }
        }
        return null;
    }

    private static String identifier(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private static String literal(String text) {
        return '\'' + text.replace("'", "''") + '\'';
    }
}
