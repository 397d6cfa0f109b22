package io.hourshare.verify.law;

import io.hourshare.engine.Engine;
import io.hourshare.kernel.HourWindow;
import io.hourshare.land.LandedFiles;
import io.hourshare.store.JournalEntry;
import io.hourshare.store.JournalFact.BatchAdopted;
import io.hourshare.store.JournalFact.ObjectLanded;
import io.hourshare.store.JournalFact.SnapshotPublished;
import io.hourshare.store.JournalFact.SnapshotRetired;
import io.hourshare.store.JournalFact.StageDone;
import io.hourshare.store.JournalLine;
import io.hourshare.store.JournalReading;
import io.hourshare.store.JournalReading.Placed;
import io.hourshare.store.Ledger;
import io.hourshare.verify.Level;
import io.hourshare.verify.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is verified: the files of a data root as one reading of its journal names them.
 *
 * @param ledger fold of that reading
 * @param at the time that counts as now
 */
public record Subject(Path home, JournalReading journal, Ledger ledger, Engine engine, Level level, Instant at) {

    private static final Duration LATELY = Duration.ofHours(24);

    public Subject(Path home, JournalReading journal, Engine engine, Level level, Instant at) {
        this(home, journal, new Ledger(journal.chain()), engine, level, at);
    }

    boolean isQuick() {
        return level == Level.QUICK;
    }

    /** Whether the window is in what this level looks at. */
    boolean covers(HourWindow window) {
        return !isQuick() || window.end().isAfter(newest().minus(LATELY));
    }

    /** Entries of one kind with their lines, oldest first. */
    <E extends JournalEntry> Stream<Entry<E>> entries(Class<E> type) {
        return journal.lines().stream()
                .filter(placed -> type.isInstance(placed.line().entry()))
                .map(placed -> new Entry<>(placed, type.cast(placed.line().entry())));
    }

    /** Entries of one kind without their lines. */
    public <E extends JournalEntry> List<E> all(Class<E> type) {
        return entries(type).map(Entry::entry).toList();
    }

    List<SnapshotPublished> publications() {
        return all(SnapshotPublished.class);
    }

    LandedFiles landed(Sources sources) {
        return LandedFiles.of(home, sources.landingKeys(), ledger.destroyed());
    }

    /** Whether a later result took the place of the batch and its files have been retired, as they may. */
    public boolean isRetired(BatchAdopted batch) {
        return ledger.results().isReplaced(batch)
                && batch.files().stream().anyMatch(file -> !Files.isRegularFile(resolve(file)));
    }

    public Path resolve(String path) {
        return home.resolve(path);
    }

    /** Whether a service at work has named the landed file since the journal was read. */
    boolean isNamedMeanwhile(String path) throws IOException {
        return JournalReading.read(home).chain().stream()
                .anyMatch(line -> line.entry() instanceof ObjectLanded landed
                        && landed.path().equals(path));
    }

    /** Whether a service at work has retired the snapshot since the journal was read. */
    boolean isRetiredMeanwhile(long sequence) throws IOException {
        return JournalReading.read(home).chain().stream()
                .anyMatch(line -> line.entry() instanceof SnapshotRetired retired && retired.sequence() == sequence);
    }

    /** Whether a service at work has put another file in the place of the file of changes, or let it go. */
    boolean isReplacedMeanwhile(String file) throws IOException {
        return JournalReading.read(home).chain().stream()
                .anyMatch(line -> line.entry() instanceof StageDone done
                        && done.stage().startsWith("history-")
                        && done.counts().containsKey(file));
    }

    /** The journal's own newest time: a data root that was put aside is judged by its own day. */
    private Instant newest() {
        List<JournalLine> lines = journal.chain();
        return lines.isEmpty() ? at : lines.get(lines.size() - 1).at();
    }

    /** An entry and where it stands. */
    record Entry<E extends JournalEntry>(Placed placed, E entry) {

        String file() {
            return placed.file();
        }

        long row() {
            return placed.number();
        }
    }
}
