package io.hourshare.serve.snapshot;

import io.hourshare.engine.Session;
import io.hourshare.publish.Snapshot;
import java.util.List;
import java.util.Optional;

/** Says which snapshot is current and opens it for reading. */
interface SnapshotSource {

    Optional<Snapshot> current();

    /** Sessions on the current snapshot, each for one thread at a time; the caller closes them. */
    Opened open(int sessions);

    /** A snapshot with sessions on its file. */
    record Opened(Snapshot snapshot, List<Session> sessions) {}
}
