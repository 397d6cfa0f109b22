package io.hourshare.operate.run;

import io.hourshare.kernel.FeedId;
import io.hourshare.kernel.HourWindow;
import io.hourshare.operate.slot.Approach;
import java.util.List;

/**
 * What is asked of a run.
 *
 * @param feeds none means all
 * @param from first window
 * @param to last window, included
 * @param scope for a backfill: which windows
 * @param parallel slots that are worked on at the same time
 */
public record RunRequest(
        RunVerb verb,
        List<FeedId> feeds,
        HourWindow from,
        HourWindow to,
        BackfillScope scope,
        int parallel,
        String actor,
        String reason) {

    /** Leaves room for the hour itself, which uses the same threads. */
    public static final int USUAL_PARALLEL = 2;

    public RunRequest {
        feeds = List.copyOf(feeds);
    }

    public RunRequest(RunVerb verb, List<FeedId> feeds, HourWindow from, HourWindow to, String actor, String reason) {
        this(verb, feeds, from, to, BackfillScope.MISSING, USUAL_PARALLEL, actor, reason);
    }

    Approach approach() {
        return verb == RunVerb.BACKFILL && scope == BackfillScope.ALL ? Approach.FROM_SOURCE : verb.approach();
    }
}
