package io.hourshare.normalize.decode.csv;

import io.hourshare.normalize.decode.text.ByteWindow;
import io.hourshare.normalize.fault.Reason;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Cuts a text table into records; line breaks inside quotes belong to the record. */
final class CsvFrames {

    private final ByteWindow window;
    private final CsvForm form;
    private final int sizeLimit;
    private final boolean[] plain;
    private long line = 1;
    private @Nullable Frame ahead;

    CsvFrames(ByteWindow window, CsvForm form, int sizeLimit) {
        this.window = window;
        this.form = form;
        this.sizeLimit = sizeLimit;
        this.plain = ByteWindow.allBut("\r\n\"" + form.delimiter());
    }

    /** A cut-out record with its place. */
    record Frame(
            long offset, long line, byte[] bytes, @Nullable Reason damage) {}

    /** Gives a record back, to be the next one. */
    void again(Frame frame) {
        ahead = frame;
    }

    /** The next record that is no blank line, or null at the end. */
    @Nullable
    Frame next() throws IOException {
        if (ahead != null) {
            Frame frame = ahead;
            ahead = null;
            return frame;
        }
        while (window.peek() != ByteWindow.END) {
            long first = line;
            window.mark(0);
            long offset = window.markOffset();
            int terminator = toEnd();
            if (terminator < 0) {
                return unclosed(offset, first);
            }
            int length = window.marked() - terminator;
            byte[] bytes = window.cut(terminator);
            if (length > sizeLimit) {
                return new Frame(offset, first, bytes, Reason.RECORD_TOO_LARGE);
            }
            if (!isBlank(bytes)) {
                return new Frame(offset, first, bytes, null);
            }
        }
        return null;
    }

    /** Reads past the record's end; answers how many bytes its line break took, or -1 where a quote stays open. */
    private int toEnd() throws IOException {
        // No encoding has a quote or a line break for the second byte of a pair.
        if (window.skipLine()) {
            line++;
            return window.before(2) == '\r' ? 2 : 1;
        }
        boolean quoted = false;
        boolean fieldStart = true;
        int previous = 0;
        while (true) {
            if (!quoted && window.skip(plain, form.doubleByte())) {
                fieldStart = false;
                previous = 0;
            }
            int octet = window.read();
            if (octet == ByteWindow.END) {
                return quoted ? -1 : 0;
            }
            if (octet == '\n') {
                line++;
                if (!quoted) {
                    return previous == '\r' ? 2 : 1;
                }
            } else if (octet == CsvForm.QUOTE && quoted) {
                quoted = window.peek() == CsvForm.QUOTE && window.read() == CsvForm.QUOTE;
                if (!quoted && !endsCell(window.peek())) {
                    return -1;
                }
            } else if (octet == CsvForm.QUOTE && fieldStart) {
                quoted = true;
            } else if (form.doubleByte() && octet >= 0x81) {
                window.read();
            }
            if (quoted && window.marked() > sizeLimit) {
                return -1;
            }
            fieldStart = !quoted && octet == form.delimiter();
            previous = octet;
        }
    }

    private boolean endsCell(int octet) {
        return octet == form.delimiter() || octet == '\n' || octet == '\r' || octet == ByteWindow.END;
    }

    /** A quote that nobody closes would swallow the rest: only its own line is given up. */
    private Frame unclosed(long offset, long first) throws IOException {
        window.rewind(0);
        line = first + 1;
        int octet = window.read();
        while (octet != '\n' && octet != ByteWindow.END) {
            octet = window.read();
        }
        return new Frame(offset, first, window.cut(octet == '\n' ? 1 : 0), Reason.UNCLOSED_QUOTE);
    }

    private static boolean isBlank(byte[] bytes) {
        for (byte octet : bytes) {
            if (octet > ' ' || octet < 0) {
                return false;
            }
        }
        return true;
    }
}
