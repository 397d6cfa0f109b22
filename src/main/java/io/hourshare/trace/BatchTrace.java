package io.hourshare.trace;

import io.hourshare.kernel.FeedId;
import io.hourshare.kernel.HourWindow;
import io.hourshare.store.BatchCounts;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When one feed's window came how far.
 *
 * @param madeAt when the source finished what it gave, where it said so
 * @param adoptedAt when the first result was accepted
 * @param foldedAt when it became part of the current records; the hour it is published with reads those
 * @param mergedAt when profiles with it were merged; null where nothing had to be
 * @param publishedAt when the first snapshot with it was served
 * @param trouble newest failure or hold that nothing later settled
 */
record BatchTrace(
        FeedId feed,
        HourWindow window,
        @Nullable Instant madeAt,
        @Nullable Instant landedAt,
        @Nullable Instant adoptedAt,
        @Nullable Instant foldedAt,
        @Nullable Instant mergedAt,
        @Nullable Instant publishedAt,
        @Nullable BatchCounts counts,
        @Nullable Trouble trouble,
        boolean initial) {

    /**
     * What went wrong last.
     *
     * @param step {@code pull} or {@code normalize}
     */
    record Trouble(String step, String reason, String detail, int attempt, boolean held, Instant at) {}

    static BatchTrace of(FeedId feed, HourWindow window) {
        return new BatchTrace(feed, window, null, null, null, null, null, null, null, null, false);
    }

    BatchTrace landed(Instant at, @Nullable Instant made, boolean first) {
        return new BatchTrace(
                feed,
                window,
                landedAt == null ? made : madeAt,
                landedAt == null ? at : landedAt,
                adoptedAt,
                foldedAt,
                mergedAt,
                publishedAt,
                counts,
                trouble,
                initial || first);
    }

    BatchTrace adopted(Instant at, BatchCounts newest) {
        return new BatchTrace(
                feed,
                window,
                madeAt,
                landedAt,
                adoptedAt == null ? at : adoptedAt,
                foldedAt,
                mergedAt,
                publishedAt,
                newest,
                null,
                initial);
    }

    BatchTrace folded(Instant at) {
        return with(at, mergedAt, publishedAt);
    }

    BatchTrace published(@Nullable Instant merged, Instant at) {
        return with(foldedAt, merged, at);
    }

    BatchTrace troubled(Trouble newest) {
        return new BatchTrace(
                feed, window, madeAt, landedAt, adoptedAt, foldedAt, mergedAt, publishedAt, counts, newest, initial);
    }

    /** Whether it can be in a snapshot: folded, or without a record to fold. */
    boolean ready() {
        return adoptedAt != null && (foldedAt != null || counts != null && counts.accepted() == 0);
    }

    private BatchTrace with(@Nullable Instant folded, @Nullable Instant merged, @Nullable Instant published) {
        return new BatchTrace(
                feed, window, madeAt, landedAt, adoptedAt, folded, merged, published, counts, trouble, initial);
    }
}
