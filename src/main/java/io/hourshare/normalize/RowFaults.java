package io.hourshare.normalize;

import io.hourshare.normalize.convert.FieldRule;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Takes the marked answers of a chunk's rules apart: values stay in their columns, faults are gathered by row. */
final class RowFaults {

    /** Blocking faults, whether one hits the key, warnings, whether the record is dropped, masked excerpt. */
    static final List<String> COLUMNS = List.of("_blocks", "_key_block", "_notes", "_drop", "_excerpt");

    private static final byte[] YES = {'1'};

    private final byte[][] blocks;
    private final byte[][] keyBlocks;
    private final byte[][] notes;
    private final byte[][] drops;

    RowFaults(int rows) {
        blocks = new byte[rows][];
        keyBlocks = new byte[rows][];
        notes = new byte[rows][];
        drops = new byte[rows][];
    }

    /** Leaves the values in the column and keeps the faults. */
    @SuppressWarnings("NullAway") // elements of an array of arrays cannot be declared nullable
    void takeFrom(byte[][] answers, boolean key) {
        for (int row = 0; row < blocks.length; row++) {
            byte[] answer = answers[row];
            if (answer != null && answer.length > 0 && answer[0] < ' ' && answer[0] > 0) {
                answers[row] = value(answer, row, key);
            }
        }
    }

    private byte @Nullable [] value(byte[] answer, int row, boolean key) {
        switch (answer[0]) {
            case FieldRule.BLOCK -> {
                blocks[row] = joined(blocks[row], Arrays.copyOfRange(answer, 1, answer.length));
                keyBlocks[row] = key ? YES : keyBlocks[row];
                return null;
            }
            case FieldRule.NOTE -> {
                int end = 1;
                while (answer[end] != FieldRule.NOTE) {
                    end++;
                }
                notes[row] = joined(notes[row], Arrays.copyOfRange(answer, 1, end));
                return end + 1 == answer.length ? null : Arrays.copyOfRange(answer, end + 1, answer.length);
            }
            case FieldRule.DROP -> {
                drops[row] = YES;
                return null;
            }
            default -> {
                return answer;
            }
        }
    }

    /** Writes {@link #COLUMNS} from the given column on. */
    void writeTo(byte[][][] columns, int from, IntFunction<byte[]> excerpt) {
        byte[][][] parts = {blocks, keyBlocks, notes, drops};
        for (int i = 0; i < parts.length; i++) {
            System.arraycopy(parts[i], 0, columns[from + i], 0, blocks.length);
        }
        for (int row = 0; row < blocks.length; row++) {
            if (blocks[row] != null) {
                columns[from + parts.length][row] = excerpt.apply(row);
            }
        }
    }

    private static byte[] joined(byte @Nullable [] before, byte[] fault) {
        return before == null
                ? fault
                : (new String(before, StandardCharsets.UTF_8) + "," + new String(fault, StandardCharsets.UTF_8))
                        .getBytes(StandardCharsets.UTF_8);
    }
}
