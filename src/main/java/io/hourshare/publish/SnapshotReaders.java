package io.hourshare.publish;

import io.hourshare.engine.Engine;
import io.hourshare.engine.EngineException;
import io.hourshare.engine.Session;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The read-only sessions on one snapshot; closed when it is superseded and the last lease has come back. */
final class SnapshotReaders {

    private final Snapshot snapshot;
    private final List<Session> sessions;
    private final BlockingQueue<Session> idle;
    private int leases;
    private boolean retired;

    private SnapshotReaders(Snapshot snapshot, List<Session> sessions) {
        this.snapshot = snapshot;
        this.sessions = sessions;
        this.idle = new ArrayBlockingQueue<>(sessions.size(), true, sessions);
    }

    /** Opens the file and asks it a real question, so that a broken one is refused here. */
    static SnapshotReaders open(Engine engine, Snapshot snapshot, int count) {
        List<Session> sessions = new ArrayList<>();
        sessions.add(engine.openReadOnly(snapshot.serveFile()));
        try {
            sessions.get(0).number("select count(*) from summary");
            while (sessions.size() < count) {
                sessions.add(sessions.get(0).duplicate());
            }
        } catch (EngineException e) {
            sessions.forEach(Session::close);
            throw e;
        }
        return new SnapshotReaders(snapshot, sessions);
    }

    Snapshot snapshot() {
        return snapshot;
    }

    /** The same sessions under the snapshot as the journal has it; only before the first lease. */
    SnapshotReaders published(Snapshot journalled) {
        return new SnapshotReaders(journalled, sessions);
    }

    /** Empty when these readers were retired meanwhile: ask for the current ones again. */
    Optional<SnapshotLease> lease(Duration patience) {
        if (!enter()) {
            return Optional.empty();
        }
        Session session = poll(patience);
        if (session == null) {
            leave();
            throw new SnapshotBusyException();
        }
        return Optional.of(new SnapshotLease(this, session));
    }

    void giveBack(Session session) {
        idle.add(session);
        leave();
    }

    synchronized void retire() {
        retired = true;
        closeWhenUnused();
    }

    synchronized boolean isClosed() {
        return retired && leases == 0;
    }

    private synchronized boolean enter() {
        if (retired) {
            return false;
        }
        leases++;
        return true;
    }

    private synchronized void leave() {
        leases--;
        closeWhenUnused();
    }

    private void closeWhenUnused() {
        if (isClosed()) {
            sessions.forEach(Session::close);
        }
    }

    private @Nullable Session poll(Duration patience) {
        try {
            return idle.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }
}
