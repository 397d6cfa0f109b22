package io.hourshare.operate.run;

import io.hourshare.operate.slot.StepLog;

/** Publishes what is adopted, when a run has changed something. */
@FunctionalInterface
public interface Publishing {

    void publishNow(String run, StepLog steps);
}
