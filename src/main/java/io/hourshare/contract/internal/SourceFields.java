package io.hourshare.contract.internal;

import io.hourshare.contract.Disposition;
import io.hourshare.contract.LogicalType;
import io.hourshare.contract.SourceField;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Reads the fields of a contract's table. */
final class SourceFields {

    private static final List<String> WORDS = List.of("unit", "disposition", "keyInstead");

    private final Problems problems;

    SourceFields(Problems problems) {
        this.problems = problems;
    }

    List<SourceField> read(List<YamlNode> tables) {
        List<SourceField> fields = new ArrayList<>();
        Set<String> names = new HashSet<>();
        int keys = 0;
        for (YamlNode node :
                tables.isEmpty() ? tables : tables.get(0).get("properties").items()) {
            keys += node.get("primaryKey").flag(false) ? 1 : 0;
            SourceField field = field(node, keys);
            if (!names.add(field.name())) {
                problems.error(node, "FIELD_REPEATED", "字段 '" + field.name() + "' 写了两次", "只留一处，或改正字段名");
            }
            fields.add(field);
        }
        return fields;
    }

    private SourceField field(YamlNode node, int place) {
        CustomProperties own = CustomProperties.of(node, WORDS, problems);
        String name = node.get("name").text();
        String classification = node.get("classification").text("internal");
        return new SourceField(
                name,
                node.get("businessName").text(name),
                type(node.get("logicalType").text("string")),
                unit(own),
                node.get("required").flag(false),
                keyPosition(node, place),
                classification,
                own.choice("disposition", Disposition.class, fallback(node, classification, own)),
                options(node, own));
    }

    private static int keyPosition(YamlNode node, int place) {
        if (!node.get("primaryKey").flag(false)) {
            return 0;
        }
        int stated = node.get("primaryKeyPosition").integer(-1);
        return stated > 0 ? stated : place;
    }

    /** Personal data is never published by an omission. */
    private Disposition fallback(YamlNode node, String classification, CustomProperties own) {
        if (!classification.equals("personal")) {
            return Disposition.KEEP;
        }
        if (own.text("disposition", "").isEmpty()) {
            problems.warning(
                    node,
                    "DISPOSITION_MISSING",
                    "个人信息字段 '" + node.get("name").text() + "' 没有写明去向，按 restricted 处理",
                    "在 customProperties 中写明 disposition：drop、token 或 restricted");
        }
        return Disposition.RESTRICTED;
    }

    private static @Nullable String unit(CustomProperties own) {
        String unit = own.text("unit", "");
        return unit.isEmpty() ? null : unit;
    }

    static LogicalType type(String word) {
        for (LogicalType type : LogicalType.values()) {
            if (type.name().equals(word.toUpperCase(Locale.ROOT))) {
                return type;
            }
        }
        return LogicalType.STRING;
    }

    private Map<String, Object> options(YamlNode field, CustomProperties own) {
        YamlNode node = field.get("logicalTypeOptions");
        Map<String, Object> options = new LinkedHashMap<>();
        if (!own.texts("keyInstead").isEmpty()) {
            options.put("keyInstead", own.texts("keyInstead"));
        }
        field.get("quality").items().forEach(quality -> quality(quality, options));
        node.entries().forEach((name, value) -> {
            if (value.value().isNumber()) {
                options.put(name, value.value().decimalValue());
            } else if (value.exists()) {
                options.put(name, value.text());
            }
        });
        checkPattern(node.get("pattern"));
        checkOrder(node, "minimum", "maximum");
        checkOrder(node, "minLength", "maxLength");
        return options;
    }

    /** Of the quality rules of ODCS, those that one value can break; the others are counted over the list. */
    private void quality(YamlNode quality, Map<String, Object> options) {
        if (!QualityReader.judgesValues(quality)) {
            return;
        }
        YamlNode arguments = quality.get("arguments");
        List<String> valid = arguments.get("validValues").items().stream()
                .map(YamlNode::text)
                .toList();
        if (!valid.isEmpty()) {
            options.put("validValues", valid);
        }
        if (arguments.get("pattern").exists()) {
            checkPattern(arguments.get("pattern"));
            options.put("pattern", arguments.get("pattern").text());
        }
    }

    private void checkOrder(YamlNode options, String least, String most) {
        boolean both = options.get(least).exists() && options.get(most).exists();
        if (both && options.get(least).number(0) > options.get(most).number(0)) {
            problems.error(
                    options.get(most),
                    "BOUNDS_REVERSED",
                    most + " " + options.get(most).text() + " 小于 " + least + " "
                            + options.get(least).text() + "，没有值能同时符合",
                    "改正其中一个");
        }
    }

    private void checkPattern(YamlNode pattern) {
        try {
            Pattern.compile(pattern.text());
        } catch (PatternSyntaxException e) {
            problems.error(pattern, "PATTERN_UNREADABLE", "正则表达式写法不对：" + e.getDescription(), "改正表达式，或删去 pattern");
        }
    }
}
