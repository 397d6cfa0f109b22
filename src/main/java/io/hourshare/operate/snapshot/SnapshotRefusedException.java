package io.hourshare.operate.snapshot;

/** What was asked of the snapshots cannot be done; the message says why and what to do instead. */
public final class SnapshotRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;

    SnapshotRefusedException(String code, String message) {
        super(message);
        this.code = code;
    }

    /** Stable code, for example {@code snapshot-not-kept}. */
    public String code() {
        return code;
    }
}
