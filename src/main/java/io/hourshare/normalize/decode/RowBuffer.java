package io.hourshare.normalize.decode;

import io.hourshare.engine.TableChunk;
import io.hourshare.normalize.fault.Reason;
import java.io.IOException;
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
    private final Fate[] fates;
    private int row = -1;

    RowBuffer(int capacity, int fieldCount, int convertedCount) {
        numbers = new long[4][capacity];
        texts = new byte[PROBLEM + 1][capacity][];
        fields = new byte[fieldCount][capacity][];
        converted = new byte[convertedCount][capacity][];
        damaged = new boolean[capacity];
        fates = new Fate[capacity];
        Arrays.fill(fates, Fate.KEPT);
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

    void convert(RowConversion.Share conversion) {
        conversion.convert(new RowChunk(fields, damaged, converted, fates, rows()));
    }

    /** Hands over the rows that are kept and answers how many; those set aside go to the spool. */
    int writeTo(TableChunk chunk, RowSpool aside) throws IOException {
        int kept = sort(aside);
        for (int i = 0; i < numbers.length; i++) {
            chunk.numbers(i, numbers[i], kept);
        }
        int column = numbers.length;
        for (byte[][][] group : new byte[][][][] {texts, converted}) {
            for (byte[][] text : group) {
                chunk.texts(column++, kept == text.length ? text : Arrays.copyOf(text, kept));
            }
        }
        clear();
        return kept;
    }

    /** Moves kept rows together; answers how many they are. */
    private int sort(RowSpool aside) throws IOException {
        int kept = 0;
        for (int from = 0; from < rows(); from++) {
            if (fates[from] == Fate.SET_ASIDE) {
                aside.add(numbers, new byte[][][][] {texts, converted}, from);
            } else if (fates[from] == Fate.KEPT) {
                if (kept < from) {
                    move(from, kept);
                }
                kept++;
            }
        }
        return kept;
    }

    private void move(int from, int to) {
        for (long[] number : numbers) {
            number[to] = number[from];
        }
        for (byte[][][] group : new byte[][][][] {texts, converted}) {
            for (byte[][] text : group) {
                text[to] = text[from];
            }
        }
    }

    private void clear() {
        int rows = rows();
        for (byte[][][] group : new byte[][][][] {texts, fields, converted}) {
            for (byte[][] text : group) {
                Arrays.fill(text, 0, rows, null);
            }
        }
        Arrays.fill(damaged, 0, rows, false);
        Arrays.fill(fates, 0, rows, Fate.KEPT);
        row = -1;
    }
}
