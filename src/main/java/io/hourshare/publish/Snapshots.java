package io.hourshare.publish;

import io.hourshare.engine.Engine;
import io.hourshare.engine.EngineException;
import io.hourshare.engine.Session;
import io.hourshare.store.DataRoot;
import io.hourshare.store.DurableFiles;
import io.hourshare.store.Journal;
import io.hourshare.store.JournalAct.PublicationReleased;
import io.hourshare.store.JournalAct.SnapshotRolledBack;
import io.hourshare.store.JournalFact.SnapshotPublished;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The snapshot that everybody is answered from, and those that are still kept. */
@Component
public final class Snapshots implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Snapshots.class);

    private final Engine engine;
    private final Journal journal;
    private final Publications publications;
    private final PublishSettings settings;
    private final PublicationWitnesses witnesses;
    private final SnapshotFolders folders;
    private final List<SnapshotReaders> superseded = new ArrayList<>();
    private volatile @Nullable SnapshotReaders current;

    Snapshots(
            Engine engine,
            DataRoot root,
            Journal journal,
            Publications publications,
            PublishSettings settings,
            PublicationWitnesses witnesses) {
        this.engine = engine;
        this.journal = journal;
        this.publications = publications;
        this.settings = settings;
        this.witnesses = witnesses;
        this.folders = new SnapshotFolders(root);
        this.current = lastGood();
        current().ifPresent(this::point);
    }

    /** The snapshot that is served; empty before the first publication. */
    public Optional<Snapshot> current() {
        SnapshotReaders readers = current;
        return Optional.ofNullable(readers).map(SnapshotReaders::snapshot);
    }

    /** Snapshots whose files are still there, oldest first. */
    public List<Snapshot> kept() {
        return publications.kept();
    }

    /**
     * Holds the current snapshot for one answer; close it soon.
     *
     * @throws NoSnapshotException before the first publication
     * @throws SnapshotBusyException when every session stays taken
     */
    public SnapshotLease lease() {
        while (true) {
            SnapshotReaders readers = current;
            if (readers == null) {
                throw new NoSnapshotException();
            }
            Optional<SnapshotLease> lease = readers.lease(settings.patience());
            if (lease.isPresent()) {
                return lease.get();
            }
        }
    }

    /**
     * Serves an earlier snapshot again; everything newer is withdrawn, and nothing is published until it is released.
     *
     * @throws IllegalArgumentException when that snapshot is not kept
     */
    public synchronized Snapshot rollBack(long sequence, String actor, String reason) {
        Snapshot target = publications
                .kept(sequence)
                .orElseThrow(() -> new IllegalArgumentException("快照 " + sequence + " 已不保留，无法回滚；请从保留的快照中选择"));
        SnapshotReaders readers = open(target);
        List<Long> withdrawn = publications.kept().stream()
                .map(Snapshot::sequence)
                .filter(other -> other > sequence)
                .toList();
        witnesses.rollingBack(current(), target);
        journal.append(new SnapshotRolledBack(sequence, withdrawn, actor, reason));
        serve(readers);
        return target;
    }

    /** Lets publication go on after a rollback. */
    public void release(String actor, String reason) {
        journal.append(new PublicationReleased(actor, reason));
    }

    /** What the journal says of a kept snapshot. */
    public Optional<SnapshotPublished> publication(long sequence) {
        return publications.line(sequence);
    }

    /** Whether the snapshot was taken back. */
    public boolean isWithdrawn(long sequence) {
        return publications.isWithdrawn(sequence);
    }

    /** Reads a kept snapshot beside whoever is served from it; close the session soon. */
    public Session read(Snapshot snapshot) {
        return engine.openReadOnly(snapshot.serveFile());
    }

    /** Opens a snapshot's readers before anybody is told of it. */
    SnapshotReaders open(Snapshot snapshot) {
        return SnapshotReaders.open(engine, snapshot, settings.readers());
    }

    /** From now on every new lease is on these readers; older leases keep theirs. */
    synchronized void serve(SnapshotReaders next) {
        SnapshotReaders before = current;
        current = next;
        if (before != null) {
            before.retire();
            superseded.add(before);
        }
        superseded.removeIf(SnapshotReaders::isClosed);
        point(next.snapshot());
    }

    synchronized boolean isInUse(Snapshot snapshot) {
        superseded.removeIf(SnapshotReaders::isClosed);
        long sequence = snapshot.sequence();
        return current().filter(served -> served.sequence() == sequence).isPresent()
                || superseded.stream().anyMatch(readers -> readers.snapshot().sequence() == sequence);
    }

    @Override
    public synchronized void close() {
        SnapshotReaders readers = current;
        current = null;
        if (readers != null) {
            readers.retire();
        }
    }

    // The pointer is for people; the journal alone decides what is served, so a failure here stops nothing.
    private void point(Snapshot snapshot) {
        try {
            folders.pointAt(snapshot.directory());
        } catch (IOException e) {
            log.warn("snapshots/latest 未能指向 {}，请检查目录权限", snapshot.directory(), e);
        }
    }

    private @Nullable SnapshotReaders lastGood() {
        List<Snapshot> candidates =
                new ArrayList<>(publications.served().stream().toList());
        publications.kept().stream()
                .filter(snapshot -> candidates.isEmpty()
                        || snapshot.sequence() < candidates.get(0).sequence())
                .sorted(Comparator.comparingLong(Snapshot::sequence).reversed())
                .forEach(candidates::add);
        for (Snapshot snapshot : candidates) {
            try {
                requireUnchanged(snapshot);
                return open(snapshot);
            } catch (EngineException | SnapshotDamagedException e) {
                log.error("快照 {} 无法打开，改用更早的一个；请用 verify 检查磁盘", snapshot.directory(), e);
            }
        }
        return null;
    }

    /** A changed block shows only when it is read: the whole file is held against the journal before it is served. */
    private void requireUnchanged(Snapshot snapshot) {
        String expected = publication(snapshot.sequence())
                .map(line -> line.files().get(SnapshotFolders.SERVE))
                .orElse(null);
        try {
            String found = DurableFiles.digest(snapshot.serveFile()).hex();
            if (!found.equals(expected)) {
                throw new SnapshotDamagedException(snapshot.serveFile().toString(), "内容与发布时不同");
            }
        } catch (IOException e) {
            throw new SnapshotDamagedException(snapshot.serveFile().toString(), "读不出来：" + e.getMessage());
        }
    }
}
