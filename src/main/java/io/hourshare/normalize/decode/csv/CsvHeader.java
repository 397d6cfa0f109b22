package io.hourshare.normalize.decode.csv;

import io.hourshare.normalize.decode.layout.FieldNames;
import io.hourshare.normalize.decode.layout.Layout;
import io.hourshare.normalize.decode.layout.TableHeader;
import io.hourshare.normalize.decode.layout.TitleUnit;
import io.hourshare.normalize.decode.text.UnreadableObjectException;
import io.hourshare.normalize.fault.Reason;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the row that names the columns, or the two rows where headings stand above groups of them. */
final class CsvHeader {

    private static final int SEARCH = 20;

    private final CsvFrames frames;
    private final CsvForm form;
    private final List<Layout.Column> columns;
    private final int declared;
    private final FieldNames names;
    private final Map<String, String> units = new HashMap<>();
    private byte[] row = {};

    CsvHeader(CsvFrames frames, CsvForm form, Layout layout) {
        this.frames = frames;
        this.form = form;
        this.columns = layout.columns();
        this.declared = layout.headerRow();
        this.names = new FieldNames(columns);
    }

    /** Reads on to where the records begin. An empty file has no columns: it holds no records, and says so. */
    TableHeader find() throws IOException {
        List<String> above = List.of();
        for (int i = 0; i < Math.max(SEARCH, declared); i++) {
            CsvFrames.Frame frame = frames.next();
            if (frame == null && i == 0) {
                return new TableHeader(new int[0], Map.of(), List.of());
            }
            if (frame == null) {
                break;
            }
            List<String> headings = headings(frame);
            TableHeader header = TableHeader.of(headings, above, names, columns);
            if (declared == 0 ? header.matches() >= Math.min(2, columns.size()) : declared == i + 1) {
                row = frame.bytes();
                return whole(header, headings);
            }
            TitleUnit.find(headings, units);
            above = headings;
        }
        throw new UnreadableObjectException(Reason.HEADER_NOT_FOUND, 0, "");
    }

    /** Bytes of the row that was found, or none. */
    byte[] row() {
        return row;
    }

    private TableHeader whole(TableHeader upper, List<String> headings) throws IOException {
        TableHeader whole = upper.absent(columns).isEmpty() ? upper : withSecondRow(upper, headings);
        whole.requireColumns(columns);
        return whole.below(units);
    }

    /** Joins the row below where that names columns too; otherwise it is the first record, and read again as one. */
    private TableHeader withSecondRow(TableHeader upper, List<String> headings) throws IOException {
        CsvFrames.Frame frame = frames.next();
        if (frame == null) {
            return upper;
        }
        List<String> below = CsvCells.texts(frame, form);
        TableHeader lower = TableHeader.of(below == null ? List.of() : below, headings, names, columns);
        if (upper.isAbove(lower)) {
            return upper.joined(lower);
        }
        frames.again(frame);
        return upper;
    }

    private List<String> headings(CsvFrames.Frame frame) {
        if (form.decoding().toUtf8(frame.bytes()) == null) {
            throw new UnreadableObjectException(Reason.HEADER_NOT_FOUND, frame.offset(), "表头字节不符合声明的字符编码");
        }
        List<String> headings = CsvCells.texts(frame, form);
        if (headings == null) {
            throw new UnreadableObjectException(Reason.HEADER_NOT_FOUND, frame.offset(), "");
        }
        return headings;
    }
}
