package io.hourshare.normalize.decode.text;

import java.nio.charset.Charset;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** GB18030 to UTF-8 by a table of all two-byte characters, without a string between; four-byte ones are rare. */
public final class Gb18030 {

    private static final Charset CHARSET = Charset.forName("GB18030");
    private static final int FIRST = 0x81;
    private static final int SECOND = 0x40;
    private static final int LAST = 0xfe;
    private static final int WIDTH = LAST - SECOND + 1;
    private static final char UNKNOWN = '\ufffd';
    private static final char[] TABLE = table();

    private Gb18030() {}

    /** Null where a four-byte character or a fault stands, which the charset itself must decode or refuse. */
    public static byte @Nullable [] toUtf8(byte[] bytes) {
        return toUtf8(bytes, 0, bytes.length);
    }

    /** As {@link #toUtf8(byte[])}, for a range that no character crosses. */
    public static byte @Nullable [] toUtf8(byte[] bytes, int from, int end) {
        byte[] utf8 = new byte[end - from + pairs(bytes, from, end)];
        int to = 0;
        int at = from;
        while (at < end) {
            byte octet = bytes[at++];
            if (octet >= 0) {
                utf8[to++] = octet;
            } else {
                int code = at < end ? character(octet & 0xff, bytes[at++] & 0xff) : UNKNOWN;
                if (code == UNKNOWN) {
                    return null;
                }
                to = put(utf8, to, code);
            }
        }
        return to == utf8.length ? utf8 : Arrays.copyOf(utf8, to);
    }

    /**
     * Decodes in one pass until a stop, which no second byte of a pair is, or the end; text and place stand in the run.
     * False where {@link #toUtf8} would give up, or a NUL stands.
     */
    public static boolean decodeUntil(byte[] bytes, int from, int stop, Run run) {
        byte[] utf8 = run.room((bytes.length - from) / 2 * 3 + 2);
        int to = 0;
        int at = from;
        while (at < bytes.length && bytes[at] != stop) {
            byte octet = bytes[at++];
            if (octet > 0) {
                utf8[to++] = octet;
            } else {
                int code = octet == 0 || at == bytes.length ? UNKNOWN : character(octet & 0xff, bytes[at++] & 0xff);
                if (code == UNKNOWN) {
                    return false;
                }
                to = put(utf8, to, code);
            }
        }
        run.length = to;
        run.end = at;
        return true;
    }

    /** Where one thread decodes to; what stands there holds until the next decoding. */
    public static final class Run {
        private byte[] utf8 = new byte[1 << 12];
        private int length;
        private int end;

        /** Where decoding stopped. */
        public int end() {
            return end;
        }

        public byte[] text() {
            return Arrays.copyOf(utf8, length);
        }

        private byte[] room(int bytes) {
            utf8 = utf8.length < bytes ? new byte[bytes * 2] : utf8;
            return utf8;
        }
    }

    /** How many bytes more UTF-8 takes at most: one for each pair. */
    private static int pairs(byte[] bytes, int from, int end) {
        int pairs = 0;
        int at = from;
        while (at < end) {
            int second = bytes[at] >>> 31;
            pairs += second;
            at += 1 + second;
        }
        return pairs;
    }

    private static int character(int first, int second) {
        return first < FIRST || first > LAST || second < SECOND || second > LAST
                ? UNKNOWN
                : TABLE[(first - FIRST) * WIDTH + second - SECOND];
    }

    private static int put(byte[] utf8, int from, int code) {
        int to = from;
        if (code < 0x800) {
            utf8[to++] = (byte) (0xc0 | code >> 6);
        } else {
            utf8[to++] = (byte) (0xe0 | code >> 12);
            utf8[to++] = (byte) (0x80 | code >> 6 & 0x3f);
        }
        utf8[to++] = (byte) (0x80 | code & 0x3f);
        return to;
    }

    private static char[] table() {
        char[] table = new char[(LAST - FIRST + 1) * WIDTH];
        for (int i = 0; i < table.length; i++) {
            byte[] pair = {(byte) (FIRST + i / WIDTH), (byte) (SECOND + i % WIDTH)};
            String text = new String(pair, CHARSET);
            boolean single = text.length() == 1 && text.charAt(0) > 0x7f && !Character.isSurrogate(text.charAt(0));
            table[i] = single ? text.charAt(0) : UNKNOWN;
        }
        return table;
    }
}
