package io.hourshare.contract.draft;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Pairs headings with cells. */
final class Table {

    private Table() {}

    static Map<String, String> row(List<String> headings, List<String> cells) {
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(headings.size(), cells.size()); i++) {
            String heading = headings.get(i).strip();
            String cell = cells.get(i).strip();
            if (!heading.isEmpty() && !cell.isEmpty()) {
                row.putIfAbsent(heading, cell);
            }
        }
        return row;
    }
}
