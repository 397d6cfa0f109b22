package io.hourshare.normalize.decode.sheet;

import io.hourshare.land.Content;
import io.hourshare.normalize.decode.layout.Layout;
import io.hourshare.normalize.decode.row.RawRecord;
import io.hourshare.normalize.decode.row.RecordSource;
import io.hourshare.normalize.decode.row.SeenColumns;
import io.hourshare.normalize.decode.text.UnreadableObjectException;
import io.hourshare.normalize.fault.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;

/** The tables on the visible sheets of a workbook. */
public final class SheetSource implements RecordSource {

    private final ReadableWorkbook workbook;
    private final Deque<SheetTable> tables;
    private final Map<String, String> units = new HashMap<>();
    private final SeenColumns seen;
    private long framed;

    private SheetSource(ReadableWorkbook workbook, Deque<SheetTable> tables, List<Layout.Column> layout) {
        this.workbook = workbook;
        this.tables = tables;
        tables.forEach(table -> units.putAll(table.header().units()));
        this.seen = new SeenColumns(
                tables.stream()
                        .flatMap(table -> table.header().unknown().stream())
                        .distinct()
                        .sorted()
                        .toList(),
                tables.peek().header().absent(layout));
    }

    /** Takes the named sheet, or every visible one that has a header with the contract's fields. */
    public static SheetSource open(Content content, Layout layout) throws IOException {
        Archives.check(content, layout.limits());
        ReadableWorkbook workbook = workbook(content);
        try {
            Deque<SheetTable> tables = tables(content, workbook, layout);
            if (tables.isEmpty()) {
                throw new UnreadableObjectException(Reason.HEADER_NOT_FOUND, 0, "");
            }
            tables.forEach(table -> table.header().requireColumns(layout.columns()));
            return new SheetSource(workbook, tables, layout.columns());
        } catch (IOException | RuntimeException e) {
            workbook.close();
            throw e;
        }
    }

    /** Programs that write workbooks need not say how cells look; then none of them is a date by its looks. */
    private static ReadableWorkbook workbook(Content content) throws IOException {
        try {
            return workbook(content, new ReadingOptions(true, true));
        } catch (ExcelReaderException withoutStyles) {
            return workbookWithoutStyles(content);
        }
    }

    private static ReadableWorkbook workbookWithoutStyles(Content content) throws IOException {
        try {
            return workbook(content, new ReadingOptions(false, true));
        } catch (ExcelReaderException broken) {
            throw new UnreadableObjectException(Reason.NOT_THE_FORMAT, 0, "xlsx 文件不完整，请用表格软件打开后另存");
        }
    }

    private static ReadableWorkbook workbook(Content content, ReadingOptions options) throws IOException {
        Optional<Path> file = content.file();
        if (file.isPresent()) {
            return new ReadableWorkbook(file.get().toFile(), options);
        }
        try (InputStream in = content.stream()) {
            return new ReadableWorkbook(in, options); // in memory: no file may hold what is sealed
        }
    }

    private static Deque<SheetTable> tables(Content content, ReadableWorkbook workbook, Layout layout)
            throws IOException {
        String named = layout.option("sheet", "");
        Deque<SheetTable> tables = new ArrayDeque<>();
        CellText text = new CellText(workbook.isDate1904());
        List<Sheet> sheets = workbook.getSheets().toList();
        for (Sheet sheet : sheets) {
            boolean wanted = named.isEmpty()
                    ? sheet.getVisibility() == SheetVisibility.VISIBLE
                    : sheet.getName().equals(named);
            if (wanted) {
                SheetForm form = SheetForm.read(content, sheet.getId());
                Optional<SheetTable> table =
                        SheetTable.find(sheet.getName(), sheet.openStream().iterator(), layout, text, form);
                table.ifPresent(tables::add);
            }
        }
        return tables;
    }

    @Override
    public @Nullable RawRecord next() {
        while (!tables.isEmpty()) {
            SheetRow row = tables.peek().next();
            if (row != null) {
                framed++;
                return row;
            }
            tables.remove();
        }
        return null;
    }

    @Override
    public Map<String, String> headerUnits() {
        return units;
    }

    @Override
    public SeenColumns seen() {
        return seen;
    }

    @Override
    public long framed() {
        return framed;
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }
}
