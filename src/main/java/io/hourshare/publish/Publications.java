package io.hourshare.publish;

import io.hourshare.store.DataRoot;
import io.hourshare.store.Journal;
import io.hourshare.store.JournalAct.SnapshotRolledBack;
import io.hourshare.store.JournalFact.JournalCut;
import io.hourshare.store.JournalFact.SnapshotPublished;
import io.hourshare.store.JournalFact.SnapshotRetired;
import io.hourshare.store.JournalLine;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Fold of the journal: what was published, taken back and retired. Safe for use by many threads. */
@Component
final class Publications {

    /** An older data root goes on at the next thousand: what was given after the last seal is known to nobody. */
    private static final long LEAP = 1_000;

    private final DataRoot root;
    private final List<Snapshot> kept = new ArrayList<>();
    private final Set<Long> withdrawn = new HashSet<>();
    private final List<SnapshotPublished> lines = new ArrayList<>();
    private long served;
    private boolean rolledBack;
    private long afterCut;

    Publications(DataRoot root, Journal journal) {
        this.root = root;
        journal.follow(this::apply);
    }

    /** Snapshots whose files are still there, oldest first. */
    synchronized List<Snapshot> kept() {
        return List.copyOf(kept);
    }

    synchronized Optional<Snapshot> kept(long sequence) {
        return kept.stream().filter(snapshot -> snapshot.sequence() == sequence).findFirst();
    }

    /** What the journal says is served; rolled back to or published last. */
    synchronized Optional<Snapshot> served() {
        return kept(served);
    }

    /** The highest number ever given; lines that were cut off a damaged journal may have given higher ones. */
    synchronized long lastSequence() {
        long journalled =
                lines.stream().mapToLong(SnapshotPublished::sequence).max().orElse(0);
        return Math.max(journalled, afterCut);
    }

    /** The snapshot as its publication or rollback told it: what has been left out of it since, nobody was told. */
    synchronized Snapshot told(Snapshot shown) {
        return rolledBack ? shown : kept(shown.sequence()).orElse(shown);
    }

    synchronized Optional<SnapshotPublished> line(long sequence) {
        return lines.stream().filter(line -> line.sequence() == sequence).findFirst();
    }

    /** Whether the snapshot was taken back. */
    synchronized boolean isWithdrawn(long sequence) {
        return withdrawn.contains(sequence);
    }

    private synchronized void apply(JournalLine line) {
        if (line.entry() instanceof SnapshotPublished published) {
            lines.add(published);
            kept.add(new Snapshot(
                    published.sequence(),
                    root.resolve(published.directory()),
                    published.hour(),
                    line.at(),
                    published.content()));
            served = published.sequence();
            rolledBack = false;
        } else if (line.entry() instanceof SnapshotRolledBack back) {
            withdrawn.addAll(back.withdrawn());
            served = back.sequence();
            rolledBack = true;
        } else if (line.entry() instanceof JournalCut cut) {
            long leap = cut.snapshot() == null ? 0 : (cut.snapshot() / LEAP + 1) * LEAP - 1;
            afterCut = Math.max(leap, Math.max(afterCut, new SnapshotFolders(root).highest()));
        } else if (line.entry() instanceof SnapshotRetired retired) {
            kept.removeIf(snapshot -> snapshot.sequence() == retired.sequence());
        }
    }
}
