package io.hourshare.contract.internal;

import io.hourshare.contract.CanonicalEntity;
import io.hourshare.contract.CanonicalField;
import io.hourshare.contract.CodeList;
import io.hourshare.contract.Conversion;
import io.hourshare.contract.Disposition;
import io.hourshare.contract.FeedContract;
import io.hourshare.contract.FieldMapping;
import io.hourshare.contract.LogicalType;
import io.hourshare.contract.SourceField;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Completes a job's mappings from the contract and the canonical entity, and says what does not fit. */
final class MappingCheck {

    /** Canonical names that steer a record instead of describing the enterprise. */
    static final List<String> RESERVED = List.of("src_updated_at", "src_op");

    private static final Map<String, Conversion> BY_NAME = Map.ofEntries(
            Map.entry("uscc", Conversion.USCC),
            Map.entry("org_code", Conversion.ORG_CODE),
            Map.entry("reg_no", Conversion.REG_NO),
            Map.entry("taxpayer_id", Conversion.TAXPAYER_ID),
            Map.entry("ent_name", Conversion.NAME),
            Map.entry("address", Conversion.ADDRESS),
            Map.entry("region_code", Conversion.REGION),
            Map.entry("industry_code", Conversion.INDUSTRY),
            Map.entry("legal_rep_name", Conversion.PERSON),
            Map.entry("src_op", Conversion.OPERATION),
            Map.entry("src_updated_at", Conversion.TIMESTAMP));

    /** Values of options that are words of ours. */
    private static final Map<String, List<String>> CHOICES = Map.of(
            "day",
            List.of("last", "first"),
            "epoch",
            List.of("1904", "1900"),
            "order",
            List.of("ymd", "dmy", "mdy"),
            "span",
            List.of("begin", "end"));

    /** Conversions whose code lists have columns of their own. */
    private static final Set<Conversion> OWN_COLUMNS = Set.of(Conversion.REGION, Conversion.INDUSTRY);

    private final FeedContract contract;
    private final @Nullable CanonicalEntity entity;
    private final Map<String, CodeList> codeLists;
    private final Problems problems;

    MappingCheck(
            FeedContract contract,
            @Nullable CanonicalEntity entity,
            Map<String, CodeList> codeLists,
            Problems problems) {
        this.contract = contract;
        this.entity = entity;
        this.codeLists = codeLists;
        this.problems = problems;
    }

    /** The mapping with its conversion and units filled in. */
    FieldMapping complete(FieldMapping raw, YamlNode node) {
        List<SourceField> sources = sources(raw, node);
        Optional<CanonicalField> target = target(raw.canonical());
        Conversion conversion = conversion(raw, node, sources);
        Map<String, String> options = new TreeMap<>(raw.options());
        boolean known = raw.as().isEmpty() || Conversion.named(raw.as()).isPresent();
        if (known) {
            checkOptions(conversion, options, node);
        }
        if (!sources.isEmpty()) {
            checkRestriction(sources, target, node);
            new UnitCheck(problems, node).complete(conversion, options, sources.get(0), target);
        }
        target.ifPresent(field -> checkType(conversion, field, node));
        return new FieldMapping(raw.canonical(), raw.from(), conversion.word(), options);
    }

    private Optional<CanonicalField> target(String canonical) {
        return entity == null ? Optional.empty() : entity.field(canonical);
    }

    private List<SourceField> sources(FieldMapping raw, YamlNode node) {
        YamlNode from = node.isObject() ? node.get("from") : node;
        for (YamlNode item : from.items()) {
            checkSource(item);
        }
        return raw.from().stream()
                .flatMap(name -> contract.field(name).stream())
                .toList();
    }

    /** Notes source fields, one or several after commas, that the contract does not have. */
    void checkListed(YamlNode item) {
        for (String name : item.text().split(" *, *")) {
            checkSource(item, name);
        }
    }

    private void checkSource(YamlNode item) {
        checkSource(item, item.text());
    }

    private void checkSource(YamlNode item, String name) {
        Optional<SourceField> field = contract.field(name);
        if (field.isEmpty()) {
            List<String> known =
                    contract.fields().stream().map(SourceField::name).toList();
            problems.error(
                    item,
                    "SOURCE_UNKNOWN",
                    "契约里没有源字段 '" + name + "'",
                    "改为契约中的字段：" + (known.isEmpty() ? "（还没有）" : Suggestions.nearest(name, known)) + "；或先在契约中登记它");
        } else if (field.get().disposition() == Disposition.DROP) {
            problems.error(
                    item,
                    "SOURCE_DROPPED",
                    "源字段 '" + name + "' 的去向是 drop，不能映射",
                    "删去这条映射，或把契约中的 disposition 改为 restricted 或 token");
        }
    }

    private Conversion conversion(FieldMapping raw, YamlNode node, List<SourceField> sources) {
        if (!raw.as().isEmpty()) {
            return Conversion.named(raw.as()).orElseGet(() -> unknown(raw, node));
        }
        Conversion byName = BY_NAME.get(raw.canonical());
        LogicalType type =
                sources.isEmpty() ? LogicalType.STRING : sources.get(0).type();
        return byName == null ? byType(type) : byName;
    }

