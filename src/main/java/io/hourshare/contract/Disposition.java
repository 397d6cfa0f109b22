package io.hourshare.contract;

/** What becomes of a source field's value after landing. */
public enum Disposition {
    /** Normalized and published. */
    KEEP,
    /** Never normalized. */
    DROP,
    /** Normalized as a keyed token, so that equal values still join. */
    TOKEN,
    /** Normalized, published only to those who are granted it; absent from analysts' files. */
    RESTRICTED
}
