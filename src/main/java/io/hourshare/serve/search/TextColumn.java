package io.hourshare.serve.search;

import java.util.Arrays;

/**
 * Texts of many rows in one array.
 *
 * <p>Each row has a signature of 64 bits, one a character (or a pair of Latin ones); a text can hold a part only if
 * its signature holds the part's bits. So a search over a million rows compares a million longs and few texts.
 */
public final class TextColumn {

    private final char[] characters;
    private final int[] starts;
    private final long[] signatures;

    private TextColumn(char[] characters, int[] starts, long[] signatures) {
        this.characters = characters;
        this.starts = starts;
        this.signatures = signatures;
    }

    int rows() {
        return signatures.length;
    }

    int length(int row) {
        return starts[row + 1] - starts[row];
    }

    char at(int row, int index) {
        return characters[starts[row] + index];
    }

    public String text(int row) {
        return new String(characters, starts[row], length(row));
    }

    long signature(int row) {
        return signatures[row];
    }

    /** Place of the part in the row's text, or -1. */
    int indexOf(int row, String part, long signature) {
        if ((signature & ~signatures[row]) != 0) {
            return -1;
        }
        for (int i = starts[row]; i <= starts[row + 1] - part.length(); i++) {
            if (startsAt(i, part)) {
                return i - starts[row];
            }
        }
        return -1;
    }

    private boolean startsAt(int place, String part) {
        for (int i = 0; i < part.length(); i++) {
            if (characters[place + i] != part.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    static long signature(CharSequence text) {
        long bits = 0;
        char previous = 0;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character >= 0x80) {
                bits |= bit(character);
            } else if (previous != 0 && previous < 0x80) {
                bits |= bit(previous * 131 + character);
            }
            previous = character;
        }
        return bits;
    }

    private static long bit(int value) {
        return 1L << ((value * 0x9E3779B1) >>> 26);
    }

    /** Collects rows. */
    static final class Builder {

        private char[] characters = new char[1 << 16];
        private int[] starts = new int[1 << 12];
        private long[] signatures = new long[1 << 12];
        private int rows;

        int rows() {
            return rows;
        }

        void add(String text) {
            int start = starts[rows];
            if (start + text.length() > characters.length) {
                characters = Arrays.copyOf(characters, Math.max(characters.length * 2, start + text.length()));
            }
            if (rows + 2 > starts.length) {
                starts = Arrays.copyOf(starts, starts.length * 2);
                signatures = Arrays.copyOf(signatures, signatures.length * 2);
            }
            text.getChars(0, text.length(), characters, start);
            signatures[rows] = signature(text);
            rows++;
            starts[rows] = start + text.length();
        }

        TextColumn build() {
            return new TextColumn(
                    Arrays.copyOf(characters, starts[rows]),
                    Arrays.copyOf(starts, rows + 1),
                    Arrays.copyOf(signatures, rows));
        }
    }
}
