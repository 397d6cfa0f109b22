package io.hourshare.normalize.decode.csv;

import io.hourshare.land.Content;
import io.hourshare.normalize.decode.layout.FieldNames;
import io.hourshare.normalize.decode.layout.Layout;
import io.hourshare.normalize.decode.layout.TableHeader;
import io.hourshare.normalize.decode.layout.TitleUnit;
import io.hourshare.normalize.decode.row.BytesRecord;
import io.hourshare.normalize.decode.row.FieldReader;
import io.hourshare.normalize.decode.row.RawRecord;
import io.hourshare.normalize.decode.row.RecordSource;
import io.hourshare.normalize.decode.row.SeenColumns;
import io.hourshare.normalize.decode.text.ByteWindow;
import io.hourshare.normalize.decode.text.DamagedRecordException;
import io.hourshare.normalize.decode.text.EncodingCheck;
import io.hourshare.normalize.decode.text.Excerpts;
import io.hourshare.normalize.decode.text.TextDecoding;
import io.hourshare.normalize.decode.text.UnreadableObjectException;
import io.hourshare.normalize.fault.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A text table with a header, in any encoding that we know. */
public final class CsvSource implements RecordSource {

    private static final int HEADER_SEARCH = 20;

    private final ByteWindow window;
    private final CsvFrames frames;
    private final Excerpts excerpts;
    private final FieldReader fields;
    private final TableHeader header;
    private final SeenColumns seen;
    private long framed;

    private CsvSource(
            ByteWindow window,
            CsvFrames frames,
            Excerpts excerpts,
            FieldReader fields,
            TableHeader header,
            SeenColumns seen) {
        this.window = window;
        this.frames = frames;
        this.excerpts = excerpts;
        this.fields = fields;
        this.header = header;
        this.seen = seen;
    }

    /** Checks the encoding and finds the header: a heading row may follow rows with a title. */
    public static CsvSource open(Content content, Layout layout) throws IOException {
        TextDecoding decoding = decoding(content, layout);
        CsvForm form = new CsvForm(delimiter(content, layout), decoding, decoding.isDoubleByte());
        ByteWindow window = new ByteWindow(content);
        CsvFrames frames = new CsvFrames(window, form, layout.limits().recordBytes());
        skipMark(window);
        TableHeader header = header(frames, form, layout);
        Excerpts excerpts = new Excerpts(decoding, layout.revealing());
        return new CsvSource(
                window,
                frames,
                excerpts,
                new CsvFields(form, header.columns(), excerpts),
                header,
                new SeenColumns(header.unknown(), header.absent(layout.columns())));
    }

    private static TextDecoding decoding(Content content, Layout layout) throws IOException {
        String declared = layout.option("charset", "");
        if (declared.isEmpty()) {
            return EncodingCheck.undeclared(content);
        }
        TextDecoding decoding = TextDecoding.of(declared);
        EncodingCheck.refuseUtf8(content, decoding);
        return decoding;
    }

    @Override
    public @Nullable RawRecord next() throws IOException {
        CsvFrames.Frame frame = frames.next();
        if (frame == null) {
            return null;
        }
        framed++;
        return new BytesRecord(
                frame.offset(), frame.bytes().length, frame.line(), frame.bytes(), frame.damage(), fields, excerpts);
    }

    private static TableHeader header(CsvFrames frames, CsvForm form, Layout layout) throws IOException {
        FieldNames names = new FieldNames(layout.columns());
        int least = Math.min(2, layout.columns().size());
        int declared = layout.headerRow();
        Map<String, String> units = new HashMap<>();
        for (int i = 0; i < Math.max(HEADER_SEARCH, declared); i++) {
            CsvFrames.Frame frame = frames.next();
            if (frame == null && i == 0) {
                return new TableHeader(new int[0], Map.of(), List.of()); // an empty file holds no records, and says so
            }
            if (frame == null) {
                break;
            }
            List<String> headings = headings(frame, form);
            TableHeader header = TableHeader.of(headings, names, layout.columns());
            if (declared == 0 ? header.matches() >= least : declared == i + 1) {
                header.requireColumns(layout.columns());
                return header.below(units);
            }
            TitleUnit.find(headings, units);
        }
        throw new UnreadableObjectException(Reason.HEADER_NOT_FOUND, 0, "");
    }

    private static List<String> headings(CsvFrames.Frame frame, CsvForm form) {
        byte[] utf8 = form.decoding().toUtf8(frame.bytes());
        if (utf8 == null) {
            throw new UnreadableObjectException(Reason.HEADER_NOT_FOUND, frame.offset(), "表头字节不符合声明的字符编码");
        }
        List<String> headings = new ArrayList<>();
        try {
            for (byte[] cell : CsvCells.split(utf8, form.delimiter())) {
                headings.add(new String(cell, StandardCharsets.UTF_8));
            }
        } catch (DamagedRecordException e) {
            throw new UnreadableObjectException(Reason.HEADER_NOT_FOUND, frame.offset(), "");
        }
        return headings;
    }

    private static char delimiter(Content content, Layout layout) throws IOException {
        try (ByteWindow window = new ByteWindow(content)) {
            byte[] head = new byte[1 << 16];
            int length = 0;
            int octet = window.read();
            while (octet != ByteWindow.END && length < head.length) {
                head[length++] = (byte) octet;
                octet = window.read();
            }
            return CsvForm.delimiter(layout.option("delimiter", ""), Arrays.copyOf(head, length));
        }
    }

    /** Passes a byte order mark; one of UTF-16 means an encoding that is not read by bytes. */
    private static void skipMark(ByteWindow window) throws IOException {
        int first = window.peek();
        if (first == 0xfe || first == 0xff) {
            throw new UnreadableObjectException(Reason.UNSUPPORTED_ENCODING, 0, "UTF-16");
        }
        if (first == 0xef) {
            for (int i = 0; i < 3; i++) {
                window.read();
            }
        }
    }

    @Override
    public Map<String, String> headerUnits() {
        return header.units();
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
        window.close();
    }
}
