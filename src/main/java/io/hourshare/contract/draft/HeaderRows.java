package io.hourshare.contract.draft;

import io.hourshare.kernel.Uscc;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The rows of a table that name its columns: one, or two where headings stand above groups of columns.
 *
 * @param first index of the first of them
 * @param count one or two
 * @param names one for each column; {@code 上年户数} where {@code 户数} stands below {@code 上年}
 */
record HeaderRows(int first, int count, List<String> names) {

    private static final int WITHIN = 20;
    private static final Pattern FIGURE = Pattern.compile("[-+]?[\\d,.]*\\d%?|.*\\d{4}[-/年.]\\d{1,2}.*");

    /** A stretch of months, or a month with words behind it: what a heading says, hardly a value. */
    private static final Pattern PERIOD =
            Pattern.compile(".*\\d{4}年(?:\\d{1,2}月?[-—–~至到]\\d{1,2}月.*|\\d{1,2}月\\p{IsHan}{2,}.*)");

    private static final Pattern UNIT = Pattern.compile("[（(【\\[][^（()）】\\]]*[）)】\\]]$");

    /** The first row without figures that is at least half as wide as the widest; titles above it are narrower. */
    static HeaderRows of(List<List<String>> rows) {
        List<List<String>> head = rows.subList(0, Math.min(WITHIN, rows.size()));
        long widest = head.stream().mapToLong(HeaderRows::filled).max().orElse(0);
        for (int i = 0; i < head.size(); i++) {
            if (filled(head.get(i)) * 2 >= widest && filled(head.get(i)) > 1 && namesOnly(head.get(i))) {
                return i + 1 < head.size() && isSecond(head.get(i), head.get(i + 1))
                        ? new HeaderRows(i, 2, joined(head.get(i), head.get(i + 1)))
                        : new HeaderRows(i, 1, head.get(i));
            }
        }
        int fullest = Collections.max(
                range(head.size()),
                java.util.Comparator.comparingLong((Integer i) -> filled(head.get(i)))
                        .thenComparing(i -> -i));
        return new HeaderRows(fullest, 1, head.get(fullest));
    }

    int end() {
        return first + count;
    }

    /** Below each gap of the upper row, and only there and at the group's begin, stands a name. */
    private static boolean isSecond(List<String> upper, List<String> lower) {
        boolean fills = false;
        for (int i = 0; i < lower.size(); i++) {
            boolean gap = at(upper, i).isEmpty();
            boolean begin = !gap
                    && i + 1 < lower.size()
                    && at(upper, i + 1).isEmpty()
                    && !at(lower, i + 1).isEmpty();
            if (!at(lower, i).isEmpty() && !gap && !begin) {
                return false;
            }
            fills |= gap && !at(lower, i).isEmpty();
        }
        return fills && namesOnly(lower);
    }

    /** Names below a group bear its name and its unit: {@code 本年} alone would say nothing. */
    private static List<String> joined(List<String> upper, List<String> lower) {
        List<String> names = new ArrayList<>();
        String group = "";
        for (int i = 0; i < Math.max(upper.size(), lower.size()); i++) {
            group = at(upper, i).isEmpty() ? group : at(upper, i);
            names.add(at(lower, i).isEmpty() ? at(upper, i) : joined(group, at(lower, i)));
        }
        return names;
    }

    private static String joined(String group, String own) {
        Matcher unit = UNIT.matcher(group);
        return !unit.find()
                ? group + own
                : group.substring(0, unit.start())
                        + own
                        + (UNIT.matcher(own).find() || own.endsWith("%") ? "" : unit.group());
    }

    private static boolean namesOnly(List<String> row) {
        return row.stream()
                .map(String::strip)
                .noneMatch(cell ->
                        FIGURE.matcher(cell).matches() && !isPeriod(cell) || Uscc.isValid(cell) || cell.length() > 60);
    }

    /** Whether a name says of which months its column is, so that the next list names it otherwise. */
    static boolean isPeriod(String name) {
        return PERIOD.matcher(name).matches();
    }

    private static String at(List<String> row, int column) {
        return column < row.size() ? row.get(column).strip() : "";
    }

    private static long filled(List<String> row) {
        return row.stream()
                .map(String::strip)
                .filter(cell -> !cell.isEmpty())
                .distinct()
                .count();
    }

    private static List<Integer> range(int size) {
        return java.util.stream.IntStream.range(0, size).boxed().toList();
    }
}
