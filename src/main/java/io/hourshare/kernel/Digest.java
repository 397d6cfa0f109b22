package io.hourshare.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** SHA-256 of some content, as 64 lower-case hexadecimal digits. */
public record Digest(String hex) {

    private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");

    public Digest {
        if (!HEX.matcher(hex).matches()) {
            throw new IllegalArgumentException("Digest must be 64 lower-case hexadecimal digits: " + hex);
        }
    }

    public static Digest of(byte[] content) {
        return finish(sha256(), content);
    }

    public static Digest of(String content) {
        return of(content.getBytes(StandardCharsets.UTF_8));
    }

    /** Digest of several contents in order; parts are separated, so that moving a border changes it. */
    public static Digest of(Collection<String> parts) {
        MessageDigest sha256 = sha256();
        for (String part : parts) {
            sha256.update(part.getBytes(StandardCharsets.UTF_8));
            sha256.update((byte) 0);
        }
        return finish(sha256, new byte[0]);
    }

    /** Digest of what is left of a stream, which stays open. */
    public static Digest of(InputStream content) throws IOException {
        MessageDigest sha256 = sha256();
        new DigestInputStream(content, sha256).transferTo(OutputStream.nullOutputStream());
        return of(sha256);
    }

    /** A fresh SHA-256, for content that streams past; hand it to {@link #of(MessageDigest)} when done. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    public static Digest of(MessageDigest streamed) {
        return new Digest(HexFormat.of().formatHex(streamed.digest()));
    }

    /** First eight digits, as folder names carry them. */
    public String short8() {
        return hex.substring(0, 8);
    }

    private static Digest finish(MessageDigest sha256, byte[] last) {
        sha256.update(last);
        return of(sha256);
    }

    @Override
    public String toString() {
        return hex;
    }
}
