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
    private static final int LONGEST = 96;
    private static final byte[] NOTHING = new byte[0];
    private static final byte SEPARATOR = (byte) 0xff;

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
        byte[][] first = fields[0] < 0 ? null : from[fields[0]];
        byte[] last = null;
        byte[] answer = null;
        for (int row = 0; row < rows; row++) {
            if (!damaged[row]) {
                byte[] text = first == null ? null : first[row];
                boolean same = text != null && text == last && fields.length == 1;
                answer = same ? answer : answer(text, from, row);
                last = text;
                if (answer != null) {
                    to[row] = answer;
                }
            }
        }
    }

    private byte @Nullable [] answer(byte @Nullable [] text, byte[][][] from, int row) {
        byte[] usual = text == null || text.length == 0 ? null : rule.usual(text);
        return usual == null ? remembered(from, row) : usual;
    }

    private byte @Nullable [] remembered(byte[][][] from, int row) {
        byte[] known = fields.length > 1 ? joined(from, row) : fields[0] < 0 ? null : from[fields[0]][row];
        byte[] text = known == null ? NOTHING : known;
        if (text.length > LONGEST) {
            return ruled(from, row);
        }
        int slot = slot(text);
        if (texts[slot] == null || !Arrays.equals(texts[slot], text)) {
            byte[] answer = ruled(from, row);
            texts[slot] = text;
            answers[slot] = answer == null ? NOTHING : answer;
        }
        return answers[slot].length == 0 ? null : answers[slot];
    }

    /** All arguments as one text; no field holds the byte that parts them, since that is no UTF-8. */
    private byte[] joined(byte[][][] from, int row) {
        int length = fields.length;
        for (int field : fields) {
            length += field < 0 || from[field][row] == null ? 0 : from[field][row].length;
        }
        byte[] joined = new byte[length];
        int at = 0;
        for (int field : fields) {
            byte[] text = field < 0 ? null : from[field][row];
            if (text != null) {
                System.arraycopy(text, 0, joined, at, text.length);
                at += text.length;
            }
            joined[at++] = SEPARATOR;
        }
        return joined;
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

    private byte @Nullable [] ruled(byte[][][] from, int row) {
        @Nullable String[] arguments = new String[fields.length];
        for (int i = 0; i < fields.length; i++) {
            byte[] text = fields[i] < 0 ? null : from[fields[i]][row];
            arguments[i] = text == null ? null : new String(text, StandardCharsets.UTF_8);
        }
        String result = rule.apply(arguments);
        return result == null ? null : result.getBytes(StandardCharsets.UTF_8);
    }
}
