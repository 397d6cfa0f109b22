package io.hourshare.normalize.decode.row;

/** What becomes of a decoded row. */
public enum Fate {
    KEPT,

    /** Kept apart, in {@link DecodedObject#setAside}. */
    SET_ASIDE,

    /** Counted, and nothing else. */
    DROPPED
}
