package io.hourshare.contract.draft;

import io.hourshare.contract.SourceFormat;
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

    private JsonSample() {}

    static Sample read(byte[] bytes) {
        JsonSample sample = new JsonSample();
        try {
            sample.search(JsonMapper.shared().readTree(bytes));
        } catch (JacksonException e) {
            throw new IllegalArgumentException("样本不是完整的 JSON：" + e.getOriginalMessage() + "。请提供完整的一次应答", e);
        }
        List<Map<String, String>> records = new ArrayList<>();
        for (JsonNode one : sample.longest) {
            Map<String, String> record = new LinkedHashMap<>();
            flatten("", one, record);
            records.add(record);
        }
        return new Sample(SourceFormat.JSON, Map.of(), records, List.of("JSON：" + records.size() + " 条记录"));
    }

    private void search(JsonNode node) {
        if (node.isArray()) {
            List<JsonNode> objects = node.values().stream()
                    .filter(JsonNode::isObject)
                    .limit(Sample.ENOUGH)
                    .toList();
            if (objects.size() > longest.size()) {
                longest.clear();
                longest.addAll(objects);
            }
        } else if (node.isObject()) {
            node.values().forEach(this::search);
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
