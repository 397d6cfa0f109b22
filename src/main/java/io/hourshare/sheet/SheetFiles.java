package io.hourshare.sheet;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes a {@link Sheet} as xlsx or as CSV with byte order mark. */
final class SheetFiles {

    /** A spreadsheet takes a cell that begins so for a formula. */
    private static final String FORMULA_BEGINNINGS = "=+-@\t\r";

    private static final int NARROWEST = 8;
    private static final int WIDEST = 48;
    private static final int MEASURED_ROWS = 200;

    private SheetFiles() {}

    /** The sheet with frozen, filtered header, and a second one with the notes. */
    static void writeXlsx(Sheet sheet, OutputStream out) throws IOException {
        try (Workbook book = new Workbook(out, "hourshare", "1.0")) {
            Worksheet worksheet = book.newWorksheet(sheet.title());
            for (int column = 0; column < sheet.columns().size(); column++) {
                worksheet.value(0, column, sheet.columns().get(column));
                worksheet.width(column, width(sheet, column));
            }
            for (int row = 0; row < sheet.rows().size(); row++) {
                write(worksheet, row + 1, sheet.rows().get(row));
            }
            worksheet
                    .range(0, 0, 0, Math.max(0, sheet.columns().size() - 1))
                    .style()
                    .bold()
                    .set();
            worksheet.freezePane(0, 1);
            if (!sheet.rows().isEmpty()) {
                worksheet.setAutoFilter(
                        0, 0, sheet.rows().size(), sheet.columns().size() - 1);
            }
            notes(book, sheet.notes());
        }
    }

    /** RFC 4180 in UTF-8 with byte order mark; what a spreadsheet would run as a formula is quoted as text. */
    static void writeCsv(Sheet sheet, OutputStream out) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write('\ufeff');
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(sheet.columns());
            sheet.rows()
                    .forEach(row -> csv.writeRecord(
                            row.stream().map(SheetFiles::guarded).toList()));
        }
    }

    private static void write(Worksheet worksheet, int row, List<Object> cells) {
        for (int column = 0; column < cells.size(); column++) {
            if (cells.get(column) instanceof Number number) {
                worksheet.value(row, column, number);
            } else {
                worksheet.value(row, column, cells.get(column).toString());
            }
        }
    }

    private static void notes(Workbook book, List<String> notes) {
        Worksheet worksheet = book.newWorksheet("说明");
        worksheet.width(0, WIDEST * 2.0);
        IntStream.range(0, notes.size()).forEach(row -> worksheet.value(row, 0, notes.get(row)));
    }

    private static String guarded(Object cell) {
        String text = cell.toString();
        boolean formula =
                !(cell instanceof Number) && !text.isEmpty() && FORMULA_BEGINNINGS.indexOf(text.charAt(0)) >= 0;
        return formula ? "'" + text : text;
    }

    /** Chinese characters are twice as wide as Latin ones. */
    private static double width(Sheet sheet, int column) {
        int longest = sheet.rows().stream()
                .limit(MEASURED_ROWS)
                .map(row -> row.get(column).toString())
                .mapToInt(SheetFiles::measure)
                .max()
                .orElse(0);
        return Math.min(
                WIDEST,
                Math.max(
                        NARROWEST, 2 + Math.max(longest, measure(sheet.columns().get(column)))));
    }

    private static int measure(String text) {
        return text.chars().map(c -> c > 0xff ? 2 : 1).sum();
    }
}
