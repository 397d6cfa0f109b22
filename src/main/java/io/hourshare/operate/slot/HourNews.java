package io.hourshare.operate.slot;

import io.hourshare.kernel.HourWindow;
import java.util.List;

/** Somebody who wants to hear how the hour goes, for example a person at the terminal. */
public interface HourNews {

    /** Work on these feeds' window begins. */
    void starting(HourWindow window, List<String> feeds);

    /** A feed's window is done, held or has failed; the summary says which. */
    void done(HourWindow window, String feed, String summary);

    /** A snapshot of the hour is served from now on. */
    void published(HourWindow hour);
}
