package io.hourshare.normalize;

/** A feed's window is held and journalled as such; the other feeds go on. */
public final class BatchHeldException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String reason;

    /** @param detail Chinese: what is wrong, and what to do */
    BatchHeldException(String reason, String detail) {
        super(detail);
        this.reason = reason;
    }

    /** Stable code, for example {@code QUARANTINE_TOLERANCE} or {@code ENCODING_MISMATCH}. */
    public String reason() {
        return reason;
    }
}
