package io.hourshare.contract;

/** How often the source itself has something new; between its days a feed is not yet due, never overdue. */
public enum Cycle {
    HOURLY,
    DAILY,
    WEEKLY,
    MONTHLY,
    YEARLY,
    IRREGULAR
}
