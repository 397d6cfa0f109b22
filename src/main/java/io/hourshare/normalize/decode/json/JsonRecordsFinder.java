package io.hourshare.normalize.decode.json;

import io.hourshare.land.Content;
import io.hourshare.normalize.decode.text.ByteWindow;
import io.hourshare.normalize.decode.text.UnreadableObjectException;
import io.hourshare.normalize.fault.Reason;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Looks through a whole document for the one array of records, where the job does not say which it is. */
final class JsonRecordsFinder {

    private static final Set<String> USUAL =
            Set.of("records", "list", "rows", "data", "items", "result", "results", "content", "datas", "resultlist");
    private static final int DEPTH = 8;

    private final ByteWindow window;
    private final JsonWalk walk;
    private final List<List<String>> arrays = new ArrayList<>();
    private final List<List<String>> empties = new ArrayList<>();

    private JsonRecordsFinder(ByteWindow window, boolean doubleByte) {
        this.window = window;
        this.walk = new JsonWalk(window, doubleByte);
    }

    /** Path of the array of records; that of an empty one where no other holds objects. */
    static List<String> find(Content content, boolean doubleByte) throws IOException {
        try (ByteWindow window = new ByteWindow(content)) {
            JsonRecordsFinder finder = new JsonRecordsFinder(window, doubleByte);
            finder.value(List.of());
            return finder.choice();
        }
    }

    private List<String> choice() {
        if (arrays.size() == 1) {
            return arrays.get(0);
        }
        if (arrays.size() > 1) {
            throw new UnreadableObjectException(Reason.RECORDS_AMBIGUOUS, 0, names(arrays));
        }
        if (empties.isEmpty()) {
            throw new UnreadableObjectException(Reason.RECORDS_NOT_FOUND, 0, "");
        }
        return empties.get(0);
    }

    private void value(List<String> path) throws IOException {
        int first = walk.peek();
        if (first == '[') {
            array(path);
        } else if (first == '{' && path.size() < DEPTH) {
            object(path);
        } else {
            boolean nothing = first == 'n'
                    && !path.isEmpty()
                    && USUAL.contains(path.get(path.size() - 1).toLowerCase(Locale.ROOT));
            if (nothing) {
                empties.add(path);
            }
            walk.skipValue();
        }
    }

    private void object(List<String> path) throws IOException {
        window.read();
        while (walk.peek() == '"') {
            List<String> inner = new ArrayList<>(path);
            inner.add(walk.name());
            if (!walk.take(':')) {
                return;
            }
            value(inner);
            walk.take(',');
        }
        walk.take('}');
    }

    private void array(List<String> path) throws IOException {
        window.read();
        int first = walk.peek();
        if (first == '{') {
            arrays.add(path);
        } else if (first == ']') {
            empties.add(path);
        }
        walk.closeBrackets(1);
    }

    private static String names(List<List<String>> paths) {
        return String.join(
                "、", paths.stream().map(path -> String.join(".", path)).toList());
    }
}
