package io.hourshare.operate.slot;

import io.hourshare.contract.Feed;
import io.hourshare.kernel.HourWindow;

/**
 * One feed's window that is to be worked on.
 *
 * @param initial whether everything up to the window's end is asked for
 * @param attempts failed attempts so far
 */
public record DueSlot(Feed feed, HourWindow window, boolean initial, int attempts) {

    public String label() {
        return feed.id() + "@" + window;
    }
}
