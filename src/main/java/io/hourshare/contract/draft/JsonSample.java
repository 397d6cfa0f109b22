package io.hourshare.contract.draft;

import io.hourshare.contract.SourceFormat;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a JSON answer: the longest list of objects in it holds the records. */
final class JsonSample {

    private final List<JsonNode> longest = new ArrayList<>();
    private String path = "";
    private int lists;

    private JsonSample() {}

    static Sample read(byte[] bytes) {
        JsonSample sample = new JsonSample();
        boolean utf8 = CsvSample.isUtf8(bytes);
        String text = new String(bytes, utf8 ? StandardCharsets.UTF_8 : Charset.forName("GB18030"));
        try {
            sample.search("", JsonMapper.shared().readTree(text.replace("\ufeff", "")));
        } catch (JacksonException e) {
            throw new IllegalArgumentException("样本不是完整的 JSON：" + e.getOriginalMessage() + "。请提供完整的一次应答", e);
        }
        List<Map<String, String>> records = new ArrayList<>();
        for (JsonNode one : sample.longest) {
            Map<String, String> record = new LinkedHashMap<>();
            flatten("", one, record);
            records.add(record);
        }
        Map<String, String> options = new LinkedHashMap<>();
        if (sample.lists > 1) {
            options.put("records", sample.path);
        }
        if (!utf8) {
            options.put("charset", "GB18030");
        }
        String where = sample.path.isEmpty() ? "" : "，在 " + sample.path;
        return new Sample(SourceFormat.JSON, options, records, List.of("JSON：" + records.size() + " 条记录" + where));
    }

    private void search(String at, JsonNode node) {
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
