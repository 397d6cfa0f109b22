package io.hourshare.operate.slot;

/** Where a slot's data come from when it is worked on. */
public enum Approach {
    /** What landed and waits is used; the department is asked only where nothing waits. */
    WHAT_IS_LEFT,
    /** Again from what landed; the department is not asked. */
    FROM_LANDING,
    /** The department is asked again. */
    FROM_SOURCE,
    /** What the adopted result sent back, and nothing else of it. */
    ONLY_RETURNED
}
