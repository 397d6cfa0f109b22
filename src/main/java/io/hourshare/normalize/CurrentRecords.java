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
 * @param digest of what the records say: batches that bring nothing new leave it
 */
public record CurrentRecords(Map<FeedId, List<String>> files, Digest digest) {

    public CurrentRecords {
        files = Map.copyOf(files);
    }
}
