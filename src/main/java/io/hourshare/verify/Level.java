package io.hourshare.verify;

/** How much is counted: the last day in seconds, everything, or everything and once more from the landed bytes. */
public enum Level {
    QUICK,
    FULL,
    DEEP
}
