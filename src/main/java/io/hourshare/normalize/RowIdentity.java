package io.hourshare.normalize;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** Business key and content digest of rows, from their canonical texts; used by one thread. */
final class RowIdentity {

    private static final byte PART = '|';
    private static final byte FIELD = 0x1f;
    private static final byte NOTHING = 0x1e;
    private static final byte[] DIGITS = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private final MessageDigest sha256;
    private byte[] buffer = new byte[1 << 12];
    private int length;

    RowIdentity() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The parts, joined by {@code |}. */
    byte[] key(byte[][][] parts, int row) {
        length = 0;
        for (int i = 0; i < parts.length; i++) {
            if (i > 0) {
                add(PART);
            }
            byte[] part = parts[i][row];
            if (part != null) {
                add(part);
            }
        }
        return Arrays.copyOf(buffer, length);
    }

    /** Whether a key of no or only empty parts names nothing. */
    static boolean isEmpty(byte[] key) {
        for (byte octet : key) {
            if (octet != PART) {
                return false;
            }
        }
        return true;
    }

    /**
     * 32 hexadecimal digits over operation, version and canonical values: the first half of their SHA-256, which processors
     * compute themselves.
     */
    byte[] hash(byte[] operation, byte[] sourceTime, byte[][][] columns, int row) {
        length = 0;
        add(operation);
        add(FIELD);
        add(sourceTime);
        for (byte[][] column : columns) {
            add(FIELD);
            byte[] value = column[row];
            if (value == null) {
                add(NOTHING);
            } else {
                add(value);
            }
        }
        sha256.update(buffer, 0, length);
        return hex(sha256.digest());
    }

    private static byte[] hex(byte[] digest) {
        byte[] hex = new byte[digest.length];
        for (int i = 0; i < digest.length / 2; i++) {
            hex[2 * i] = DIGITS[digest[i] >> 4 & 0xf];
            hex[2 * i + 1] = DIGITS[digest[i] & 0xf];
        }
        return hex;
    }

    private void add(byte octet) {
        room(1);
        buffer[length++] = octet;
    }

    private void add(byte[] bytes) {
        room(bytes.length);
        System.arraycopy(bytes, 0, buffer, length, bytes.length);
        length += bytes.length;
    }

    private void room(int more) {
        if (length + more > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, length + more));
        }
    }
}
