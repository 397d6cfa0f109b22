package io.hourshare.land;

import io.hourshare.kernel.Digest;
import io.hourshare.kernel.FeedId;
import io.hourshare.kernel.HourWindow;
import java.time.Instant;

/**
 * Bytes as received, in a write-once file.
 *
 * @param path below the data root: {@code landing/<feed>/<window>/<digest8>/<name>}
 */
public record LandedObject(FeedId feed, HourWindow window, String path, long size, Digest digest, Instant landedAt) {

    /** The file's name, as far as a file system can spell the source's own. */
    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
