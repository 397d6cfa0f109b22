package io.hourshare.normalize.decode.layout;

import io.hourshare.normalize.decode.text.UnreadableObjectException;
import io.hourshare.normalize.fault.Reason;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The heading row of a table.
 *
 * @param columns output column of each cell, or {@link FieldNames#NONE}
 * @param units that the headings state, by source field
 * @param unknown headings that name no sought field
 */
public record TableHeader(int[] columns, Map<String, String> units, List<String> unknown) {

    public static TableHeader of(List<String> headings, FieldNames names, List<Layout.Column> layout) {
        return of(headings, List.of(), names, layout);
    }

    /** @param above the row above, whose headings may stand for several columns: {@code 上年} over {@code 户数} */
    public static TableHeader of(
            List<String> headings, List<String> above, FieldNames names, List<Layout.Column> layout) {
        int[] columns = new int[headings.size()];
        Map<String, String> units = new HashMap<>();
        UnknownNames unknown = new UnknownNames();
        for (int i = 0; i < columns.length; i++) {
            FieldNames.Heading heading = names.heading(headings.get(i), group(above, i));
            boolean repeated = IntStream.of(Arrays.copyOf(columns, i)).anyMatch(one -> one == heading.column());
            columns[i] = repeated ? FieldNames.NONE : heading.column();
            if (heading.column() == FieldNames.NONE) {
                unknown.add(headings.get(i));
            }
            if (columns[i] != FieldNames.NONE && heading.unit() != null) {
                units.put(layout.get(columns[i]).name(), heading.unit());
            }
        }
        return new TableHeader(columns, units, unknown.sorted());
    }

    private static String group(List<String> above, int column) {
        for (int i = Math.min(column, above.size() - 1); i >= 0; i--) {
            if (!above.get(i).isBlank()) {
                return above.get(i);
            }
        }
        return "";
    }

    /** Whether the second row names fields where this one names none: a header of two rows. */
    public boolean isAbove(TableHeader lower) {
        for (int i = 0; i < Math.min(columns.length, lower.columns.length); i++) {
            if (lower.columns[i] != FieldNames.NONE && columns[i] != FieldNames.NONE) {
                return false;
            }
        }
        return lower.matches() > 0;
    }

    /** One header of two rows; each cell is named by whichever row names a field. */
    public TableHeader joined(TableHeader lower) {
        int[] joined = Arrays.copyOf(columns, Math.max(columns.length, lower.columns.length));
        Arrays.fill(joined, columns.length, joined.length, FieldNames.NONE);
        for (int i = 0; i < lower.columns.length; i++) {
            joined[i] = joined[i] == FieldNames.NONE ? lower.columns[i] : joined[i];
        }
        Map<String, String> both = new HashMap<>(lower.units);
        both.putAll(units);
        return new TableHeader(joined, both, lower.unknown);
    }

    /** The header under lines with a title, which may state units for the whole table. */
    public TableHeader below(Map<String, String> title) {
        Map<String, String> both = new HashMap<>(title);
        both.putAll(units);
        return new TableHeader(columns, both, unknown);
    }

    /** How many fields of the contract it names. */
    public long matches() {
        return IntStream.of(columns).filter(column -> column != FieldNames.NONE).count();
    }

    /** Sought fields that the header lacks. */
    public List<String> absent(List<Layout.Column> layout) {
        return columns.length == 0
                ? List.of()
                : IntStream.range(0, layout.size())
                        .filter(i -> IntStream.of(columns).noneMatch(column -> column == i))
                        .mapToObj(i -> layout.get(i).name())
                        .toList();
    }

    /** Refuses a table that lacks a required column: each of its records would be quarantined for that. */
    public void requireColumns(List<Layout.Column> layout) {
        String missing = IntStream.range(0, layout.size())
                .filter(i -> layout.get(i).required() && IntStream.of(columns).noneMatch(column -> column == i))
                .mapToObj(i -> layout.get(i).name())
                .collect(Collectors.joining("、"));
        if (!missing.isEmpty()) {
            throw new UnreadableObjectException(Reason.COLUMN_MISSING, 0, missing);
        }
    }
}
