package io.hourshare.normalize.decode;

import io.hourshare.normalize.fault.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Finds UTF-8 that was declared to be GB18030: it decodes without any error into other, plausible characters, so
 * "no error" proves nothing.
 */
final class EncodingCheck {

    private static final int BLOCK = 1 << 16;

    private EncodingCheck() {}

    /** Refuses the object when the encoding is a Chinese one and all its bytes are UTF-8 beyond ASCII. */
    static void refuseUtf8(Path file, TextDecoding declared) throws IOException {
        if (declared.isDoubleByte() && scan(file) == Octets.UTF8) {
            throw new UnreadableObjectException(Reason.ENCODING_MISMATCH, 0, "");
        }
    }

    /** The encoding of a file that declares none: UTF-8 where all of it is, the Chinese national one otherwise. */
    static TextDecoding undeclared(Path file) throws IOException {
        return scan(file) == Octets.OTHER ? TextDecoding.of("GB18030") : TextDecoding.utf8();
    }

    private static Octets scan(Path file) throws IOException {
        Octets found = Octets.ASCII;
        byte[] block = new byte[BLOCK + 4];
        int kept = 0;
        try (InputStream in = Files.newInputStream(file)) {
            while (true) {
                int count = in.readNBytes(block, kept, BLOCK);
                int end = kept + count;
                int whole = count < BLOCK ? end : end - tail(block, end);
                if (!Utf8.isValid(block, 0, whole)) {
                    return Octets.OTHER;
                }
                found = found == Octets.UTF8 || hasHighByte(block, whole) ? Octets.UTF8 : Octets.ASCII;
                if (count < BLOCK) {
                    return found;
                }
                kept = end - whole;
                System.arraycopy(block, whole, block, 0, kept);
            }
        }
    }

    /** What a file's bytes can be. */
    private enum Octets {
        ASCII,
        UTF8,
        OTHER
    }

    /** Bytes at the end that may be the beginning of a sequence. */
    private static int tail(byte[] block, int end) {
        for (int back = 1; back <= 3; back++) {
            int octet = block[end - back] & 0xff;
            if (octet >= 0xc0) {
                return back;
            }
            if (octet < 0x80) {
                return 0;
            }
        }
        return 0;
    }

    private static boolean hasHighByte(byte[] block, int end) {
        byte[] whole = end == block.length ? block : Arrays.copyOf(block, end);
        for (byte octet : whole) {
            if (octet < 0) {
                return true;
            }
        }
        return false;
    }
}
