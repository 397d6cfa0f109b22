package io.hourshare.normalize.decode.row;

import io.hourshare.normalize.decode.text.Gb18030;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Recent short texts of each column by the bytes that stand for them at the source: statuses, regions, trades and days
 * repeat, and are then neither decoded nor copied again. Columns whose texts hardly repeat are left alone for a while.
 * Used by one thread.
 */
public final class CellMemory {

    private static final int BITS = 8;

    /** Longer texts are not kept. */
    public static final int LONGEST = 48;

    private static final int TRIAL = 1 << 10;
    private static final int WORTHWHILE = TRIAL / 4;
    private static final int PAUSE = 1 << 15;
    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final byte[][][] cells;
    private final byte[][][] texts;
    private final int[] asked;
    private final int[] found;
    private final Gb18030.Run run = new Gb18030.Run();
    private int slot;

    public CellMemory(int columns) {
        cells = new byte[columns][][];
        texts = new byte[columns][][];
        asked = new int[columns];
        found = new int[columns];
    }

    /** Where longer texts are decoded to. */
    public Gb18030.Run run() {
        return run;
    }

    /** The text that was kept for the same bytes, or null; {@link #keep} may follow with the same range. */
    public byte @Nullable [] text(int column, byte[] bytes, int from, int end) {
        slot = -1;
        if (end - from > LONGEST || isPausing(column)) {
            return null;
        }
        slot = slot(bytes, from, end);
        byte[] cell = cells[column][slot];
        if (cell == null || !Arrays.equals(cell, 0, cell.length, bytes, from, end)) {
            return null;
        }
        found[column]++;
        return texts[column][slot];
    }

    /** Remembers what became of the range that {@link #text} was asked for last. */
    public void keep(int column, byte[] bytes, int from, int end, byte[] text) {
        if (slot >= 0) {
            cells[column][slot] = Arrays.copyOfRange(bytes, from, end);
            texts[column][slot] = text;
        }
    }

    private boolean isPausing(int column) {
        int times = ++asked[column];
        if (times < 0) {
            return true;
        }
        if (cells[column] == null) {
            cells[column] = new byte[1 << BITS][];
            texts[column] = new byte[1 << BITS][];
        }
        if (times >= TRIAL) {
            asked[column] = found[column] < WORTHWHILE ? -PAUSE : 0;
            found[column] = 0;
        }
        return false;
    }

    private static int slot(byte[] bytes, int from, int end) {
        long hash = end - from;
        if (end - from >= Long.BYTES) {
            hash += (long) WORD.get(bytes, from) * 31 + (long) WORD.get(bytes, end - Long.BYTES);
        } else {
            for (int i = from; i < end; i++) {
                hash = hash << 8 ^ bytes[i] ^ hash >>> 48;
            }
        }
        return (int) (hash * 0x9E3779B97F4A7C15L >>> Long.SIZE - BITS);
    }
}
