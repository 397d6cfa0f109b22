package io.hourshare.normalize;

import io.hourshare.normalize.convert.FieldRule;
import io.hourshare.normalize.fault.Fault;
import io.hourshare.normalize.fault.Reason;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Takes the marked answers of a chunk's rules apart: values stay in their columns, faults are gathered by row. */
final class RowFaults {

    private final byte[][] blocks;
    private final byte[][] notes;
    private final int[] noted;
    private final boolean[] keyBlocked;
    private final boolean[] dropped;

    RowFaults(int rows) {
        blocks = new byte[rows][];
        notes = new byte[rows][];
        noted = new int[rows];
        keyBlocked = new boolean[rows];
        dropped = new boolean[rows];
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

    /** Warns of a record as a whole. */
    void note(int row, Reason reason) {
        notes[row] = joined(notes[row], new Fault("", reason, "").toJson().getBytes(StandardCharsets.UTF_8));
        noted[row]++;
    }

    private byte @Nullable [] value(byte[] answer, int row, boolean key) {
        switch (answer[0]) {
            case FieldRule.BLOCK -> {
                blocks[row] = joined(blocks[row], Arrays.copyOfRange(answer, 1, answer.length));
                keyBlocked[row] |= key;
                return null;
            }
            case FieldRule.NOTE -> {
                int end = 1;
                while (answer[end] != FieldRule.NOTE) {
                    end++;
                }
                notes[row] = joined(notes[row], Arrays.copyOfRange(answer, 1, end));
                noted[row]++;
                return end + 1 == answer.length ? null : Arrays.copyOfRange(answer, end + 1, answer.length);
            }
            case FieldRule.DROP -> {
                dropped[row] = true;
                return null;
            }
            default -> {
                return answer;
            }
        }
    }

    /** Faults that block the record, as the members of a JSON array; null where none does. */
    byte @Nullable [] blocks(int row) {
        return blocks[row];
    }

    /** Warnings, likewise. */
    byte @Nullable [] notes(int row) {
        return notes[row];
    }

    int noted(int row) {
        return noted[row];
    }

    boolean isKeyBlocked(int row) {
        return keyBlocked[row];
    }

    boolean isDropped(int row) {
        return dropped[row];
    }

    private static byte[] joined(byte @Nullable [] before, byte[] fault) {
        return before == null
                ? fault
                : (new String(before, StandardCharsets.UTF_8) + "," + new String(fault, StandardCharsets.UTF_8))
                        .getBytes(StandardCharsets.UTF_8);
    }
}
