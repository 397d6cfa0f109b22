package io.hourshare.normalize.decode.sheet;

import io.hourshare.contract.LogicalType;
import io.hourshare.kernel.TableFooter;
import io.hourshare.normalize.decode.layout.FieldNames;
import io.hourshare.normalize.decode.layout.Layout;
import io.hourshare.normalize.decode.layout.TableHeader;
import io.hourshare.normalize.decode.layout.TitleUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellAddress;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/** The table on one sheet: from the row that names the fields to the last one that is no footer. */
final class SheetTable {

    private static final int HEADER_SEARCH = 20;
    private static final Set<String> DITTO = Set.of("同上", "〃", "″", "\"", "同 上", "同前", "々");

    private final String sheet;
    private final Iterator<Row> rows;
    private final List<Layout.Column> layout;
    private final FieldNames names;
    private final CellText text;
    private final SheetForm form;
    private final HiddenRows hidden;
    private final Map<Integer, List<SheetForm.Range>> merged = new HashMap<>();
    private final Map<SheetForm.Range, String> mergedValues = new HashMap<>();
    private final TableHeader header;
    private final @Nullable String[] previous;
    private @Nullable Row ahead;

    private SheetTable(
            String sheet,
            Iterator<Row> rows,
            Layout layout,
            FieldNames names,
            CellText text,
            SheetForm form,
            TableHeader header) {
        this.sheet = sheet;
        this.rows = rows;
        this.layout = layout.columns();
        this.hidden = HiddenRows.of(layout);
        this.names = names;
        this.text = text;
        this.header = header;
        this.form = form;
        this.previous = new String[this.layout.size()];
        form.merged()
                .forEach(range -> merged.computeIfAbsent(range.column(), fresh -> new ArrayList<>())
                        .add(range));
    }

    /** The table, or nothing where no row of the sheet names enough of the fields. */
    static Optional<SheetTable> find(String sheet, Iterator<Row> rows, Layout layout, CellText text, SheetForm form) {
        List<Layout.Column> columns = layout.columns();
        FieldNames names = new FieldNames(columns);
        int least = Math.min(2, columns.size());
        Map<String, String> units = new HashMap<>();
        TableHeader upper = null;
        List<String> above = List.of();
        for (int i = 0; i < Math.max(HEADER_SEARCH, layout.headerRow()) && rows.hasNext(); i++) {
            Row row = rows.next();
            List<String> headings = headings(row, form);
            TableHeader header = TableHeader.of(headings, above, names, columns);
            if (upper != null) {
                boolean second = upper.isAbove(header);
                SheetTable table =
                        new SheetTable(sheet, rows, layout, names, text, form, second ? upper.joined(header) : upper);
                table.ahead = second ? null : row;
                return Optional.of(table);
            }
            boolean found = layout.headerRow() == 0 ? header.matches() >= least : row.getRowNum() == layout.headerRow();
            upper = found ? header.below(units) : null;
            above = headings;
            TitleUnit.find(headings, units);
        }
        return upper == null
                ? Optional.empty()
                : Optional.of(new SheetTable(sheet, rows, layout, names, text, form, upper));
    }

    TableHeader header() {
        return header;
    }

    /** The next record, or null at the end. */
    @Nullable
    SheetRow next() {
        while (ahead != null || rows.hasNext()) {
            Row row = ahead == null ? rows.next() : ahead;
            ahead = null;
            SheetRow record = record(row);
            if (record != null) {
                return record;
            }
        }
        return null;
    }

    private @Nullable SheetRow record(Row row) {
        @Nullable String[] values = new String[layout.size()];
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < header.columns().length; i++) {
            int column = header.columns()[i];
            if (column != FieldNames.NONE) {
                values[column] = value(row, i, column);
                cells.add('"' + layout.get(column).name().replace("\"", "\\\"") + "\":\""
                        + CellAddress.convertNumToColString(i) + '"');
            }
        }
        if (isBlank(values) || isHeaderAgain(row) || isFooter(row)) {
            return null;
        }
        System.arraycopy(values, 0, previous, 0, values.length);
        HiddenRows rule = form.hiddenRows().get(row.getRowNum()) ? hidden : HiddenRows.KEEP;
        return new SheetRow(sheet, row.getRowNum(), values, "{" + String.join(",", cells) + "}", rule);
    }

    private @Nullable String value(Row row, int index, int column) {
        Cell cell = index < row.getCellCount() ? row.getCell(index) : null;
        boolean dated = layout.get(column).type() == LogicalType.DATE;
        String value = text.of(cell, dated);
        for (SheetForm.Range range : merged.getOrDefault(index, List.of())) {
            if (row.getRowNum() == range.firstRow() && value != null) {
                mergedValues.put(range, value);
            } else if (row.getRowNum() > range.firstRow() && row.getRowNum() <= range.lastRow() && value == null) {
                value = mergedValues.get(range);
            }
        }
        return value != null && DITTO.contains(value.strip()) ? previous[column] : value;
    }

    private boolean isFooter(Row row) {
        List<String> filled = filled(row);
        return filled.isEmpty() || TableFooter.isFooter(filled, header.columns().length);
    }

    /** Printed lists repeat their header on every page. */
    private boolean isHeaderAgain(Row row) {
        return header.matches() > 1
                && TableHeader.of(headings(row, form), List.of(), names, layout).matches() >= header.matches();
    }

    private List<String> filled(Row row) {
        List<String> filled = new ArrayList<>();
        for (Cell cell : row) {
            String value = text.of(cell, false);
            if (value != null && !value.isBlank()) {
                filled.add(value.strip());
            }
        }
        return filled;
    }

    private static boolean isBlank(@Nullable String[] values) {
        for (String value : values) {
            if (value != null && !value.isBlank()) {
                return false;
            }
        }
        return true;
    }

    /** Of two columns with one heading the visible one is meant; a hidden one by itself counts. */
    private static List<String> headings(Row row, SheetForm form) {
        List<String> headings = new ArrayList<>();
        Set<String> visible = new HashSet<>();
        for (Cell cell : row) {
            String heading = cell == null || cell.getText() == null ? "" : cell.getText();
            if (!form.hiddenColumns().get(headings.size())) {
                visible.add(heading.strip());
            }
            headings.add(heading);
        }
        form.hiddenColumns().stream()
                .filter(column -> column < headings.size()
                        && visible.contains(headings.get(column).strip()))
                .forEach(column -> headings.set(column, ""));
        return headings;
    }
}
