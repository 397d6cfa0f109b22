package io.hourshare.normalize.decode.text;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Looks through text eight bytes at a time: most of a text is nothing that anybody has to stop at. */
public final class EightBytes {

    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH = ONES << 7;

    /** Two sequences {@code 1110xxxx 10xxxxxx 10xxxxxx}. */
    private static final long PAIR_MASK = 0xc0c0f0c0c0f0L;

    private static final long PAIR = 0x8080e08080e0L;
    private static final int PAIR_BYTES = 6;

    private EightBytes() {}

    /** Where the first quote or backslash stands, or the limit. */
    public static int quoteOrEscape(byte[] bytes, int from, int limit) {
        return either(bytes, from, limit, '"', '\\');
    }

    /** Where the first of these ASCII characters stands, or the limit. */
    public static int either(byte[] bytes, int from, int limit, int one, int other) {
        long ones = ONES * one;
        long others = ONES * other;
        int at = from;
        while (at + Long.BYTES <= limit) {
            long word = (long) WORD.get(bytes, at);
            long found = zeros(word ^ ones) | zeros(word ^ others);
            if (found != 0) {
                return at + Long.numberOfTrailingZeros(found) / Byte.SIZE;
            }
            at += Long.BYTES;
        }
        while (at < limit && bytes[at] != one && bytes[at] != other) {
            at++;
        }
        return at;
    }

    /** Behind the ASCII characters that begin at the index; NUL is none of them. */
    static int ascii(byte[] bytes, int from, int end) {
        int at = from;
        while (at + Long.BYTES <= end) {
            long word = (long) WORD.get(bytes, at);
            if (((word | zeros(word)) & HIGH) != 0) {
                break;
            }
            at += Long.BYTES;
        }
        while (at < end && bytes[at] > 0) {
            at++;
        }
        return at;
    }

    /**
     * Behind the pairs of Chinese characters that begin at the index: three bytes each, of which the first alone says that
     * the others are right, unless it is {@code E0} or {@code ED}.
     */
    static int chinese(byte[] bytes, int from, int end) {
        int at = from;
        while (at + Long.BYTES <= end) {
            long word = (long) WORD.get(bytes, at);
            int first = (int) word & 0xf;
            int second = (int) (word >>> 24) & 0xf;
            if ((word & PAIR_MASK) != PAIR || isNarrow(first) || isNarrow(second)) {
                break;
            }
            at += PAIR_BYTES;
        }
        return at;
    }

    private static boolean isNarrow(int lead) {
        return lead == 0x0 || lead == 0xd;
    }

    /** A bit in the lowest byte that is zero; those above it say nothing. */
    private static long zeros(long word) {
        return word - ONES & ~word & HIGH;
    }
}
