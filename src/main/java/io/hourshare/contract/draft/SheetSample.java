package io.hourshare.contract.draft;

import io.hourshare.contract.SourceFormat;
import io.hourshare.kernel.Uscc;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dhatim.fastexcel.reader.Sheet;

/** The table of one sheet of a sample. */
record SheetSample(String sheet, Table table, BitSet hidden, List<String> names, List<Map<String, String>> records) {

    /** Nothing where the sheet holds no table of several columns. */
    static Optional<SheetSample> of(byte[] workbook, Sheet sheet, List<List<String>> rows) throws IOException {
        SheetMarks marks = SheetMarks.of(workbook, sheet.getIndex());
        Table found = Table.of(rows);
        List<List<String>> filled = rows;
        if (!marks.merged().isEmpty()) {
            List<List<String>> below = rows.subList(Math.min(found.header().end(), rows.size()), rows.size());
            List<List<String>> blank = new ArrayList<>(MergedCells.blank(rows.size() - below.size()));
            blank.addAll(below);
            MergedCells.fill(blank, marks.merged());
            filled = new ArrayList<>(rows.subList(0, rows.size() - below.size()));
            filled.addAll(blank.subList(rows.size() - below.size(), rows.size()));
        }
        Table table = new Table(found.header(), filled);
        List<String> names = visible(table.names(), marks.hidden());
        List<Map<String, String>> records = table.records(names);
        return records.isEmpty()
                ? Optional.empty()
                : Optional.of(new SheetSample(sheet.getName(), table, marks.hidden(), names, records));
    }

    /** The first that names enterprises by their codes, or else the one with most columns. */
    static SheetSample best(List<SheetSample> sheets) {
        return sheets.stream()
                .filter(SheetSample::namesEnterprises)
                .findFirst()
                .orElseGet(() -> sheets.stream()
                        .max(Comparator.comparingInt(one -> (int) one.named()))
                        .orElseThrow());
    }

    Sample sample(List<SheetSample> all) {
        List<String> notes = new ArrayList<>();
        HeaderRows header = table.header();
        notes.add("工作表：" + sheet + "；列名在第 " + (header.first() + 1) + " 行" + (header.count() == 2 ? "和下一行" : "") + "；"
                + records.size() + " 行记录");
        all.stream().filter(other -> other != this).map(this::beside).forEach(notes::add);
        notes.addAll(table.notes(names));
        hidden.stream()
                .filter(column -> column < header.names().size())
                .mapToObj(column -> table.names().get(column))
                .filter(name -> !name.isBlank() && !names.contains(name))
                .forEach(name -> notes.add("列“" + name + "”在表中隐藏，没有起草；确需使用时请加入契约与作业"));
        return Sample.table(SourceFormat.XLSX, Map.of(), records, notes, names, table.titleUnit());
    }

    private String beside(SheetSample other) {
        boolean same = new HashSet<>(other.names).containsAll(names);
        return "工作表“" + other.sheet + "”"
                + (same ? "的列名相同，会一并读取；若是旧表或副本，请在作业中写 read: { sheet: " + sheet + " }" : "没有这些列，不读；需要时请另作一个数据源");
    }

    private boolean namesEnterprises() {
        return records.stream().anyMatch(record -> record.values().stream().anyMatch(Uscc::isValid));
    }

    private long named() {
        return names.stream().filter(name -> !name.isEmpty()).count();
    }

    private static List<String> visible(List<String> names, BitSet hidden) {
        List<String> visible = new ArrayList<>(names);
        hidden.stream().filter(column -> column < visible.size()).forEach(column -> visible.set(column, ""));
        return visible;
    }
}
