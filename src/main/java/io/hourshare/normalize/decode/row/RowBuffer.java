package io.hourshare.normalize.decode.row;

import io.hourshare.engine.TableChunk;
import io.hourshare.normalize.fault.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Decoded rows, column by column, until they are handed over as one chunk. */
public final class RowBuffer {

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
    private final @Nullable Reason[] notes;
    private int row = -1;
    private @Nullable CellMemory memory;

    public RowBuffer(int capacity, int fieldCount, int convertedCount) {
        numbers = new long[4][capacity];
        texts = new byte[PROBLEM + 1][capacity][];
        fields = new byte[fieldCount][capacity][];
        converted = new byte[convertedCount][capacity][];
        damaged = new boolean[capacity];
        fates = new Fate[capacity];
        notes = new Reason[capacity];
        Arrays.fill(fates, Fate.KEPT);
    }

    int rows() {
        return row + 1;
    }

    public void begin(long ordinal) {
        row++;
        numbers[ORDINAL][row] = ordinal;
        numbers[OFFSET][row] = TableChunk.NONE;
        numbers[LENGTH][row] = TableChunk.NONE;
        numbers[LINE][row] = TableChunk.NONE;
    }

    public void bytes(long offset, long length, long line) {
        numbers[OFFSET][row] = offset;
        numbers[LENGTH][row] = length;
        numbers[LINE][row] = line;
    }

    public void cells(String sheet, long line, String cells) {
        numbers[LINE][row] = line;
        texts[SHEET][row] = sheet.getBytes(StandardCharsets.UTF_8);
        texts[CELLS][row] = cells.getBytes(StandardCharsets.UTF_8);
    }

    /** Lets the next rows be read with what the reading thread remembers. */
    public void remember(@Nullable CellMemory known) {
        memory = known;
    }

    @Nullable
    public CellMemory memory() {
        return memory;
    }

    /** @param utf8 valid UTF-8 without NUL */
    public void field(int column, byte @Nullable [] utf8) {
        fields[column][row] = utf8;
    }

    /** Takes back what was read into the row. */
    public void clearFields() {
        for (byte[][] field : fields) {
            Arrays.fill(field, row, row + 1, null);
        }
    }

    public byte @Nullable [] field(int column) {
        return fields[column][row];
    }

    public boolean has(int column) {
        return fields[column][row] != null;
    }

    /** Says why the record cannot be read; the first reason stays. */
    public void fail(Reason reason, String excerpt) {
        if (texts[PROBLEM][row] == null) {
            damaged[row] = true;
            texts[PROBLEM][row] = (reason + " " + excerpt).getBytes(StandardCharsets.UTF_8);
        }
    }

    /** Warns of the record as a whole. */
    public void note(Reason reason) {
        notes[row] = reason;
    }

    void convert(RowConversion.Share conversion) {
        conversion.convert(new RowChunk(fields, damaged, notes, converted, fates, numbers[ORDINAL][0], rows()));
    }

    /** Hands over the rows that are kept and answers how many; those set aside go to the spool. */
    int writeTo(TableChunk chunk, RowSpool aside) throws IOException {
        int[] kept = kept(aside);
        for (int i = 0; i < numbers.length; i++) {
            gather(numbers[i], kept);
            chunk.numbers(i, numbers[i], kept.length);
        }
        int column = numbers.length;
        for (byte[][][] group : new byte[][][][] {texts, converted}) {
            for (byte[][] text : group) {
                chunk.texts(column++, kept.length == text.length ? text : gathered(text, kept));
            }
        }
        clear();
        return kept.length;
    }

    /** Which rows are kept. */
    private int[] kept(RowSpool aside) throws IOException {
        int[] kept = new int[rows()];
        int count = 0;
        for (int from = 0; from < rows(); from++) {
            if (fates[from] == Fate.SET_ASIDE) {
                aside.add(numbers, new byte[][][][] {texts, converted}, from);
            } else if (fates[from] == Fate.KEPT) {
                kept[count++] = from;
            }
        }
        return Arrays.copyOf(kept, count);
    }

    /** Column by column: going along rows would touch every column anew for each. */
    private static void gather(long[] column, int[] kept) {
        for (int to = 0; to < kept.length; to++) {
            column[to] = column[kept[to]];
        }
    }

    private static byte[][] gathered(byte[][] column, int[] kept) {
        byte[][] gathered = new byte[kept.length][];
        for (int to = 0; to < kept.length; to++) {
            gathered[to] = column[kept[to]];
        }
        return gathered;
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
        Arrays.fill(notes, 0, rows, null);
        row = -1;
    }
}
