package io.hourshare.contract;

/** How a source says that a record is gone. */
public enum DeletionRule {
    /** By a flag on the row. */
    FLAG,
    /** By leaving it out of the next full list. */
    ABSENCE,
    /** Never. */
    NONE
}
