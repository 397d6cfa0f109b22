package io.hourshare.normalize.decode.csv;

import io.hourshare.land.Content;
import io.hourshare.normalize.decode.layout.Layout;
import io.hourshare.normalize.decode.layout.TableHeader;
import io.hourshare.normalize.decode.row.BytesRecord;
import io.hourshare.normalize.decode.row.FieldReader;
import io.hourshare.normalize.decode.row.RawRecord;
import io.hourshare.normalize.decode.row.RecordSource;
import io.hourshare.normalize.decode.row.SeenColumns;
import io.hourshare.normalize.decode.text.ByteWindow;
import io.hourshare.normalize.decode.text.EncodingCheck;
import io.hourshare.normalize.decode.text.Excerpts;
import io.hourshare.normalize.decode.text.TextDecoding;
import io.hourshare.normalize.decode.text.UnreadableObjectException;
import io.hourshare.normalize.fault.Reason;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A text table with a header, in any encoding that we know. */
public final class CsvSource implements RecordSource {

    private final ByteWindow window;
    private final CsvFrames frames;
    private final Excerpts excerpts;
    private final FieldReader fields;
    private final CsvFurniture furniture;
    private final TableHeader header;
    private final SeenColumns seen;
    private long framed;

    private CsvSource(
            ByteWindow window,
            CsvFrames frames,
            Excerpts excerpts,
            FieldReader fields,
            CsvFurniture furniture,
            TableHeader header,
            SeenColumns seen) {
        this.window = window;
        this.frames = frames;
        this.excerpts = excerpts;
        this.fields = fields;
        this.furniture = furniture;
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
        CsvHeader found = new CsvHeader(frames, form, layout);
        TableHeader header = found.find();
        Excerpts excerpts = new Excerpts(decoding, layout.revealing());
        return new CsvSource(
                window,
                frames,
                excerpts,
                new CsvFields(form, header.columns(), excerpts),
                new CsvFurniture(form, header.columns().length, found.row()),
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
        while (frame != null && furniture.holds(frame)) {
            frame = frames.next();
        }
        if (frame == null) {
            return null;
        }
        framed++;
        return new BytesRecord(
                frame.offset(), frame.bytes().length, frame.line(), frame.bytes(), frame.damage(), fields, excerpts);
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
