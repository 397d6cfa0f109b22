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
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    private final Mask mask;
    private final List<SnapshotReaders> superseded = new ArrayList<>();
    private volatile @Nullable SnapshotReaders current;

    Snapshots(
            Engine engine,
            DataRoot root,
            Journal journal,
            Publications publications,
            PublishSettings settings,
            PublicationWitnesses witnesses,
            Mask mask) {
        this.mask = mask;
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
                .orElseThrow(() -> new IllegalArgumentException("快照 " + sequence + " 已不保留，无法回退；请从保留的快照中选择"));
        Snapshot shown = mask.of(target);
        SnapshotReaders readers = open(shown);
        List<Long> withdrawn = publications.kept().stream()
                .map(Snapshot::sequence)
                .filter(other -> other > sequence)
                .toList();
        witnesses.rollingBack(current().map(publications::told), shown);
        journal.append(new SnapshotRolledBack(sequence, withdrawn, actor, reason));
        serve(readers);
        return target;
    }

    /**
     * Takes out of what is served whatever has ended since it was published, where no publication did so: after a
     * rollback, and where none came for long.
     */
    public void leaveOutWhatEnded() {
        Snapshot served = current().orElse(null);
        if (served == null) {
            return;
        }
        Snapshot shown = publications.kept(served.sequence()).map(mask::of).orElse(served);
        if (!shown.directory().equals(served.directory())) {
            SnapshotReaders readers = open(shown);
            synchronized (this) {
                if (current().filter(served::equals).isPresent()) {
                    serve(readers);
                    return;
                }
            }
            readers.retire(); // something else was published meanwhile
        }
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

    /** Folders that must stay: of what is kept, and of what is served or was until now. */
    synchronized Set<Path> inUse() {
        superseded.removeIf(SnapshotReaders::isClosed);
        Stream<Snapshot> open =
                Stream.concat(current().stream(), superseded.stream().map(SnapshotReaders::snapshot));
        return Stream.concat(publications.kept().stream(), open)
                .map(Snapshot::directory)
                .collect(Collectors.toSet());
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
                return open(shown(snapshot));
            } catch (EngineException | SnapshotDamagedException e) {
                log.error("快照 {} 无法打开，改用更早的一个；请用 verify 检查磁盘", snapshot.directory(), e);
            }
        }
        return null;
    }

    /** What cannot be left out now is tried every minute; until then an answer is worth more than none. */
    private Snapshot shown(Snapshot snapshot) {
        try {
            return mask.of(snapshot);
        } catch (RuntimeException e) {
            log.error("快照 {} 中公示已经结束的记录未能去除，稍后自动再试", snapshot.sequence(), e);
            return snapshot;
        }
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
