package io.hourshare.contract.draft;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/** Reads the visible sheet that holds the enterprises; others of the same headings come along. */
final class XlsxSample {

    private static final int HEADING_WITHIN = 20;
    private static final LocalDate SHEET_ZERO = LocalDate.of(1899, 12, 30);

    private XlsxSample() {}

    static Sample read(byte[] bytes) {
        try (ReadableWorkbook workbook = workbook(bytes)) {
            List<Sheet> shown = workbook.getSheets()
                    .filter(one -> one.getVisibility() == SheetVisibility.VISIBLE)
                    .toList();
            List<SheetSample> sheets = new ArrayList<>();
            for (Sheet sheet : shown.isEmpty() ? List.of(workbook.getFirstSheet()) : shown) {
                SheetSample.of(bytes, sheet, rows(sheet)).ifPresent(sheets::add);
            }
            if (sheets.isEmpty()) {
                throw new IllegalArgumentException("样本的工作表里找不到记录。请换一个含有表头和至少一条记录的样本");
            }
            return SheetSample.best(sheets).sample(sheets);
        } catch (IOException | ExcelReaderException e) {
            throw new IllegalArgumentException("样本不是完整的 xlsx：" + e.getMessage() + "。请用表格软件另存一次再试", e);
        }
    }

    /** Programs that write workbooks need not say how cells look. */
    private static ReadableWorkbook workbook(byte[] bytes) throws IOException {
        try {
            return new ReadableWorkbook(new ByteArrayInputStream(bytes), new ReadingOptions(true, false));
        } catch (ExcelReaderException withoutStyles) {
            return new ReadableWorkbook(new ByteArrayInputStream(bytes), new ReadingOptions(false, false));
        }
    }

    /** From the sheet's first row on; rows that hold nothing are empty, not left out. */
    private static List<List<String>> rows(Sheet sheet) throws IOException {
        try (Stream<Row> rows = sheet.openStream()) {
            List<Row> filled = rows.limit(Sample.ENOUGH + (long) HEADING_WITHIN).toList();
            int height = filled.isEmpty() ? 0 : filled.get(filled.size() - 1).getRowNum();
            List<List<String>> texts = MergedCells.blank(Math.min(height, 2 * Sample.ENOUGH));
            for (Row row : filled) {
                if (row.getRowNum() <= texts.size()) {
                    row.forEach(cell -> texts.get(row.getRowNum() - 1).add(cell == null ? "" : text(cell)));
                }
            }
            return texts;
        }
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
