package io.hourshare.history;

import io.hourshare.kernel.HourWindow;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes a document back, change by change from the newest on.
 *
 * <p>A dated record that is shown nowhere today is not brought back: what was repaired, revoked or has expired is gone
 * from views of the past too.
 */
final class DocumentUndo {

    private final ObjectNode document;
    private final Predicate<String> stillShown;
    private final Predicate<JsonNode> stillGranted;
    private final boolean ended;
    private boolean present;

    /**
     * @param document today's, or null where the enterprise is not there any more
     * @param stillShown whether a record with the key is shown for any enterprise today
     * @param stillGranted whether everything of what was said comes from feeds that may still be shown
     */
    DocumentUndo(
            String enterpriseId,
            @Nullable ObjectNode document,
            Predicate<String> stillShown,
            Predicate<JsonNode> stillGranted) {
        this.present = document != null;
        this.ended = document == null;
        this.document =
                document == null ? JsonNodeFactory.instance.objectNode().put("enterprise_id", enterpriseId) : document;
        this.stillShown = stillShown;
        this.stillGranted = stillGranted;
    }

    void undo(Change change) {
        switch (change.kind()) {
            case ENTERPRISE -> present = change.before() != null;
            case HEAD -> put(document, change.path(), change.before());
            case FIELD -> put(document.withObject("/fields"), change.path(), granted(change.before()));
            case CONFLICT ->
                replace(
                        document.withArray("conflicts"),
                        node -> node.path("attribute").asString().equals(change.key()),
                        granted(change.before()));
            case NAME -> replace(document.withArray("names"), sameAs(change.after()), granted(change.before()));
            case IDENTITY -> replace(document.withArray("events"), sameAs(change.after()), granted(change.before()));
            case RECORD -> record(change);
        }
    }

    private @Nullable JsonNode granted(@Nullable JsonNode before) {
        return before != null && stillGranted.test(before) ? before : null;
    }

    private void record(Change change) {
        ArrayNode records = document.withObject("/satellites").withArray(change.path());
        JsonNode before = change.before();
        boolean shown = before != null && stillShown.test(change.key());
        replace(records, node -> DocumentDiff.recordKey(node).equals(change.key()), shown ? before : null);
    }

    /**
     * The document as it was known, or null where the enterprise was not, or was only from what is told no more.
     *
     * @param known end of what was known: what a value's source said again later is not told
     */
    @Nullable
    ObjectNode asOf(Instant known) {
        if (!present || ended && isOnlyNamed()) {
            return null;
        }
        document.path("fields").forEach(field -> forgetLater(field, known));
        document.path("satellites")
                .forEach(records -> records.forEach(node -> forgetLater(node.path("_source"), known)));
        return document;
    }

    private boolean isOnlyNamed() {
        return document.path("fields").isEmpty()
                && document.path("satellites").valueStream().allMatch(JsonNode::isEmpty);
    }

    private static void forgetLater(JsonNode source, Instant known) {
        String window = source.path("window").asString("");
        if (source instanceof ObjectNode object
                && !window.isEmpty()
                && !HourWindow.parse(window).start().isBefore(known)) {
            object.remove(List.of("source_time", "window", "position"));
        }
    }

    private static Predicate<JsonNode> sameAs(@Nullable JsonNode node) {
        return other -> node != null && node.equals(other);
    }

    private static void put(ObjectNode parent, String member, @Nullable JsonNode value) {
        if (value == null) {
            parent.remove(member);
        } else {
            parent.set(member, value);
        }
    }

    private static void replace(ArrayNode list, Predicate<JsonNode> which, @Nullable JsonNode by) {
        for (int i = list.size() - 1; i >= 0; i--) {
            if (which.test(list.get(i))) {
                list.remove(i);
            }
        }
        if (by != null) {
            list.add(by);
        }
    }
}
