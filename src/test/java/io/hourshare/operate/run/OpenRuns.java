package io.hourshare.operate.run;

import io.hourshare.operate.slot.StepLog;

/** Lets tests of pages have runs that are being worked on, as no other process may claim to. */
public final class OpenRuns {

    private OpenRuns() {}

    public static void queue(Runs runs, String id) {
        runs.takeUp(id);
    }

    public static void work(Runs runs, String id, StepLog steps) {
        runs.takeUp(id);
        runs.attach(id, steps);
    }
}
