package io.hourshare.contract;

/** What one delivery of a feed holds. */
public enum FeedMode {
    /** The changes of the window, with overlap. */
    INCREMENTAL,
    /** The whole list each time. */
    FULL,
    /** Things that happened; never changed afterwards. */
    EVENT
}
