package io.hourshare.normalize.decode.csv;

import io.hourshare.normalize.decode.layout.FieldNames;
import io.hourshare.normalize.decode.row.CellMemory;
import io.hourshare.normalize.decode.row.RowBuffer;
import io.hourshare.normalize.decode.text.EightBytes;
import io.hourshare.normalize.decode.text.Gb18030;
import io.hourshare.normalize.decode.text.TextDecoding;
import io.hourshare.normalize.decode.text.Utf8;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The short way through a record of a text table: each cell is cut and decoded where it stands. Whatever is unusual is
 * left to the long way, {@link CsvCells} behind {@link TextDecoding}, which gives the same for what is usual.
 */
final class UsualCells {

    private static final byte[] EMPTY = {};
    private static final int UNUSUAL = -1;

    /** Least byte that may stand behind another one in a character of GB18030. */
    private static final int LEAST_SECOND = '0';

    private final byte delimiter;
    private final boolean pairs;
    private final int[] columns;

    private UsualCells(byte delimiter, boolean pairs, int[] columns) {
        this.delimiter = delimiter;
        this.pairs = pairs;
        this.columns = columns;
    }

    /** For UTF-8 and GB18030; null for other encodings. */
    static @Nullable UsualCells of(CsvForm form, int[] columns) {
        boolean known = form.decoding().isUtf8() || form.decoding().isNational();
        return known && form.delimiter() < 0x80 && columns.length > 0
                ? new UsualCells((byte) form.delimiter(), form.decoding().isNational(), columns)
                : null;
    }

    /** Puts all fields into the row, or none and answers false. */
    boolean read(byte[] record, RowBuffer row) {
        if (!pairs && !Utf8.isValid(record, 0, record.length)) {
            return false;
        }
        int at = 0;
        for (int column : columns) {
            at = at <= record.length ? cell(record, at, column, row) : UNUSUAL;
            if (at == UNUSUAL) {
                row.clearFields();
                return false;
            }
        }
        if (isEmptyFrom(record, at)) {
            return true;
        }
        row.clearFields();
        return false;
    }

    /** Reads the cell that begins here; answers where the next one would, or that this one is unusual. */
    private int cell(byte[] record, int at, int column, RowBuffer row) {
        boolean quoted = at < record.length && record[at] == CsvForm.QUOTE;
        int from = quoted ? at + 1 : at;
        int stop = quoted ? CsvForm.QUOTE : delimiter;
        CellMemory memory = column == FieldNames.NONE ? null : row.memory();
        int end = end(record, from, stop, pairs && memory != null ? from + CellMemory.LONGEST + 1 : record.length);
        byte[] text = null;
        if (end < record.length && record[end] != stop && memory != null) {
            if (Gb18030.decodeUntil(record, from, stop, memory.run())) {
                end = memory.run().end();
                text = isCell(record, end, quoted) ? memory.run().text() : null;
            }
        } else if (isCell(record, end, quoted)) {
            text = text(record, from, end, column, memory);
        }
        if (text == null) {
            return UNUSUAL;
        }
        if (column != FieldNames.NONE) {
            row.field(column, text);
        }
        return (quoted ? end + 1 : end) + 1;
    }

    /** Some exports end each line with a delimiter too many. */
    private boolean isEmptyFrom(byte[] record, int from) {
        for (int i = from; i < record.length; i++) {
            if (record[i] != delimiter) {
                return false;
            }
        }
        return true;
    }

    /** Where the next stop stands, or where looking for it ends; the second byte of a pair is none. */
    private int end(byte[] record, int from, int stop, int furthest) {
        int limit = Math.min(furthest, record.length);
        if (!pairs || stop < LEAST_SECOND) {
            return EightBytes.either(record, from, Math.max(from, limit), stop, stop);
        }
        int at = from;
        while (at < limit && record[at] != stop) {
            at += pairs && record[at] < 0 ? 2 : 1;
        }
        return at;
    }

    /** Whether a cell ends here, with a delimiter or the record behind it. */
    private boolean isCell(byte[] record, int end, boolean quoted) {
        int behind = quoted ? end + 1 : end;
        return end <= record.length
                && (!quoted || end < record.length)
                && (behind >= record.length || record[behind] == delimiter);
    }

    private byte @Nullable [] text(byte[] record, int from, int end, int column, @Nullable CellMemory memory) {
        if (from == end) {
            return EMPTY;
        }
        if (memory == null) {
            return decoded(record, from, end);
        }
        byte[] known = memory.text(column, record, from, end);
        if (known != null) {
            return known;
        }
        byte[] text = decoded(record, from, end);
        if (text != null) {
            memory.keep(column, record, from, end, text);
        }
        return text;
    }

    private byte @Nullable [] decoded(byte[] record, int from, int end) {
        boolean ascii = true;
        for (int i = from; i < end; i++) {
            if (record[i] <= 0) {
                ascii = false;
                if (record[i] == 0) {
                    return null;
                }
            }
        }
        return ascii || !pairs ? Arrays.copyOfRange(record, from, end) : Gb18030.toUtf8(record, from, end);
    }
}
