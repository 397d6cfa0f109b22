package io.hourshare.normalize.decode.text;

import io.hourshare.land.Content;
import io.hourshare.normalize.fault.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Finds UTF-8 that was declared to be GB18030: it decodes without any error into other, plausible characters, so
 * "no error" proves nothing.
 */
public final class EncodingCheck {

    private static final int BLOCK = 1 << 16;
    private static final int SAMPLE = 1 << 20;

    private EncodingCheck() {}

    /** Refuses the object when the encoding is a Chinese one and all its bytes are UTF-8 beyond ASCII. */
    public static void refuseUtf8(Content content, TextDecoding declared) throws IOException {
        if (declared.isDoubleByte() && isUtf8BeyondAscii(content)) {
            throw new UnreadableObjectException(Reason.ENCODING_MISMATCH, 0, "");
        }
    }

    /**
     * The encoding of a file that declares none: UTF-8 where most lines beyond ASCII are, the Chinese national one
     * otherwise. A single damaged line must not turn a whole list into other characters.
     */
    public static TextDecoding undeclared(Content content) throws IOException {
        byte[] sample;
        try (InputStream in = content.stream()) {
            sample = in.readNBytes(SAMPLE);
        }
        int balance = 0;
        int start = 0;
        for (int i = 0; i < sample.length; i++) {
            if (sample[i] == '\n') {
                balance += vote(sample, start, i);
                start = i + 1;
            }
        }
        balance += sample.length < SAMPLE ? vote(sample, start, sample.length) : 0;
        return balance < 0 ? TextDecoding.of("GB18030") : TextDecoding.utf8();
    }

    private static int vote(byte[] sample, int start, int end) {
        for (int i = start; i < end; i++) {
            if (sample[i] < 0) {
                return Utf8.isValid(sample, start, end) ? 1 : -1;
            }
        }
        return 0;
    }

    private static boolean isUtf8BeyondAscii(Content content) throws IOException {
        boolean beyond = false;
        byte[] block = new byte[BLOCK + 4];
        int kept = 0;
        try (InputStream in = content.stream()) {
            while (true) {
                int count = in.readNBytes(block, kept, BLOCK);
                int end = kept + count;
                int whole = count < BLOCK ? end : end - tail(block, end);
                if (!Utf8.isValid(block, 0, whole)) {
                    return false;
                }
                beyond |= hasHighByte(block, whole);
                if (count < BLOCK) {
                    return beyond;
                }
                kept = end - whole;
                System.arraycopy(block, whole, block, 0, kept);
            }
        }
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
