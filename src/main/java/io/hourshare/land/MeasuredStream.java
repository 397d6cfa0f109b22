package io.hourshare.land;

import io.hourshare.kernel.Digest;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import org.springframework.util.unit.DataSize;

/** Counts and hashes bytes on their way and stops at the limit. */
final class MeasuredStream extends FilterOutputStream {

    private final String origin;
    private final MessageDigest sha256 = Digest.sha256();
    private final DataSize limit;
    private long size;

    /** @param room bytes that the delivery may still grow by */
    MeasuredStream(OutputStream out, String origin, LandSettings limits, long room) {
        super(out);
        this.origin = origin;
        long object = limits.objectLimit().toBytes();
        this.limit = DataSize.ofBytes(Math.min(object, room));
    }

    @Override
    public void write(int octet) throws IOException {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        size += length;
        if (size > limit.toBytes()) {
            throw new LandingLimitException(origin, limit);
        }
        sha256.update(bytes, offset, length);
        out.write(bytes, offset, length);
    }

    long size() {
        return size;
    }

    MessageDigest sha256() {
        return sha256;
    }
}
