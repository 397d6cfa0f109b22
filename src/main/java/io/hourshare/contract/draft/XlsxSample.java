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
import java.util.regex.Pattern;
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
    private static final Pattern FOOTER =
            Pattern.compile("(?:本页|本表)?(?:合\\s*计|总\\s*计|小\\s*计).*|(?:填表|制表|审核|填报|经办|联系).{0,3}[:：].*|(?:备注|说明|注)[:：].*");
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
            HeaderRows header = HeaderRows.of(rows);
            BitSet hidden = HiddenColumns.of(bytes, sheet.getIndex());
            List<String> names = visible(header.names(), hidden);
            List<Map<String, String>> records = new ArrayList<>();
            for (List<String> row : rows.subList(Math.min(header.end(), rows.size()), rows.size())) {
                records.add(Table.row(names, row));
            }
            records.removeIf(record -> record.size() < 2 || isFooter(record));
            List<String> notes = new ArrayList<>();
            notes.add("工作表：" + sheet.getName() + "；列名在第 " + (header.first() + 1) + " 行"
                    + (header.count() == 2 ? "和下一行" : "") + "；" + records.size() + " 行记录");
            hidden.stream()
                    .filter(column -> column < header.names().size())
                    .mapToObj(column -> header.names().get(column))
                    .filter(name -> !name.isBlank() && !names.contains(name))
                    .forEach(name -> notes.add("列“" + name + "”在表中隐藏，没有起草；确需使用时请加入契约与作业"));
            return new Sample(SourceFormat.XLSX, Map.of(), records, notes);
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

    /** Sums and signatures below the table are no records; the decoder leaves them out too. */
    private static boolean isFooter(Map<String, String> record) {
        return FOOTER.matcher(record.values().iterator().next()).matches();
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
