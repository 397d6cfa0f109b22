package io.hourshare.normalize.decode;

import java.nio.charset.Charset;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** GB18030 to UTF-8 by a table of all two-byte characters, without a string between; four-byte ones are rare. */
final class Gb18030 {

    private static final Charset CHARSET = Charset.forName("GB18030");
    private static final int FIRST = 0x81;
    private static final int SECOND = 0x40;
    private static final int LAST = 0xfe;
    private static final int WIDTH = LAST - SECOND + 1;
    private static final char UNKNOWN = '\ufffd';
    private static final char[] TABLE = table();

    private Gb18030() {}

    /** Null where a four-byte character or a fault stands, which the charset itself must decode or refuse. */
    static byte @Nullable [] toUtf8(byte[] bytes) {
        return toUtf8(bytes, 0, bytes.length);
    }

    /** As {@link #toUtf8(byte[])}, for a range that no character crosses. */
    static byte @Nullable [] toUtf8(byte[] bytes, int from, int end) {
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
