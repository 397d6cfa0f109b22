package io.hourshare.normalize.decode.text;

import io.hourshare.normalize.fault.Reason;

/** The object cannot be read as a whole; nothing of it may be adopted. */
public final class UnreadableObjectException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final long offset;

    /** @param offset where reading stopped to make sense, for an excerpt and for the operator */
    public UnreadableObjectException(Reason reason, long offset, String detail) {
        super(detail.isEmpty() ? reason.explanation() : reason.explanation() + "：" + detail);
        this.reason = reason;
        this.offset = offset;
    }

    public Reason reason() {
        return reason;
    }

    public long offset() {
        return offset;
    }
}
