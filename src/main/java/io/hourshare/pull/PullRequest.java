package io.hourshare.pull;

import io.hourshare.contract.Feed;
import io.hourshare.kernel.HourWindow;
import java.time.Instant;

/**
 * Asks for one feed's data of one window.
 *
 * @param from start of what is asked for: the window's start less the overlap, or the epoch for an initial load
 * @param to end of what is asked for, exclusive
 */
public record PullRequest(Feed feed, HourWindow window, Instant from, Instant to, boolean initial) {

    /** The window's own changes, reaching back by the contract's overlap. */
    public static PullRequest of(Feed feed, HourWindow window) {
        return new PullRequest(
                feed, window, window.start().minus(feed.contract().overlap()), window.end(), false);
    }

    /** Everything the source holds up to the window's end. */
    public static PullRequest initial(Feed feed, HourWindow window) {
        return new PullRequest(feed, window, Instant.EPOCH, window.end(), true);
    }
}
