package io.hourshare.operate.run;

import io.hourshare.kernel.FeedId;
import io.hourshare.kernel.HourWindow;

/** A feed's window that a run would touch. */
public record PlannedSlot(FeedId feed, String title, HourWindow window) {}
