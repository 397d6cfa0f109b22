package io.hourshare.contract;

import java.util.List;
import java.util.Map;

/** A code list with its origin; {@code rows} keep the file's columns by name. */
public record CodeList(String name, String title, String origin, List<String> columns, List<Map<String, String>> rows) {

    public CodeList {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }
}
