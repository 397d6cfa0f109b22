package io.hourshare.contract;

import java.util.Map;

/**
 * How records are found in landed bytes.
 *
 * @param options by format: {@code records} (path of the record array or element), {@code charset},
 *     {@code delimiter}, {@code sheet}, {@code header} (row of the column titles), {@code explode} (nested list
 *     whose members each become a record; its place from 1 is then the source field {@code _index}),
 *     {@code split} (field whose cell may name several enterprises, then the fields that go with it, by commas), {@code total}
 *     (path of the total that the source declares)
 */
public record Reading(SourceFormat format, Map<String, String> options) {

    public Reading {
        options = Map.copyOf(options);
    }
}
