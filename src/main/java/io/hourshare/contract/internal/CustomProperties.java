package io.hourshare.contract.internal;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The standard's open list of {@code property} and {@code value}, where our own keys live. */
record CustomProperties(Map<String, YamlNode> byName) {

    /** Reads the list under a node; a word that is not ours is only warned of, since the standard leaves it open. */
    static CustomProperties of(YamlNode holder, Collection<String> known, Problems problems) {
        Map<String, YamlNode> byName = new LinkedHashMap<>();
        for (YamlNode item : holder.get("customProperties").items()) {
            String name = item.get("property").text();
            if (!name.isEmpty() && !known.contains(name)) {
                problems.warning(
                        item.get("property"),
                        "PROPERTY_UNKNOWN",
                        "不认识的自定义键 '" + name + "'，不起作用",
                        "本项目的键：" + Suggestions.of(name, known));
            }
            if (byName.put(name, item.get("value")) != null) {
                problems.error(item.get("property"), "PROPERTY_REPEATED", "自定义键 '" + name + "' 写了两次", "只留一处");
            }
        }
        return new CustomProperties(byName);
    }

    String text(String name, String fallback) {
        YamlNode value = byName.get(name);
        return value == null ? fallback : value.text(fallback);
    }

    List<String> texts(String name) {
        YamlNode value = byName.get(name);
        return value == null
                ? List.of()
                : value.items().stream().map(YamlNode::text).toList();
    }

    int integer(String name, int fallback) {
        YamlNode value = byName.get(name);
        return value == null ? fallback : value.integer(fallback);
    }

    boolean flag(String name, boolean fallback) {
        YamlNode value = byName.get(name);
        return value == null ? fallback : value.flag(fallback);
    }

    <E extends Enum<E>> E choice(String name, Class<E> type, E fallback) {
        String word = text(name, "").toUpperCase(Locale.ROOT);
        for (E one : type.getEnumConstants()) {
            if (one.name().equals(word)) {
                return one;
            }
        }
        return fallback;
    }
}
