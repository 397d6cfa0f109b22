package io.hourshare.contract.internal;

import io.hourshare.contract.CanonicalField;
import io.hourshare.contract.Conversion;
import io.hourshare.contract.SourceField;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Fills in the units of a mapping from the contract and the canonical field, and says where they do not fit. */
final class UnitCheck {

    private static final String TO = "unit";
    private static final String FROM = "from-unit";

    private final Problems problems;
    private final YamlNode node;

    UnitCheck(Problems problems, YamlNode node) {
        this.problems = problems;
        this.node = node;
    }

    void complete(
            Conversion conversion, Map<String, String> options, SourceField source, Optional<CanonicalField> target) {
        String wanted = target.map(CanonicalField::unit).orElse(options.getOrDefault(TO, source.unit()));
        if (wanted != null && source.unit() == null && !options.containsKey(FROM)) {
            problems.warning(
                    node,
                    "UNIT_MISSING",
                    "源字段 '" + source.name() + "' 没有写明单位，按" + wanted + "读",
                    "在契约该字段的 customProperties 中写明 unit");
        }
        if (conversion == Conversion.AMOUNT || conversion == Conversion.AREA) {
            putIfKnown(options, FROM, source.unit());
            putIfKnown(options, TO, wanted == null ? options.get(FROM) : wanted);
            List.of(TO, FROM).forEach(name -> checkKnown(conversion, name, options.get(name)));
            checkSame("选项 unit ", options.get(TO), wanted, "改为规范字段的单位，或删去 unit");
        } else {
            checkSame(
                    "源字段 '" + source.name() + "' ",
                    source.unit(),
                    wanted,
                    "金额用 as: amount，面积用 as: area，由转换来换算；否则改正契约中的 unit");
        }
    }

    private static void putIfKnown(Map<String, String> options, String name, @Nullable String unit) {
        if (unit != null) {
            options.putIfAbsent(name, unit);
        }
    }

    private void checkKnown(Conversion conversion, String name, @Nullable String unit) {
        if (unit != null && !(conversion == Conversion.AMOUNT ? Units.money(unit) : Units.area(unit))) {
            problems.keyError(
                    node.get(name).exists() ? node.get(name) : node,
                    "UNIT_UNKNOWN",
                    "转换 '" + conversion.word() + "' 不认识单位 '" + unit + "'",
                    conversion == Conversion.AMOUNT ? "用 元、千元、万元、百万元 或 亿元；外币的写 as: decimal，单位照写" : "用 平方米、亩、公顷 或 平方公里");
        }
    }

    private void checkSame(String what, @Nullable String given, @Nullable String wanted, String remedy) {
        if (!Units.same(given, wanted)) {
            problems.keyError(node, "UNIT_DIFFERS", "单位不一致：" + what + "是" + given + "，规范字段是" + wanted, remedy);
        }
    }
}
