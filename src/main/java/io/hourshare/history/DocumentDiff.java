package io.hourshare.history;

import io.hourshare.history.Change.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Compares two documents of an enterprise: what they say, not when it was last heard again. */
final class DocumentDiff {

    static final List<String> HEAD = List.of("uscc", "name", "in_park", "state", "branch_of");

    private final List<Change> changes = new ArrayList<>();

    private DocumentDiff() {}

    /** A document that is null is of an enterprise that is not there. */
    static List<Change> of(@Nullable JsonNode before, @Nullable JsonNode after) {
        DocumentDiff diff = new DocumentDiff();
        ObjectNode nothing = JsonNodeFactory.instance.objectNode();
        if (before == null || after == null) {
            diff.changes.add(new Change(Kind.ENTERPRISE, "", "", present(before), present(after)));
        }
        diff.compare(before == null ? nothing : before, after == null ? nothing : after);
        return diff.changes;
    }

    private static @Nullable JsonNode present(@Nullable JsonNode document) {
        return document == null ? null : JsonNodeFactory.instance.booleanNode(true);
    }

    private void compare(JsonNode before, JsonNode after) {
        for (String member : HEAD) {
            differ(Kind.HEAD, member, known(before.get(member)), known(after.get(member)), Objects::equals);
        }
        members(Kind.FIELD, before.path("fields"), after.path("fields"), DocumentDiff::saysTheSame);
        keyed(
                Kind.CONFLICT,
                before,
                after,
                "conflicts",
                node -> node.path("attribute").asString());
        keyed(Kind.NAME, before, after, "names", JsonNode::toString);
        Set<String> satellites = new TreeSet<>(before.path("satellites").propertyNames());
        satellites.addAll(after.path("satellites").propertyNames());
        for (String satellite : satellites) {
            keyed(
                    Kind.RECORD,
                    satellite,
                    before.path("satellites").path(satellite),
                    after.path("satellites").path(satellite),
                    DocumentDiff::recordKey);
        }
        keyed(Kind.IDENTITY, before, after, "events", JsonNode::toString);
        // What newer ones displaced is not gone.
        after.path("left_out")
                .propertyNames()
                .forEach(
                        crowded -> changes.removeIf(change -> change.path().equals(crowded) && change.after() == null));
    }

    private void keyed(Kind kind, JsonNode before, JsonNode after, String list, Function<JsonNode, String> key) {
        keyed(kind, list, before.path(list), after.path(list), key);
    }

    private void keyed(Kind kind, String path, JsonNode before, JsonNode after, Function<JsonNode, String> key) {
        Map<String, JsonNode> old = byKey(before, key);
        Map<String, JsonNode> now = byKey(after, key);
        Set<String> keys = new TreeSet<>(old.keySet());
        keys.addAll(now.keySet());
        for (String one : keys) {
            JsonNode was = old.get(one);
            JsonNode is = now.get(one);
            if (was == null || is == null || !content(was).equals(content(is))) {
                changes.add(new Change(kind, path, one, was, is));
            }
        }
    }

    private void members(Kind kind, JsonNode before, JsonNode after, BiPredicate<JsonNode, JsonNode> same) {
        Set<String> names = new TreeSet<>(before.propertyNames());
        names.addAll(after.propertyNames());
        names.forEach(name -> differ(kind, name, known(before.get(name)), known(after.get(name)), same));
    }

    private void differ(
            Kind kind,
            String path,
            @Nullable JsonNode before,
            @Nullable JsonNode after,
            BiPredicate<JsonNode, JsonNode> same) {
        boolean both = before != null && after != null;
        if (both ? !same.test(before, after) : before != after) {
            changes.add(new Change(kind, path, "", before, after));
        }
    }

    private static @Nullable JsonNode known(@Nullable JsonNode node) {
        return node == null || node.isNull() ? null : node;
    }

    /** The same value from the same feed by the same rule, whenever and wherever it was sent again. */
    private static boolean saysTheSame(JsonNode before, JsonNode after) {
        return before.path("value").equals(after.path("value"))
                && before.path("feed").equals(after.path("feed"))
                && before.path("rule").equals(after.path("rule"));
    }

    static String recordKey(JsonNode row) {
        return row.path("_source").path("key").asString("");
    }

    private static Map<String, JsonNode> byKey(JsonNode list, Function<JsonNode, String> key) {
        Map<String, JsonNode> byKey = new LinkedHashMap<>();
        list.forEach(node -> byKey.putIfAbsent(key.apply(node), node));
        return byKey;
    }

    /** Without where and when it was sent. */
    private static JsonNode content(JsonNode node) {
        ObjectNode copy = (ObjectNode) node.deepCopy();
        copy.remove("_source");
        for (String side : List.of("winner", "losers")) {
            JsonNode said = copy.path(side);
            said.valueStream().filter(JsonNode::isObject).forEach(DocumentDiff::withoutPlace);
            if (said.isObject()) {
                withoutPlace(said);
            }
        }
        return copy;
    }

    private static void withoutPlace(JsonNode said) {
        if (said instanceof ObjectNode object) {
            object.remove(List.of("source_time", "window", "position"));
        }
    }
}
