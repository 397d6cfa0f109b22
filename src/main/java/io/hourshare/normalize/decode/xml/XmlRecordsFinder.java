package io.hourshare.normalize.decode.xml;

import io.hourshare.land.Content;
import io.hourshare.normalize.decode.layout.FieldNames;
import io.hourshare.normalize.decode.text.ByteWindow;
import io.hourshare.normalize.decode.xml.XmlTags.Tag;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Looks for the element whose children are the feed's fields, where the job does not say which it is. */
final class XmlRecordsFinder {

    private static final int TAGS = 20_000;

    private XmlRecordsFinder() {}

    /** Path of the record element from the root; a path that matches nothing where there is none. */
    static List<String> find(Content content, FieldNames names) throws IOException {
        Map<List<String>, Set<Integer>> found = new HashMap<>();
        OpenElements open = new OpenElements();
        try (ByteWindow window = new ByteWindow(content)) {
            XmlTags tags = new XmlTags(window);
            Tag tag = tags.next();
            for (int i = 0; i < TAGS && tag != null; i++) {
                open.leavesText(tag);
                if (tag.opens()) {
                    int column = names.column(tag.name());
                    if (column != FieldNames.NONE) {
                        found.computeIfAbsent(open.path(), fresh -> new HashSet<>())
                                .add(column);
                    }
                    open.open(tag.name());
                }
                if (tag.closes()) {
                    open.closeInnermost();
                }
                tag = tags.next();
            }
        }
        return found.entrySet().stream()
                .max((one, other) ->
                        Integer.compare(one.getValue().size(), other.getValue().size()))
                .map(Map.Entry::getKey)
                .orElse(List.of(""));
    }
}
