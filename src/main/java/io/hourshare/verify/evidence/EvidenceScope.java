package io.hourshare.verify.evidence;

import io.hourshare.kernel.FeedId;
import io.hourshare.kernel.HourWindow;
import org.jspecify.annotations.Nullable;

/**
 * What evidence is asked for.
 *
 * @param feed one feed, or every one
 * @param window one window, or every one
 * @param bytes whether the landed bytes themselves are handed out
 */
public record EvidenceScope(@Nullable FeedId feed, @Nullable HourWindow window, boolean bytes) {

    /** Everything but the landed bytes, for a checker that sees the data root itself. */
    public static EvidenceScope whole() {
        return new EvidenceScope(null, null, false);
    }

    boolean covers(FeedId other, HourWindow hour) {
        return (feed == null || feed.equals(other)) && (window == null || window.equals(hour));
    }
}
