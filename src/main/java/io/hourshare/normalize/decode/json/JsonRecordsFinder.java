package io.hourshare.normalize.decode.json;

import io.hourshare.land.Content;
import io.hourshare.normalize.decode.layout.FieldNames;
import io.hourshare.normalize.decode.text.ByteWindow;
import io.hourshare.normalize.decode.text.UnreadableObjectException;
import io.hourshare.normalize.fault.Reason;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Looks through a whole document for its records, where the job does not say where they are. */
final class JsonRecordsFinder {

    private static final Set<String> USUAL =
            Set.of("records", "list", "rows", "data", "items", "result", "results", "content", "datas", "resultlist");
    private static final int DEPTH = 8;

    private final ByteWindow window;
    private final JsonWalk walk;
    private final FieldNames names;
    private final List<Place> arrays = new ArrayList<>();
    private final List<Place> objects = new ArrayList<>();
    private final List<List<String>> empties = new ArrayList<>();

    private JsonRecordsFinder(ByteWindow window, boolean doubleByte, FieldNames names) {
        this.window = window;
        this.walk = new JsonWalk(window, doubleByte);
        this.names = names;
    }

    /** @param fields how many of the feed's fields stand in the object, or in the first one of the array */
    private record Place(List<String> path, int fields) {}

    /**
     * Path of the array of records, or of the one object that is a record because the source writes no array around a
     * single one; that of an empty array where nothing else holds objects.
     */
    static List<String> find(Content content, boolean doubleByte, FieldNames names) throws IOException {
        try (ByteWindow window = new ByteWindow(content)) {
            JsonRecordsFinder finder = new JsonRecordsFinder(window, doubleByte, names);
            finder.value(List.of());
            return finder.choice();
        }
    }

    private List<String> choice() {
        Place object =
                objects.stream().max(Comparator.comparingInt(Place::fields)).orElse(new Place(List.of(), 0));
        int most = arrays.stream().mapToInt(Place::fields).max().orElse(0);
        if (!arrays.isEmpty() && (most > 0 || object.fields() < 2)) {
            return array(most)
                    .orElseThrow(() -> new UnreadableObjectException(Reason.RECORDS_AMBIGUOUS, 0, names(arrays)));
        }
        Optional<List<String>> usual =
                empties.stream().filter(path -> path.isEmpty() || isUsual(path)).findFirst();
        if (object.fields() > 1 && usual.isEmpty()) {
            return object.path();
        }
        return usual.or(() -> empties.stream().findFirst())
                .orElseThrow(() -> new UnreadableObjectException(Reason.RECORDS_NOT_FOUND, 0, ""));
    }

    /** The only one, or the only one of those that hold the most fields. */
    private Optional<List<String>> array(int most) {
        List<List<String>> fitting = arrays.stream()
                .filter(array -> array.fields() == most)
                .map(Place::path)
                .toList();
        return fitting.size() == 1 ? Optional.of(fitting.get(0)) : Optional.empty();
    }

    private static boolean isUsual(List<String> path) {
        return USUAL.contains(path.get(path.size() - 1).toLowerCase(Locale.ROOT));
    }

    private void value(List<String> path) throws IOException {
        int first = walk.peek();
        if (first == '[') {
            array(path);
        } else if (first == '{' && path.size() < DEPTH) {
            object(path);
        } else {
            if (first == 'n' && !path.isEmpty() && isUsual(path)) {
                empties.add(path);
            }
            walk.skipValue();
        }
    }

    private void object(List<String> path) throws IOException {
        window.read();
        int fields = 0;
        while (walk.peek() == '"') {
            List<String> inner = new ArrayList<>(path);
            inner.add(walk.name());
            fields += JsonWalk.isField(names, inner.get(inner.size() - 1)) ? 1 : 0;
            if (!walk.take(':')) {
                return;
            }
            value(inner);
            walk.take(',');
        }
        walk.take('}');
        objects.add(new Place(path, fields));
    }

    private void array(List<String> path) throws IOException {
        window.read();
        int first = walk.peek();
        if (first == '{') {
            arrays.add(new Place(path, walk.fields(names)));
        } else if (first == ']') {
            empties.add(path);
        }
        walk.closeBrackets(1);
    }

    private static String names(List<Place> places) {
        return String.join(
                "、",
                places.stream().map(place -> String.join(".", place.path())).toList());
    }
}
