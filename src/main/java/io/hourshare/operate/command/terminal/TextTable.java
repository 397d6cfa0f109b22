package io.hourshare.operate.command.terminal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Columns for a terminal; a Chinese character takes two places. */
public final class TextTable {

    private final List<String[]> rows = new ArrayList<>();

    public TextTable(String... titles) {
        rows.add(titles);
    }

    public TextTable row(Object... cells) {
        rows.add(Arrays.stream(cells).map(String::valueOf).toArray(String[]::new));
        return this;
    }

    /** Lines, the titles first; numbers stand to the right. */
    public String text() {
        int[] widths = new int[rows.get(0).length];
        for (String[] row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], width(row[i]));
            }
        }
        StringBuilder text = new StringBuilder();
        for (String[] row : rows) {
            for (int i = 0; i < widths.length; i++) {
                text.append(padded(row[i], widths[i])).append("  ");
            }
            text.setLength(text.toString().stripTrailing().length());
            text.append('\n');
        }
        return text.toString();
    }

    private static String padded(String cell, int width) {
        String padding = " ".repeat(width - width(cell));
        boolean number = !cell.isEmpty() && cell.chars().allMatch(c -> c >= '0' && c <= '9' || c == ',' || c == '.');
        return number ? padding + cell : cell + padding;
    }

    private static int width(String text) {
        return text.codePoints().map(c -> c >= 0x1100 && !isNarrow(c) ? 2 : 1).sum();
    }

    private static boolean isNarrow(int codePoint) {
        return codePoint >= 0x2000 && codePoint < 0x2E80;
    }
}
