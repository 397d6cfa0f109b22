package io.hourshare.land;

import io.hourshare.kernel.Digest;
import io.hourshare.kernel.FeedId;
import io.hourshare.kernel.HourWindow;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything a source gave for one window.
 *
 * @param digest of the objects' digests in order
 * @param declared total that the source declared, where it declares one
 * @param sourceTime newest time in the source that the batch reaches, where it is known
 * @param initial whether it is the feed's initial load
 */
public record LandedBatch(
        FeedId feed,
        HourWindow window,
        Digest digest,
        List<LandedObject> objects,
        @Nullable Long declared,
        @Nullable Instant sourceTime,
        boolean initial) {

    public LandedBatch {
        objects = List.copyOf(objects);
    }
}
