package io.hourshare.normalize.decode;

import io.hourshare.engine.TableChunk;
import io.hourshare.normalize.fault.Reason;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Decoded rows, column by column, until they are handed over as one chunk. */
final class RowBuffer {

    private static final int ORDINAL = 0;
    private static final int OFFSET = 1;
    private static final int LENGTH = 2;
    private static final int LINE = 3;
    private static final int SHEET = 0;
    private static final int CELLS = 1;
    private static final int PROBLEM = 2;
    private static final int FIRST_FIELD = 3;

    private final long[][] numbers;
    private final byte[][][] texts;
    private int row = -1;

    RowBuffer(int capacity, int fields) {
        numbers = new long[4][capacity];
        texts = new byte[FIRST_FIELD + fields][capacity][];
    }

    int rows() {
        return row + 1;
    }

    void begin(long ordinal) {
        row++;
        numbers[ORDINAL][row] = ordinal;
        numbers[OFFSET][row] = TableChunk.NONE;
        numbers[LENGTH][row] = TableChunk.NONE;
        numbers[LINE][row] = TableChunk.NONE;
    }

    void bytes(long offset, long length, long line) {
        numbers[OFFSET][row] = offset;
        numbers[LENGTH][row] = length;
        numbers[LINE][row] = line;
    }

    void cells(String sheet, long line, String cells) {
        numbers[LINE][row] = line;
        texts[SHEET][row] = sheet.getBytes(StandardCharsets.UTF_8);
        texts[CELLS][row] = cells.getBytes(StandardCharsets.UTF_8);
    }

    /** @param utf8 valid UTF-8 without NUL */
    void field(int column, byte @Nullable [] utf8) {
        texts[FIRST_FIELD + column][row] = utf8;
    }

    boolean has(int column) {
        return texts[FIRST_FIELD + column][row] != null;
    }

    /** Says why the record cannot be read; the first reason stays. */
    void fail(Reason reason, String excerpt) {
        if (texts[PROBLEM][row] == null) {
            texts[PROBLEM][row] = (reason + " " + excerpt).getBytes(StandardCharsets.UTF_8);
        }
    }

    boolean failed() {
        return texts[PROBLEM][row] != null;
    }

    void writeTo(TableChunk chunk) {
        int rows = rows();
        for (int i = 0; i < numbers.length; i++) {
            chunk.numbers(i, numbers[i], rows);
        }
        for (int i = 0; i < texts.length; i++) {
            byte[][] column = texts[i];
            chunk.texts(numbers.length + i, rows == column.length ? column : Arrays.copyOf(column, rows));
            Arrays.fill(column, 0, rows, null);
        }
        row = -1;
    }
}
