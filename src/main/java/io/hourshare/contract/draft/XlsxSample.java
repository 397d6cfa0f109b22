package io.hourshare.contract.draft;

import io.hourshare.contract.SourceFormat;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
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

/** Reads the first visible sheet. */
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
            Table table = Table.of(rows);
            HeaderRows header = table.header();
            BitSet hidden = HiddenColumns.of(bytes, sheet.getIndex());
            List<String> names = visible(table.names(), hidden);
            List<Map<String, String>> records = table.records(names);
            List<String> notes = new ArrayList<>();
            notes.add("工作表：" + sheet.getName() + "；列名在第 " + (header.first() + 1) + " 行"
                    + (header.count() == 2 ? "和下一行" : "") + "；" + records.size() + " 行记录");
            notes.addAll(table.notes(names));
            hidden.stream()
                    .filter(column -> column < header.names().size())
                    .mapToObj(column -> table.names().get(column))
                    .filter(name -> !name.isBlank() && !names.contains(name))
                    .forEach(name -> notes.add("列“" + name + "”在表中隐藏，没有起草；确需使用时请加入契约与作业"));
            return Sample.table(SourceFormat.XLSX, Map.of(), records, notes, table.titleUnit());
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

    private static List<String> visible(List<String> names, BitSet hidden) {
        List<String> visible = new ArrayList<>(names);
        hidden.stream().filter(column -> column < visible.size()).forEach(column -> visible.set(column, ""));
        return visible;
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
