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

    private final DataRoot root;
    private final List<Snapshot> kept = new ArrayList<>();
    private final Set<Long> withdrawn = new HashSet<>();
    private final List<SnapshotPublished> lines = new ArrayList<>();
    private long served;
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
        } else if (line.entry() instanceof SnapshotRolledBack back) {
            withdrawn.addAll(back.withdrawn());
            served = back.sequence();
        } else if (line.entry() instanceof JournalCut) {
            afterCut = new SnapshotFolders(root).highest();
        } else if (line.entry() instanceof SnapshotRetired retired) {
            kept.removeIf(snapshot -> snapshot.sequence() == retired.sequence());
        }
    }
}
