package io.hourshare.normalize.decode.json;

import io.hourshare.normalize.decode.row.BytesRecord;
import io.hourshare.normalize.decode.row.FieldReader;
import io.hourshare.normalize.decode.row.RawRecord;
import io.hourshare.normalize.decode.row.RecordSource;
import io.hourshare.normalize.decode.text.ByteWindow;
import io.hourshare.normalize.decode.text.Excerpts;
import io.hourshare.normalize.fault.Reason;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** One record a line, as the database route writes rows; empty lines are none. */
final class LineSource implements RecordSource {

    private final ByteWindow window;
    private final FieldReader fields;
    private final Excerpts excerpts;
    private final int sizeLimit;
    private long line;
    private long framed;

    LineSource(ByteWindow window, FieldReader fields, Excerpts excerpts, int sizeLimit) {
        this.window = window;
        this.fields = fields;
        this.excerpts = excerpts;
        this.sizeLimit = sizeLimit;
    }

    @Override
    public @Nullable RawRecord next() throws IOException {
        while (window.peek() != ByteWindow.END) {
            line++;
            window.mark(0);
            int end = toLineEnd();
            int length = window.marked() - end;
            if (length > sizeLimit) {
                return tooLarge();
            }
            long offset = window.markOffset();
            byte[] bytes = window.cut(end);
            if (!isBlank(bytes)) {
                framed++;
                return new BytesRecord(offset, length, line, bytes, null, fields, excerpts);
            }
        }
        return null;
    }

    /** Reads past the line's end, or a little beyond the size limit; answers how many bytes the end took. */
    private int toLineEnd() throws IOException {
        int previous = 0;
        int octet = window.read();
        while (octet != '\n' && octet != ByteWindow.END && window.marked() <= sizeLimit + 2) {
            previous = octet;
            octet = window.read();
        }
        int terminator = octet == '\n' ? 1 : 0;
        return previous == '\r' ? terminator + 1 : terminator;
    }

    private RawRecord tooLarge() throws IOException {
        long offset = window.markOffset();
        byte[] beginning = window.cut(0);
        int octet = window.read();
        while (octet != '\n' && octet != ByteWindow.END) {
            octet = window.read();
        }
        framed++;
        long length = window.offset() - offset;
        return new BytesRecord(offset, length, line, beginning, Reason.RECORD_TOO_LARGE, fields, excerpts);
    }

    private static boolean isBlank(byte[] bytes) {
        for (byte octet : bytes) {
            if (octet > ' ' || octet <= 0) {
                return false;
            }
        }
        return true;
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
