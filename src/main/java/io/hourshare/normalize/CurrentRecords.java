package io.hourshare.normalize;

import io.hourshare.kernel.Digest;
import io.hourshare.kernel.FeedId;
import java.util.List;
import java.util.Map;

/**
 * Newest accepted version of each key, per feed; deleted keys are kept as such.
 *
 * @param files Parquet paths below the data root by feed; columns are those of {@link NormalizedColumns} and
 *     {@code _window}
 * @param digest of the adopted batches that went in
 */
public record CurrentRecords(Map<FeedId, List<String>> files, Digest digest) {

    public CurrentRecords {
        files = Map.copyOf(files);
    }
}
