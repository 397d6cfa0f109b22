package io.hourshare.contract.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cells that a sheet merges downwards: each of their rows has what the topmost says, as the decoder reads it. */
final class MergedCells {

    private static final Pattern REFERENCE = Pattern.compile("([A-Z]+)(\\d+):([A-Z]+)(\\d+)");

    private MergedCells() {}

    /** @param rows of the sheet from its first on, without gaps */
    static void fill(List<List<String>> rows, List<String> references) {
        for (String reference : references) {
            Matcher parts = REFERENCE.matcher(reference);
            if (parts.matches()) {
                fill(rows, column(parts.group(1)), Integer.parseInt(parts.group(2)), Integer.parseInt(parts.group(4)));
            }
        }
    }

    private static void fill(List<List<String>> rows, int column, int first, int last) {
        String value = first > rows.size() || column >= rows.get(first - 1).size()
                ? ""
                : rows.get(first - 1).get(column);
        for (int row = first; row < Math.min(last, rows.size()) && !value.isBlank(); row++) {
            List<String> cells = rows.get(row);
            while (cells.size() <= column) {
                cells.add("");
            }
            if (cells.get(column).isBlank()) {
                cells.set(column, value);
            }
        }
    }

    private static int column(String letters) {
        int column = 0;
        for (char letter : letters.toCharArray()) {
            column = column * 26 + letter - 'A' + 1;
        }
        return column - 1;
    }

    /** An empty table of the height, to be filled. */
    static List<List<String>> blank(int height) {
        List<List<String>> rows = new ArrayList<>();
        for (int row = 0; row < height; row++) {
            rows.add(new ArrayList<>());
        }
        return rows;
    }
}
