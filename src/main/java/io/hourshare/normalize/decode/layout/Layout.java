package io.hourshare.normalize.decode.layout;

import io.hourshare.contract.LogicalType;
import io.hourshare.contract.Reading;
import java.util.List;

/**
 * What to look for in an object.
 *
 * @param columns source fields to extract, in the order of the output
 * @param revealing whether excerpts of damaged records may be shown: false where the contract has personal fields
 */
public record Layout(List<Column> columns, Reading reading, Limits limits, boolean revealing) {

    public Layout {
        columns = List.copyOf(columns);
    }

    /** A source field: found by its name or its Chinese title. */
    public record Column(String name, String title, boolean required, LogicalType type) {}

    /** Row of the column titles from 1, or 0 where it is to be found. */
    public int headerRow() {
        String declared = option("header", "");
        return declared.matches("[0-9]{1,6}") ? Integer.parseInt(declared) : 0;
    }

    public String option(String name, String otherwise) {
        return reading.options().getOrDefault(name, otherwise);
    }
}
