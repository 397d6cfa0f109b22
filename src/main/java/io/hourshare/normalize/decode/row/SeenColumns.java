package io.hourshare.normalize.decode.row;

import java.util.List;

/**
 * How an object's columns differ from those that were looked for.
 *
 * @param unknown names in the data that no sought field has, sorted
 * @param absent sought fields that a table's header lacks; empty for formats without a header
 */
public record SeenColumns(List<String> unknown, List<String> absent) {

    public SeenColumns {
        unknown = List.copyOf(unknown);
        absent = List.copyOf(absent);
    }
}
