package io.hourshare.normalize;

import io.hourshare.normalize.convert.FieldRule;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One rule with a memory of recent values: codes, dates and places repeat. A rule gives the same answer for the same
 * text, so the answer may come from memory. Used by one thread.
 */
final class RuleMemory {

    private static final int SLOTS = 1 << 10;
    private static final int LONGEST = 48;
    private static final byte[] NOTHING = new byte[0];

    private final FieldRule rule;
    private final int[] fields;
    private final byte[][] texts = new byte[SLOTS][];
    private final byte[][] answers = new byte[SLOTS][];

    /** @param fields places of the rule's arguments; -1 for a field that is not read */
    RuleMemory(FieldRule rule, int[] fields) {
        this.rule = rule;
        this.fields = fields;
    }

    /** Answers for the rows that could be read. */
    void convert(byte[][][] from, byte[][] to, boolean[] damaged, int rows) {
        boolean single = fields.length == 1 && fields[0] >= 0;
        for (int row = 0; row < rows; row++) {
            if (!damaged[row]) {
                byte[] answer = single ? remembered(from[fields[0]][row]) : computed(from, row);
                if (answer != null) {
                    to[row] = answer;
                }
            }
        }
    }

    private byte @Nullable [] remembered(byte @Nullable [] text) {
        byte[] known = text == null ? NOTHING : text;
        if (known.length > LONGEST) {
            return answer(known);
        }
        int slot = slot(known);
        if (texts[slot] == null || !Arrays.equals(texts[slot], known)) {
            byte[] answer = answer(known);
            texts[slot] = known;
            answers[slot] = answer == null ? NOTHING : answer;
        }
        return answers[slot].length == 0 ? null : answers[slot];
    }

    /** Values of one field mostly differ near their ends or in their length. */
    private static int slot(byte[] text) {
        int hash = text.length;
        for (int i = Math.max(0, text.length - 12); i < text.length; i++) {
            hash = hash * 31 + text[i];
        }
        if (text.length > 12) {
            hash = hash * 31 + text[0] * 31 + text[text.length / 2];
        }
        return hash * 0x9E3779B9 >>> 22;
    }

    private byte @Nullable [] answer(byte[] text) {
        String value = new String(text, StandardCharsets.UTF_8);
        String result = rule.apply(new @Nullable String[] {value});
        return bytes(result, value, text);
    }

    private byte @Nullable [] computed(byte[][][] from, int row) {
        @Nullable String[] arguments = new String[fields.length];
        for (int i = 0; i < fields.length; i++) {
            byte[] text = fields[i] < 0 ? null : from[fields[i]][row];
            arguments[i] = text == null ? null : new String(text, StandardCharsets.UTF_8);
        }
        String result = rule.apply(arguments);
        return result == null ? null : result.getBytes(StandardCharsets.UTF_8);
    }

    /** A text that the rule leaves as it is needs no second encoding. */
    @SuppressWarnings("ReferenceEquality")
    private static byte @Nullable [] bytes(@Nullable String result, String value, byte[] text) {
        if (result == null) {
            return null;
        }
        return result == value ? text : result.getBytes(StandardCharsets.UTF_8);
    }
}
