package io.hourshare.contract.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** A value in a catalogue file; reading it never fails, since the schema check says what is wrong with it. */
record YamlNode(YamlFile file, String pointer, JsonNode value) {

    YamlNode get(String name) {
        JsonNode child = value.isObject() ? value.get(name) : null;
        return new YamlNode(file, YamlFile.child(pointer, name), child == null ? MissingNode.getInstance() : child);
    }

    boolean exists() {
        return !value.isMissingNode() && !value.isNull();
    }

    boolean isObject() {
        return value.isObject();
    }

    String text(String fallback) {
        return exists() && value.isValueNode() ? value.asString() : fallback;
    }

    String text() {
        return text("");
    }

    int integer(int fallback) {
        return value.isIntegralNumber() && value.canConvertToInt() ? value.intValue() : fallback;
    }

    double number(double fallback) {
        return value.isNumber() ? value.doubleValue() : fallback;
    }

    boolean flag(boolean fallback) {
        return value.isBoolean() ? value.booleanValue() : fallback;
    }

    /** Members of a list; a single value stands for a list of one. */
    List<YamlNode> items() {
        List<YamlNode> items = new ArrayList<>();
        if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                items.add(new YamlNode(file, pointer + "/" + i, value.get(i)));
            }
        } else if (exists()) {
            items.add(this);
        }
        return items;
    }

    /** Members of a mapping in the file's order. */
    Map<String, YamlNode> entries() {
        Map<String, YamlNode> entries = new LinkedHashMap<>();
        if (value.isObject()) {
            value.properties().forEach(entry -> entries.put(entry.getKey(), get(entry.getKey())));
        }
        return entries;
    }

    Place place() {
        return file.value(pointer);
    }

    Place key() {
        return file.key(pointer);
    }
}