    private Conversion unknown(FieldMapping raw, YamlNode node) {
        List<String> words =
                Arrays.stream(Conversion.values()).map(Conversion::word).toList();
        problems.error(
                node.get("as"),
                "CONVERSION_UNKNOWN",
                "没有名为 '" + raw.as() + "' 的转换",
                "改为以下之一：" + Suggestions.nearest(raw.as(), words) + "（全表见 docs/adding-a-feed.md）");
        return Conversion.TEXT;
    }

    private static Conversion byType(LogicalType type) {
        return switch (type) {
            case STRING -> Conversion.TEXT;
            case DATE -> Conversion.DATE;
            case TIMESTAMP -> Conversion.TIMESTAMP;
            case NUMBER -> Conversion.DECIMAL;
            case INTEGER -> Conversion.INTEGER;
            case BOOLEAN -> Conversion.BOOLEAN;
        };
    }

    private void checkOptions(Conversion conversion, Map<String, String> options, YamlNode node) {
        for (String name : options.keySet()) {
            if (name.equals(Conversion.ONLY_IF) || name.endsWith("-field")) {
                checkSource(node.get(name));
            }
            String value = options.getOrDefault(name, "");
            List<String> choices = choices(conversion, name);
            if (!choices.isEmpty() && !choices.contains(value)) {
                String remedy = "改为以下之一：" + String.join("、", choices);
                problems.error(node.get(name), "VALUE_NOT_ALLOWED", "值 \"" + value + "\" 不在允许之列", remedy);
            }
            if (!conversion.options().contains(name)) {
                problems.keyError(
                        node.get(name),
                        "OPTION_UNKNOWN",
                        "转换 '" + conversion.word() + "' 没有选项 '" + name + "'",
                        conversion.options().isEmpty() ? "删去它" : "可用的选项：" + Suggestions.of(name, conversion.options()));
            }
        }
        if (conversion == Conversion.CODE && !options.containsKey("list")) {
            problems.keyError(node, "OPTION_MISSING", "转换 'code' 没有指明对照表", "补上 list: <对照表>，即 schemas/code-lists 下的文件名");
        }
        String list = options.get("list");
        if (list != null) {
            checkList(conversion, list, node.get("list"));
        }
    }

    /** What an option may say; empty where that is free. */
    private static List<String> choices(Conversion conversion, String option) {
        boolean person = option.equals("drop-when") && conversion != Conversion.CODE;
        return person ? List.of("natural-person") : CHOICES.getOrDefault(option, List.of());
    }

    private void checkList(Conversion conversion, String list, YamlNode node) {
        CodeList found = codeLists.get(list);
        if (found == null) {
            problems.error(
                    node,
                    "CODE_LIST_UNKNOWN",
                    "没有对照表 '" + list + "'",
                    "改为以下之一：" + Suggestions.nearest(list, wordLists()) + "；或新建 schemas/code-lists/" + list + ".csv");
        } else if (!isWordList(found) && !OWN_COLUMNS.contains(conversion)) {
            problems.error(node, "CODE_LIST_COLUMNS", "对照表 '" + list + "' 没有 word 与 code 两列", "按 word,code,title 三列填写");
        }
    }

    private List<String> wordLists() {
        return codeLists.values().stream()
                .filter(MappingCheck::isWordList)
                .map(CodeList::name)
                .toList();
    }

    private static boolean isWordList(CodeList list) {
        return list.columns().contains("word") && list.columns().contains("code");
    }

    private void checkRestriction(List<SourceField> sources, Optional<CanonicalField> target, YamlNode node) {
        for (SourceField source : sources) {
            boolean closed = source.disposition() == Disposition.RESTRICTED;
            if (closed && target.isPresent() && !target.get().restricted()) {
                problems.keyError(
                        node,
                        "RESTRICTED_TO_OPEN",
                        "受限的源字段 '" + source.name() + "' 不能归入公开的规范字段 '"
                                + target.get().name() + "'",
                        "换一个规范字段，或在契约中说明它可公开（disposition: keep）");
            }
        }
    }

    private void checkType(Conversion conversion, CanonicalField field, YamlNode node) {
        boolean widened = conversion.result() == LogicalType.INTEGER && field.type() == LogicalType.NUMBER;
        if (conversion.result() != field.type() && !widened) {
            problems.keyError(
                    node,
                    "TYPE_DIFFERS",
                    "转换 '" + conversion.word() + "' 得到 " + word(conversion.result()) + "，规范字段 '" + field.name() + "' 是 "
                            + word(field.type()),
                    "换一个转换，或换一个规范字段");
        }
    }

    private static String word(LogicalType type) {
        return switch (type) {
            case STRING -> "文字";
            case DATE -> "日期";
            case TIMESTAMP -> "时间";
            case NUMBER -> "小数";
            case INTEGER -> "整数";
            case BOOLEAN -> "是否";
        };
    }
}
