package io.hourshare.normalize.decode.text;

/** Strict checks on UTF-8 bytes. */
public final class Utf8 {

    private Utf8() {}

    /** Length of the valid sequence that starts at the index, or 0 where there is none. */
    static int sequence(byte[] bytes, int at, int end) {
        int first = bytes[at] & 0xff;
        if (first < 0x80) {
            return 1;
        }
        int length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
        if (first < 0xc2 || first > 0xf4 || at + length > end) {
            return 0;
        }
        for (int i = 1; i < length; i++) {
            if ((bytes[at + i] & 0xc0) != 0x80) {
                return 0;
            }
        }
        return isShortestAndNoSurrogate(first, bytes[at + 1] & 0xff) ? length : 0;
    }

    /** Where the first byte stands that is no text, being NUL or no UTF-8; the end where all are. */
    static int textEnd(byte[] bytes, int from, int end) {
        int at = EightBytes.ascii(bytes, from, end);
        while (at < end) {
            int length = bytes[at] == 0 ? 0 : sequence(bytes, at, end);
            if (length == 0) {
                return at;
            }
            at = EightBytes.ascii(bytes, EightBytes.chinese(bytes, at + length, end), end);
        }
        return end;
    }

    /** Whether the whole range is valid; NUL is. */
    public static boolean isValid(byte[] bytes, int from, int end) {
        int at = textEnd(bytes, from, end);
        while (at < end && bytes[at] == 0) {
            at = textEnd(bytes, at + 1, end);
        }
        return at == end;
    }

    /** Whether an encoded lone surrogate stands at the index ({@code ED A0..BF}). */
    static boolean isSurrogate(byte[] bytes, int at, int end) {
        return at + 1 < end && (bytes[at] & 0xff) == 0xed && (bytes[at + 1] & 0xff) >= 0xa0;
    }

    private static boolean isShortestAndNoSurrogate(int first, int second) {
        return switch (first) {
            case 0xe0 -> second >= 0xa0;
            case 0xed -> second < 0xa0;
            case 0xf0 -> second >= 0x90;
            case 0xf4 -> second < 0x90;
            default -> true;
        };
    }
}
