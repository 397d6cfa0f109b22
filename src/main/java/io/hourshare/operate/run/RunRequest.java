package io.hourshare.operate.run;

import io.hourshare.kernel.FeedId;
import io.hourshare.kernel.HourWindow;
import java.util.List;

/**
 * What is asked of a run.
 *
 * @param from first window
 * @param to last window, included
 */
public record RunRequest(
        RunVerb verb, List<FeedId> feeds, HourWindow from, HourWindow to, String actor, String reason) {

    public RunRequest {
        feeds = List.copyOf(feeds);
    }
}
