package io.hourshare.contract.internal;

import com.networknt.schema.Error;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/** Words a schema error for people who do not read JSON schemas, at the line and column it stands. */
final class SchemaMessages {

    private final YamlFile file;
    private final JsonNode schema;
    private final Problems problems;

    SchemaMessages(YamlFile file, JsonNode schema, Problems problems) {
        this.file = file;
        this.schema = schema;
        this.problems = problems;
    }

    void report(Error error) {
        String at = error.getInstanceLocation().toString();
        JsonNode rules = rulesOf(error);
        switch (error.getKeyword()) {
            case "additionalProperties" -> unknownKey(at, error.getProperty(), rules);
            case "required" -> missingKey(at, error.getProperty(), rules);
            case "enum", "const" -> notAllowed(at, error, rules);
            case "type" ->
                add(file.value(at), "TYPE_WRONG", "类型不对：" + shown(error), "改为" + typeWords(rules) + hint(rules));
            case "pattern" ->
                add(
                        file.value(at),
                        "PATTERN_WRONG",
                        "写法不对：" + shown(error),
                        "须符合 " + rules.path("pattern").asString() + hint(rules));
            case "propertyNames" ->
                add(
                        file.key(YamlFile.child(at, Objects.toString(error.getProperty(), ""))),
                        "NAME_WRONG",
                        "名称写法不对：'" + error.getProperty() + "'",
                        "只用小写字母、数字和下划线，以字母开头");
            default ->
                add(
                        file.value(at),
                        "VALUE_WRONG",
                        "取值不对：" + shown(error),
                        limit(error.getKeyword()) + " " + rules.path(error.getKeyword()) + hint(rules));
        }
    }

    private void unknownKey(String at, String name, JsonNode rules) {
        List<String> known = new ArrayList<>();
        rules.path("properties").properties().forEach(entry -> known.add(entry.getKey()));
        String child = YamlFile.child(at, name);
        add(file.key(child), "KEY_UNKNOWN", "不认识的键 '" + name + "'", "可用的键：" + Suggestions.nearest(name, known));
    }

    private void missingKey(String at, String name, JsonNode rules) {
        String meaning = rules.path("properties").path(name).path("description").asString("");
        add(
                file.key(at),
                "KEY_MISSING",
                "缺少必填的键 '" + name + "'",
                "补上 " + name + (meaning.isEmpty() ? "" : "（" + meaning + "）"));
    }

    private void notAllowed(String at, Error error, JsonNode rules) {
        List<String> allowed = new ArrayList<>();
        rules.path("enum").values().forEach(value -> allowed.add(value.asString()));
        if (rules.has("const")) {
            allowed.add(rules.path("const").asString());
        }
        String given =
                error.getInstanceNode() == null ? "" : error.getInstanceNode().asString("");
        add(
                file.value(at),
                "VALUE_NOT_ALLOWED",
                "值 " + shown(error) + " 不在允许之列",
                "改为以下之一：" + Suggestions.of(given, allowed) + hint(rules));
    }

    private JsonNode rulesOf(Error error) {
        String fragment = Objects.toString(error.getSchemaLocation().getFragment(), "");
        int last = fragment.lastIndexOf('/');
        JsonNode rules = last <= 0 ? schema : schema.at(fragment.substring(0, last));
        return rules.isMissingNode() ? schema : rules;
    }

    private static String typeWords(JsonNode rules) {
        JsonNode type = rules.path("type");
        List<String> words = new ArrayList<>();
        (type.isArray() ? type.values() : List.of(type)).forEach(one -> words.add(typeWord(one.asString())));
        return String.join("或", words);
    }

    private static String limit(String keyword) {
        return switch (keyword) {
            case "maximum" -> "不得大于";
            case "minimum" -> "不得小于";
            case "minLength" -> "字数不得少于";
            case "minItems" -> "项数不得少于";
            case "maxItems" -> "项数不得多于";
            case "minProperties" -> "键数不得少于";
            default -> "须满足 " + keyword;
        };
    }

    private static String typeWord(String type) {
        return switch (type) {
            case "string" -> "文字（必要时加引号）";
            case "integer" -> "整数";
            case "number" -> "数字";
            case "boolean" -> "true 或 false";
            case "array" -> "清单（每项一行，以 - 开头）";
            default -> "键与值";
        };
    }

    private static String hint(JsonNode rules) {
        String description = rules.path("description").asString("");
        return description.isEmpty() ? "" : "（" + description + "）";
    }

    private static String shown(Error error) {
        String text = String.valueOf(error.getInstanceNode());
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }

    private void add(Place place, String code, String cause, String remedy) {
        problems.error(file.path(), place, code, cause, remedy);
    }
}
