package io.hourshare.sandbox.source;

import io.hourshare.sandbox.world.Dice;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A list as people keep it in a workbook: title rows over merged cells, an old hidden sheet, a footer, 同上. */
record PaperSheet(Form form, Supplier<Stream<SourceRecord>> content, LocalDate day) implements Dispatch.Content {

    /** Dirt that turns a code of digits into a number, as spreadsheets do. */
    static final String NUMBER_CELL = "number-cell";

    /** Dirt that leaves a day's number without a format. */
    static final String SERIAL_CELL = "serial-cell";

    private static final LocalDateTime STILL = LocalDateTime.of(2026, 1, 1, 0, 0);

    /**
     * How the sheet looks.
     *
     * @param sheet name of the sheet
     * @param headings by column, in order; the first is the running number
     * @param dates columns whose days are kept as days
     * @param numbers columns whose figures are kept as numbers
     * @param code column that a spreadsheet may take for a number
     * @param ditto columns where 同上 stands for the value above
     * @param hiddenFirst whether the old sheet stands before this one
     */
    record Form(
            String sheet,
            String title,
            Map<String, String> headings,
            Set<String> dates,
            Set<String> numbers,
            String code,
            Set<String> ditto,
            boolean hiddenFirst) {}

    @Override
    public void write(OutputStream to) throws IOException {
        Path workbook = Files.createTempFile("sheet", ".xlsx");
        try {
            write(workbook);
            settle(workbook, to);
        } finally {
            Files.delete(workbook);
        }
    }

    private void write(Path file) throws IOException {
        try (Stream<SourceRecord> records = content.get();
                OutputStream bytes = new BufferedOutputStream(Files.newOutputStream(file));
                Workbook workbook = new Workbook(bytes, "Excel", "16.0300")) {
            if (form.hiddenFirst) {
                hidden(workbook);
            }
            visible(workbook.newWorksheet(form.sheet), records);
            if (form.hiddenFirst) {
                workbook.setActiveTab(1);
            } else {
                hidden(workbook);
            }
        }
    }

    private void hidden(Workbook workbook) {
        Worksheet old = workbook.newWorksheet("旧表" + (day.getYear() - 2));
        int column = 0;
        for (String heading : form.headings.values()) {
            old.value(0, column++, heading);
        }
        old.value(1, 0, 1);
        old.value(1, 1, "平湖旧表演示有限公司");
        old.setVisibilityState(VisibilityState.HIDDEN);
    }

    private void visible(Worksheet sheet, Stream<SourceRecord> records) {
        int width = form.headings.size();
        sheet.value(0, 0, form.title);
        sheet.range(0, 0, 0, width - 1).merge();
        sheet.value(1, 0, "填报单位：平湖经济技术开发区（演示数据）");
        sheet.range(1, 0, 1, 4).merge();
        sheet.value(
                1, width - 2, "填报日期：" + day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日");
        int column = 0;
        for (String heading : form.headings.values()) {
            sheet.value(2, column++, heading);
        }
        int row = 3;
        Row above = new Row(Map.of());
        Iterator<SourceRecord> rest = records.iterator();
        while (rest.hasNext()) {
            above = line(sheet, row, rest.next(), above);
            row++;
        }
        footer(sheet, row);
    }

    /** What stood in the row above. */
    private record Row(Map<String, String> values) {}

    private Row line(Worksheet sheet, int row, SourceRecord record, Row above) {
        int at = 0;
        for (String column : form.headings.keySet()) {
            String value = record.sent().getOrDefault(column, "");
            if (at == 0) {
                sheet.value(row, at, row - 2);
            } else if (form.ditto.contains(column) && !value.isEmpty() && value.equals(above.values.get(column))) {
                sheet.value(row, at, "同上");
            } else if (!value.isEmpty()) {
                cell(sheet, row, at, column, value, record.smudges());
            }
            at++;
        }
        return new Row(record.sent());
    }

    private void cell(Worksheet sheet, int row, int at, String column, String value, Set<String> smudges) {
        if (form.dates.contains(column) && Spellings.isPlainDate(value)) {
            LocalDate date = LocalDate.parse(value);
            if (smudges.contains(SERIAL_CELL)) {
                sheet.value(row, at, Spellings.sheetNumber(date));
            } else {
                sheet.value(row, at, date);
                sheet.style(row, at).format("yyyy-mm-dd").set();
            }
        } else if (form.numbers.contains(column) && value.matches("-?\\d+(\\.\\d+)?")) {
            sheet.value(row, at, new java.math.BigDecimal(value));
        } else if (form.code.equals(column) && smudges.contains(NUMBER_CELL) && value.matches("\\d+")) {
            sheet.value(row, at, Double.parseDouble(value));
        } else {
            sheet.value(row, at, value);
        }
    }

    private void footer(Worksheet sheet, int row) {
        sheet.value(row, 0, "合计");
        sheet.value(row, 1, (row - 3) + "家");
        sheet.value(row + 1, 0, "填表人：演示员");
        sheet.range(row + 1, 0, row + 1, 2).merge();
        sheet.value(row + 1, 4, "审核人：演示主任");
        sheet.value(row + 2, 0, "备注：本表为演示数据，企业均为虚构。");
    }

    /** Rewrites the archive without the time of writing, so that the same list gives the same bytes. */
    private static void settle(Path workbook, OutputStream to) throws IOException {
        ZipOutputStream still = new ZipOutputStream(to);
        try (ZipFile parts = new ZipFile(workbook.toFile())) {
            for (ZipEntry part : Collections.list(parts.entries())) {
                ZipEntry entry = new ZipEntry(part.getName());
                entry.setTimeLocal(STILL);
                still.putNextEntry(entry);
                byte[] content = parts.getInputStream(part).readAllBytes();
                still.write(
                        part.getName().endsWith("core.xml")
                                ? withoutTime(content)
                                : part.getName().contains("/worksheets/") ? withOrder(content) : content);
                still.closeEntry();
            }
        }
        still.finish();
    }

    /** Merged ranges come in the order of a hash table. */
    private static byte[] withOrder(byte[] sheet) {
        String text = new String(sheet, StandardCharsets.UTF_8);
        int from = text.indexOf("<mergeCell ");
        int to = text.indexOf("</mergeCells>");
        if (from < 0 || to < 0) {
            return sheet;
        }
        String sorted = Arrays.stream(text.substring(from, to).split("(?<=/>)", -1))
                .sorted()
                .collect(Collectors.joining());
        return (text.substring(0, from) + sorted + text.substring(to)).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] withoutTime(byte[] core) {
        return new String(core, StandardCharsets.UTF_8)
                .replaceAll("\\d{4}-\\d{2}-\\d{2}T[\\d:.]+Z", "2026-01-01T00:00:00Z")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Whether a list gets a habit of its keeper's today. */
    static boolean habit(long seed, String name, LocalDate day, double share) {
        return Dice.of(seed, name, day.toEpochDay()).chance(share);
    }

    /** Headings in order, given as {@code column=heading}. */
    static Map<String, String> headings(List<String> pairs) {
        Map<String, String> headings = new java.util.LinkedHashMap<>();
        for (String pair : pairs) {
            int at = pair.indexOf('=');
            headings.put(pair.substring(0, at), pair.substring(at + 1));
        }
        return headings;
    }
}
