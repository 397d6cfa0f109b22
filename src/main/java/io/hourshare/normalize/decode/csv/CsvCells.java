package io.hourshare.normalize.decode.csv;

import io.hourshare.normalize.decode.text.DamagedRecordException;
import io.hourshare.normalize.fault.Reason;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Splits one record of a text table into its cells, as UTF-8. */
final class CsvCells {

    private CsvCells() {}

    /** The cells of a record as texts, or null where it cannot be split. */
    static @Nullable List<String> texts(CsvFrames.Frame frame, CsvForm form) {
        byte[] utf8 = form.decoding().toUtf8(frame.bytes());
        if (utf8 == null || frame.damage() != null) {
            return null;
        }
        try {
            return split(utf8, form.delimiter()).stream()
                    .map(cell -> new String(cell, StandardCharsets.UTF_8))
                    .toList();
        } catch (DamagedRecordException e) {
            return null;
        }
    }

    static List<byte[]> split(byte[] utf8, char delimiter) throws DamagedRecordException {
        List<byte[]> cells = new ArrayList<>();
        int at = 0;
        while (true) {
            int end;
            if (at < utf8.length && utf8[at] == CsvForm.QUOTE) {
                end = quoted(utf8, at + 1, delimiter, cells);
            } else {
                end = plainEnd(utf8, at, delimiter);
                cells.add(Arrays.copyOfRange(utf8, at, end));
            }
            if (end >= utf8.length) {
                return cells;
            }
            at = end + 1;
        }
    }

    private static int plainEnd(byte[] utf8, int from, char delimiter) {
        int end = from;
        while (end < utf8.length && utf8[end] != delimiter) {
            end++;
        }
        return end;
    }

    /** Adds the cell that begins behind a quote; answers where the delimiter after it stands. */
    private static int quoted(byte[] utf8, int from, char delimiter, List<byte[]> cells) throws DamagedRecordException {
        ByteArrayOutputStream cell = new ByteArrayOutputStream();
        int at = from;
        while (at < utf8.length) {
            if (utf8[at] != CsvForm.QUOTE) {
                cell.write(utf8[at++]);
            } else if (at + 1 < utf8.length && utf8[at + 1] == CsvForm.QUOTE) {
                cell.write(CsvForm.QUOTE);
                at += 2;
            } else {
                int end = afterBlanks(utf8, at + 1);
                if (end < utf8.length && utf8[end] != delimiter) {
                    throw new DamagedRecordException(Reason.MALFORMED_RECORD);
                }
                cells.add(cell.toByteArray());
                return end;
            }
        }
        throw new DamagedRecordException(Reason.UNCLOSED_QUOTE);
    }

    private static int afterBlanks(byte[] utf8, int from) {
        int at = from;
        while (at < utf8.length && utf8[at] == ' ') {
            at++;
        }
        return at;
    }
}
