package io.hourshare.contract.internal;

import io.hourshare.contract.CodeList;
import io.hourshare.contract.FeedJob;
import io.hourshare.contract.FieldMapping;
import io.hourshare.kernel.Digest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** Digest of what decides how landed bytes are normalized; comments, blanks and the order of keys do not count. */
final class FeedDigest {

    /** Code lists that conversions look up without being told. */
    private static final Map<String, List<String>> BUILT_IN = Map.of(
            "region", List.of("regions", "region-history"),
            "industry", List.of("industries"),
            "currency", List.of("currencies"),
            "boolean", List.of("booleans"),
            "operation", List.of("operations"));

    private FeedDigest() {}

    static Digest of(YamlFile contract, YamlFile job, FeedJob bound, Map<String, CodeList> codeLists) {
        List<String> parts = new ArrayList<>();
        parts.add(canonical(contract.tree()));
        parts.add(canonical(job.tree()));
        parts.add(bound.reading().format().name());
        Set<String> lists = new TreeSet<>();
        for (FieldMapping mapping : bound.map()) {
            parts.add(mapping.canonical() + mapping.from() + mapping.as() + new TreeMap<>(mapping.options()));
            lists.addAll(BUILT_IN.getOrDefault(mapping.as(), List.of()));
            lists.add(mapping.options().getOrDefault("list", ""));
        }
        for (String name : lists) {
            CodeList list = codeLists.get(name);
            parts.add(list == null ? name : text(list));
        }
        return Digest.of(parts);
    }

    static String text(CodeList list) {
        StringBuilder text = new StringBuilder(list.name()).append(list.columns());
        list.rows()
                .forEach(row ->
                        list.columns().forEach(column -> text.append('\u001f').append(row.get(column))));
        return text.toString();
    }

    /** JSON with sorted keys. */
    static String canonical(JsonNode node) {
        if (node.isObject()) {
            Map<String, String> sorted = new TreeMap<>();
            node.properties().forEach(entry -> sorted.put(entry.getKey(), canonical(entry.getValue())));
            return sorted.toString();
        }
        if (node.isArray()) {
            return node.values().stream().map(FeedDigest::canonical).toList().toString();
        }
        return node.toString();
    }
}
