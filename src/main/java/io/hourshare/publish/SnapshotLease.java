package io.hourshare.publish;

import io.hourshare.engine.Session;
import java.util.concurrent.atomic.AtomicBoolean;

/** A reader's hold on one snapshot: its session answers from that snapshot until closed, whatever is published. */
public final class SnapshotLease implements AutoCloseable {

    private final SnapshotReaders readers;
    private final Session session;
    private final AtomicBoolean open = new AtomicBoolean(true);

    SnapshotLease(SnapshotReaders readers, Session session) {
        this.readers = readers;
        this.session = session;
    }

    public Snapshot snapshot() {
        return readers.snapshot();
    }

    /** Read-only session on {@code serve.duckdb}; for this lease's thread only. */
    public Session session() {
        return session;
    }

    @Override
    public void close() {
        if (open.compareAndSet(true, false)) {
            readers.giveBack(session);
        }
    }
}
