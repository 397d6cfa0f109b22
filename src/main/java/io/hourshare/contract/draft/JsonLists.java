package io.hourshare.contract.draft;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Lists inside the records of a JSON sample, taken apart down to the innermost: its members are the rows. */
final class JsonLists {

    private final List<JsonNode> records;
    private final List<String> chain = new ArrayList<>();
    private final Set<String> aside = new LinkedHashSet<>();
    private final Set<String> left = new LinkedHashSet<>();
    private final Set<String> named = new LinkedHashSet<>();

    JsonLists(List<JsonNode> records) {
        this.records = records;
        List<JsonNode> level = records;
        while (true) {
            Set<String> lists = new LinkedHashSet<>();
            level.forEach(one -> nested("", one, lists));
            if (lists.isEmpty()) {
                return;
            }
            String above = chain.isEmpty() ? "" : path() + ".";
            String first = lists.iterator().next();
            if (!chain.isEmpty() && !isRicher(level, first)) {
                left.addAll(lists);
                return;
            }
            lists.stream().skip(1).forEach(other -> aside.add(above + other));
            chain.add(first);
            level = level.stream().flatMap(one -> members(one, first).stream()).toList();
        }
    }

    /** Whether the inner members tell more than what bears them; else figures would only be repeated. */
    private static boolean isRicher(List<JsonNode> level, String list) {
        long own = level.stream().mapToLong(JsonLists::fields).max().orElse(0);
        return level.stream()
                .flatMap(one -> members(one, list).stream())
                .mapToLong(JsonLists::fields)
                .anyMatch(inner -> inner > own);
    }

    private static long fields(JsonNode node) {
        return node.values().stream().filter(JsonNode::isValueNode).count();
    }

    /** Lists inside the members that are left as they are. */
    Set<String> left() {
        return left;
    }

    /** Path of the list that is taken apart, empty where there is none. */
    String path() {
        return String.join(".", chain);
    }

    /** Lists beside it, of which only the department's bytes tell. */
    Set<String> aside() {
        return aside;
    }

    /** Names that stand in the records, most of them with values. */
    Set<String> named() {
        return named;
    }

    List<Map<String, String>> rows() {
        List<Map<String, String>> rows = new ArrayList<>();
        for (JsonNode record : records) {
            int before = rows.size();
            rows(record, 0, "", Map.of(), rows);
            for (int i = before; i < rows.size() && !chain.isEmpty(); i++) {
                boolean whole = rows.size() == before + 1
                        && members(record, chain.get(0)).isEmpty();
                if (!whole) {
                    rows.get(i).put("_index", String.valueOf(i - before + 1));
                }
            }
        }
        return rows;
    }

    private void rows(
            JsonNode node, int depth, String above, Map<String, String> around, List<Map<String, String>> rows) {
        Map<String, String> row = new LinkedHashMap<>(around);
        flatten("", node, above, around, row);
        List<JsonNode> members = depth < chain.size() ? members(node, chain.get(depth)) : List.of();
        if (members.isEmpty()) {
            rows.add(row);
        }
        for (JsonNode member : members) {
            rows(member, depth + 1, above + chain.get(depth) + ".", row, rows);
        }
    }

    private static List<JsonNode> members(JsonNode record, String list) {
        return record.at("/" + list.replace('.', '/')).values().stream()
                .filter(JsonNode::isObject)
                .toList();
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

    /** A member's field goes by its whole path where what stands around the list has one of the same name. */
    private void flatten(
            String prefix, JsonNode node, String above, Map<String, String> around, Map<String, String> row) {
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            JsonNode value = entry.getValue();
            String bare = prefix + entry.getKey();
            String name = around.containsKey(bare) ? above + bare : bare;
            if (value.isObject()) {
                flatten(bare + ".", value, above, around, row);
            } else if (value.isValueNode()) {
                named.add(name);
                if (!value.isNull() && !value.asString().isBlank()) {
                    row.put(name, value.asString().strip());
                }
            }
        }
    }
}
