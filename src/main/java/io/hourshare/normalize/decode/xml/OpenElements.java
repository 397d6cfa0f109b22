package io.hourshare.normalize.decode.xml;

import io.hourshare.normalize.decode.xml.XmlTags.Tag;
import java.util.ArrayList;
import java.util.List;

/** Elements that are open, the outermost first; a document inside a text ends with that text, however it ends. */
final class OpenElements {

    private final List<String> names = new ArrayList<>();
    private int text = -1;

    /** To be told of each tag first; answers whether a text ended within a document. */
    boolean leavesText(Tag tag) {
        if (tag.escaped()) {
            text = text < 0 ? names.size() : text;
            return false;
        }
        boolean within = text >= 0 && names.size() > text;
        if (within) {
            names.subList(text, names.size()).clear();
        }
        text = -1;
        return within;
    }

    void open(String name) {
        names.add(name);
    }

    /** Closes the innermost element, if that is its name and it was opened where the tag stands. */
    boolean close(String name) {
        boolean own =
                names.size() > Math.max(text, 0) && names.get(names.size() - 1).equals(name);
        if (own) {
            closeInnermost();
        }
        return own;
    }

    void closeInnermost() {
        if (!names.isEmpty()) {
            names.remove(names.size() - 1);
        }
    }

    boolean isEmpty() {
        return names.isEmpty();
    }

    boolean endWith(List<String> path) {
        int from = names.size() - path.size();
        return from >= 0 && names.subList(from, names.size()).equals(path);
    }

    List<String> path() {
        return List.copyOf(names);
    }
}
