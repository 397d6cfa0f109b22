package io.hourshare.contract.draft;

import io.hourshare.contract.SourceFormat;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/** Reads the first visible sheet; the fullest of its first rows holds the headings. */
final class XlsxSample {

    private static final int HEADING_WITHIN = 20;
    private static final LocalDate SHEET_ZERO = LocalDate.of(1899, 12, 30);

    private XlsxSample() {}

    static Sample read(byte[] bytes) {
        try (ReadableWorkbook workbook =
                new ReadableWorkbook(new ByteArrayInputStream(bytes), new ReadingOptions(true, false))) {
            Sheet sheet = workbook.getSheets()
                    .filter(one -> one.getVisibility() == SheetVisibility.VISIBLE)
                    .findFirst()
                    .orElseGet(workbook::getFirstSheet);
            List<List<String>> rows = rows(sheet);
            int heading = heading(rows);
            List<Map<String, String>> records = new ArrayList<>();
            for (List<String> row : rows.subList(Math.min(heading + 1, rows.size()), rows.size())) {
                records.add(Table.row(rows.get(heading), row));
            }
            records.removeIf(record -> record.size() < 2);
            return new Sample(
                    SourceFormat.XLSX,
                    Map.of(),
                    records,
                    List.of("工作表：" + sheet.getName() + "；列名在第 " + (heading + 1) + " 行；" + records.size() + " 行记录"));
        } catch (IOException e) {
            throw new IllegalArgumentException("样本不是完整的 xlsx：" + e.getMessage() + "。请用表格软件另存一次再试", e);
        }
    }

    private static List<List<String>> rows(Sheet sheet) throws IOException {
        try (Stream<Row> rows = sheet.openStream()) {
            List<List<String>> texts = new ArrayList<>();
            for (Row row : rows.limit(Sample.ENOUGH + (long) HEADING_WITHIN).toList()) {
                List<String> cells = new ArrayList<>();
                row.forEach(cell -> cells.add(cell == null ? "" : text(cell)));
                texts.add(cells);
            }
            return texts;
        }
    }

    private static int heading(List<List<String>> rows) {
        int best = 0;
        for (int i = 1; i < Math.min(HEADING_WITHIN, rows.size()); i++) {
            if (filled(rows.get(i)) > filled(rows.get(best))) {
                best = i;
            }
        }
        return best;
    }

    private static int filled(List<String> row) {
        return new HashSet<>(row.stream().filter(cell -> !cell.isBlank()).toList()).size();
    }

    private static String text(Cell cell) {
        if (cell.getType() != CellType.NUMBER) {
            return cell.getText();
        }
        BigDecimal number = cell.asNumber();
        String format = String.valueOf(cell.getDataFormatString());
        boolean dated = format.contains("yy") || format.contains("年");
        return dated && number.signum() > 0 && number.precision() - number.scale() < 7
                ? SHEET_ZERO.plusDays(number.longValue()).toString()
                : number.stripTrailingZeros().toPlainString();
    }
}
