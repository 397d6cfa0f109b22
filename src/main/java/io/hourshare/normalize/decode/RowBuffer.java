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

    private final long[][] numbers;
    private final byte[][][] texts;
    private final byte[][][] fields;
    private final byte[][][] converted;
    private final boolean[] damaged;
    private final RowConversion.Share conversion;
    private int row = -1;

    RowBuffer(int capacity, int fieldCount, int convertedCount, RowConversion.Share conversion) {
        numbers = new long[4][capacity];
        texts = new byte[PROBLEM + 1][capacity][];
        fields = new byte[fieldCount][capacity][];
        converted = new byte[convertedCount][capacity][];
        damaged = new boolean[capacity];
        this.conversion = conversion;
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
        fields[column][row] = utf8;
    }

    byte @Nullable [] field(int column) {
        return fields[column][row];
    }

    boolean has(int column) {
        return fields[column][row] != null;
    }

    /** Says why the record cannot be read; the first reason stays. */
    void fail(Reason reason, String excerpt) {
        if (texts[PROBLEM][row] == null) {
            damaged[row] = true;
            texts[PROBLEM][row] = (reason + " " + excerpt).getBytes(StandardCharsets.UTF_8);
        }
    }

    void writeTo(TableChunk chunk) {
        int rows = rows();
        conversion.convert(fields, converted, damaged, rows);
        for (int i = 0; i < numbers.length; i++) {
            chunk.numbers(i, numbers[i], rows);
        }
        int column = numbers.length;
        for (byte[][] text : texts) {
            chunk.texts(column++, exactly(text, rows));
        }
        for (byte[][] text : converted) {
            chunk.texts(column++, exactly(text, rows));
        }
        clear(rows);
    }

    private void clear(int rows) {
        for (byte[][][] group : new byte[][][][] {texts, fields, converted}) {
            for (byte[][] text : group) {
                Arrays.fill(text, 0, rows, null);
            }
        }
        Arrays.fill(damaged, 0, rows, false);
        row = -1;
    }

    private static byte[][] exactly(byte[][] values, int rows) {
        return rows == values.length ? values : Arrays.copyOf(values, rows);
    }
}
