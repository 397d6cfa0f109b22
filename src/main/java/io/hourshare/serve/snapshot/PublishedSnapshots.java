package io.hourshare.serve.snapshot;

import io.hourshare.publish.Snapshot;
import io.hourshare.publish.SnapshotLease;
import io.hourshare.publish.Snapshots;
import java.util.Optional;
import java.util.stream.IntStream;

/** The published snapshots; sessions are taken from a lease, so the file is known to be good. */
final class PublishedSnapshots implements SnapshotSource {

    private final Snapshots snapshots;

    PublishedSnapshots(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    @Override
    public Optional<Snapshot> current() {
        return snapshots.current();
    }

    @Override
    public Opened open(int sessions) {
        try (SnapshotLease lease = snapshots.lease()) {
            return new Opened(
                    lease.snapshot(),
                    IntStream.range(0, sessions)
                            .mapToObj(number -> lease.session().duplicate())
                            .toList());
        }
    }
}
