package io.hourshare.contract.internal;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A parsed catalogue file: its tree, and where every key and value of it stands, by JSON pointer. */
record YamlFile(String path, JsonNode tree, Map<String, Place> keys, Map<String, Place> values) {

    YamlNode root() {
        return new YamlNode(this, "", tree);
    }

    /** Place of the key that holds the value, or of the value itself in a list. */
    Place key(String pointer) {
        Place place = keys.get(pointer);
        return place == null ? value(pointer) : place;
    }

    Place value(String pointer) {
        for (String at = pointer; !at.isEmpty(); at = at.substring(0, at.lastIndexOf('/'))) {
            Place place = values.get(at);
            if (place != null) {
                return place;
            }
        }
        return values.getOrDefault("", Place.FILE);
    }

    static String child(String pointer, String name) {
        return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
    }
}
