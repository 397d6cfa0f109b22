package io.hourshare.store;

import org.jspecify.annotations.Nullable;

/**
 * Balance of one batch: received = accepted + quarantined + exact duplicates + dropped by rule.
 *
 * @param declared total that the source declared, where it declares one
 * @param received records framed in the landed bytes
 * @param dropped records of natural persons and the like that the contract drops whole
 * @param deletions accepted records that say "gone", those derived from absence included
 * @param warnings optional values emptied because they made no sense
 * @param unframeable quarantined records that could not be taken apart at all; absent in lines of older versions
 * @param novelty what the accepted ones brought; absent in lines of older versions
 */
public record BatchCounts(
        @Nullable Long declared,
        long received,
        long accepted,
        long quarantined,
        long duplicates,
        long dropped,
        long deletions,
        long warnings,
        @Nullable Long unframeable,
        @Nullable Novelty novelty) {

    public BatchCounts(
            @Nullable Long declared,
            long received,
            long accepted,
            long quarantined,
            long duplicates,
            long dropped,
            long deletions,
            long warnings) {
        this(declared, received, accepted, quarantined, duplicates, dropped, deletions, warnings, null, null);
    }

    /** Whether every received record is accounted for, and the source's own total met. */
    public boolean balances() {
        return received == accepted + quarantined + duplicates + dropped
                && (declared == null || declared == received)
                && (novelty == null || accepted == sum(novelty));
    }

    private static long sum(Novelty novelty) {
        return novelty.created() + novelty.changed() + novelty.unchanged() + novelty.superseded();
    }
}
