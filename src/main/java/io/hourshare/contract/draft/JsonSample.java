package io.hourshare.contract.draft;

import io.hourshare.contract.SourceFormat;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.json.JsonMapper;

/** Reads a JSON answer: the longest list of objects in it holds the records. */
final class JsonSample {

    private static final Pattern TOTAL = Pattern.compile(
            "(?i)total(_?(count|num|number|size|records|elements))?|records_?total|record_?count|zs|zts|zjls");

    private final List<JsonNode> longest = new ArrayList<>();
    private String path = "";
    private int lists;
    private @Nullable String total;

    private JsonSample() {}

    static Sample read(byte[] bytes) {
        try {
            return parsed(bytes);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("样本不是完整的 JSON：" + e.getOriginalMessage() + "。请提供完整的一次应答", e);
        }
    }

    private static Sample parsed(byte[] bytes) {
        JsonSample sample = new JsonSample();
        boolean utf8 = CsvSample.isUtf8(bytes);
        String text = new String(bytes, utf8 ? StandardCharsets.UTF_8 : Charset.forName("GB18030"));
        boolean lines = sample.read(text.replace("\ufeff", ""));
        Map<String, String> options = new LinkedHashMap<>();
        if (sample.lists > 1 && !lines) {
            options.put("records", sample.path);
        }
        if (!utf8) {
            options.put("charset", "GB18030");
        }
        return sample.drafted(lines, options);
    }

    /** Whether the text is several objects one behind the other, each a record. */
    private boolean read(String text) {
        if (text.stripLeading().startsWith("[")) {
            search("", JsonMapper.shared().readTree(text)); // an iterator would take the list apart itself
            return false;
        }
        try (MappingIterator<JsonNode> values =
                JsonMapper.shared().readerFor(JsonNode.class).readValues(text)) {
            List<JsonNode> all = new ArrayList<>();
            while (values.hasNextValue() && all.size() < Sample.ENOUGH) {
                all.add(values.nextValue());
            }
            boolean lines = all.size() > 1 && all.stream().allMatch(JsonNode::isObject);
            if (lines) {
                longest.addAll(all);
            } else {
                all.forEach(one -> search("", one));
            }
            return lines;
        }
    }

    /** A list inside the records is drafted with its members as the records, since its figures are theirs. */
    private Sample drafted(boolean lines, Map<String, String> options) {
        List<String> notes = new ArrayList<>();
        notes.add((lines ? "JSON 行：" : "JSON：") + longest.size() + " 条记录" + (path.isEmpty() ? "" : "，在 " + path));
        Set<String> nested = new LinkedHashSet<>();
        longest.forEach(one -> nested("", one, nested));
        String exploded = nested.isEmpty() ? null : nested.iterator().next();
        if (exploded != null) {
            options.put("explode", exploded);
            notes.add("记录里有嵌套清单 " + String.join("、", nested) + "：按 " + exploded + " 的每个成员一条起草，_index 是成员的位置");
            Set<String> deeper = new LinkedHashSet<>();
            longest.forEach(one -> members(one, exploded).forEach(member -> nested("", member, deeper)));
            if (!deeper.isEmpty()) {
                notes.add(exploded + " 的成员里还有清单 " + String.join("、", deeper) + "，没有起草：一条记录只能拆一层。请数源把它们并到成员里，或另作一个数据源");
            }
        }
        List<Map<String, String>> records = new ArrayList<>();
        longest.forEach(one -> records(one, exploded, records));
        Map<String, String> told = new HashMap<>();
        if (!lines && !path.isEmpty()) {
            told.put("records", "/" + path.replace('.', '/'));
        }
        if (options.containsKey("charset")) {
            told.put("charset", options.get("charset"));
        }
        if (total != null) {
            told.put("total", total);
        }
        return Sample.answer(lines ? SourceFormat.ROWS : SourceFormat.JSON, options, records, notes, told);
    }

    private static void nested(String prefix, JsonNode node, Set<String> nested) {
        node.properties().forEach(entry -> {
            JsonNode value = entry.getValue();
            boolean objects =
                    value.isArray() && !value.isEmpty() && value.get(0).isObject();
            if (objects) {
                nested.add(prefix + entry.getKey());
            } else if (value.isObject()) {
                nested(prefix + entry.getKey() + ".", value, nested);
            }
        });
    }

    private static void records(JsonNode one, @Nullable String exploded, List<Map<String, String>> records) {
        Map<String, String> own = new LinkedHashMap<>();
        flatten("", one, own);
        List<JsonNode> members = exploded == null ? List.of() : members(one, exploded);
        if (members.isEmpty()) {
            records.add(own);
        }
        for (int i = 0; i < members.size(); i++) {
            Map<String, String> record = new LinkedHashMap<>(own);
            flatten("", members.get(i), record);
            record.put("_index", String.valueOf(i + 1));
            records.add(record);
        }
    }

    private static List<JsonNode> members(JsonNode record, String list) {
        return record.at("/" + list.replace('.', '/')).values().stream().toList();
    }

    private void search(String at, JsonNode node) {
        String name = at.substring(at.lastIndexOf('.') + 1);
        if (total == null && TOTAL.matcher(name).matches() && node.asString("").matches("[0-9]{1,9}")) {
            total = "/" + at.replace('.', '/');
        }
        if (node.isArray()) {
            List<JsonNode> objects = node.values().stream()
                    .filter(JsonNode::isObject)
                    .limit(Sample.ENOUGH)
                    .toList();
            lists += objects.isEmpty() ? 0 : 1;
            if (objects.size() > longest.size()) {
                path = at;
                longest.clear();
                longest.addAll(objects);
            }
        } else if (node.isObject()) {
            node.properties()
                    .forEach(member ->
                            search(at.isEmpty() ? member.getKey() : at + "." + member.getKey(), member.getValue()));
        }
    }

    private static void flatten(String prefix, JsonNode node, Map<String, String> record) {
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            JsonNode value = entry.getValue();
            if (value.isObject()) {
                flatten(prefix + entry.getKey() + ".", value, record);
            } else if (value.isValueNode()
                    && !value.isNull()
                    && !value.asString().isBlank()) {
                record.put(prefix + entry.getKey(), value.asString().strip());
            }
        }
    }
}
