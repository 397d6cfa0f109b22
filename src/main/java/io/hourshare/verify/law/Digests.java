package io.hourshare.verify.law;

import io.hourshare.kernel.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;

/** Digests of files. */
final class Digests {

    private Digests() {}

    static Digest of(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return of(in);
        }
    }

    static Digest of(InputStream in) throws IOException {
        MessageDigest sha256 = Digest.sha256();
        byte[] buffer = new byte[1 << 16];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            sha256.update(buffer, 0, read);
        }
        return Digest.of(sha256);
    }
}
