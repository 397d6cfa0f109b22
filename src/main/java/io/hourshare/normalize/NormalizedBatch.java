package io.hourshare.normalize;

import io.hourshare.kernel.Digest;
import io.hourshare.kernel.FeedId;
import io.hourshare.kernel.HourWindow;
import io.hourshare.store.BatchCounts;
import java.util.List;

/**
 * A landed batch as canonical Parquet.
 *
 * @param records paths of accepted records below the data root, one file a landed object
 * @param quarantine paths of quarantined records
 */
public record NormalizedBatch(
        FeedId feed,
        HourWindow window,
        Digest delivery,
        List<String> records,
        List<String> quarantine,
        BatchCounts counts) {

    public NormalizedBatch {
        records = List.copyOf(records);
        quarantine = List.copyOf(quarantine);
    }
}
