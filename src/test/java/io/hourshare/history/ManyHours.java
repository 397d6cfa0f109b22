package io.hourshare.history;

import io.hourshare.engine.Engine;
import io.hourshare.engine.EngineSettings;
import io.hourshare.engine.Session;
import io.hourshare.kernel.Digest;
import io.hourshare.kernel.HourWindow;
import io.hourshare.store.DataRoot;
import io.hourshare.store.DurableFiles;
import io.hourshare.store.Journal;
import io.hourshare.store.JournalFact.SnapshotPublished;
import io.hourshare.store.JournalFact.StageDone;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Publications of many hours, of which only the changes are there. */
public final class ManyHours implements AutoCloseable {

    final DataRoot root;
    final Engine engine;
    final ChangeRows rows;
    final Journal journal;
    ChangeBatches batches;
    ChangeKeeping keeping;
    private final Clock clock;
    private Instant now;
    private long sequence;

    public ManyHours(Path home, String start) {
        this.now = Instant.parse(start);
        InstantSource time = () -> now;
        this.clock = time.withZone(ZoneOffset.UTC);
        this.root = DataRoot.open(home);
        this.engine = new Engine(new EngineSettings("512MB", 2), home.resolve("spill"));
        this.journal = Journal.open(root, clock);
        this.rows = new ChangeRows(root, engine);
        restart();
    }

    /** Reads the journal anew, as a process does that starts. */
    void restart() {
        batches = new ChangeBatches(journal);
        keeping = new ChangeKeeping(batches, root, engine, journal, clock);
    }

    /** Publishes an hour that changed so many values of as many enterprises, then keeps house. */
    public void hour(int changes) {
        publish(changes);
        keeping.keep();
    }

    void publish(int changes) {
        sequence++;
        HourWindow hour = HourWindow.parse(now.toString().substring(0, 13) + "Z");
        boolean first = sequence == 1;
        String file = first || changes == 0 ? null : write(changes);
        Digest digest = Digest.of("hour " + sequence);
        journal.append(new StageDone(
                ChangeBatches.STAGE,
                digest,
                Stream.ofNullable(file).toList(),
                Map.of(
                        ChangeBatches.TO,
                        sequence,
                        ChangeBatches.CHANGES,
                        file == null ? 0L : changes,
                        ChangeBatches.GAP,
                        first ? 1L : 0L)));
        journal.append(published(hour, digest));
        now = now.plus(Duration.ofHours(1));
    }

    public void pass(Duration time) {
        now = now.plus(time);
    }

    ChangeFeed feed() {
        return new ChangeFeed(batches, rows);
    }

    public List<String> files() {
        try (Stream<Path> files = Files.list(root.resolve("lake/history"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SnapshotPublished published(HourWindow hour, Digest digest) {
        return new SnapshotPublished(
                sequence, "snapshots/%06d".formatted(sequence), hour, digest, digest, Map.of(), List.of(), Map.of());
    }

    private String write(int changes) {
        Path file = root.resolve("lake/history/%06d-0badcafe.parquet".formatted(sequence));
        try (Session session = engine.open()) {
            DurableFiles.write(
                    file,
                    temporary -> session.copy(
                            "select range + 1 as \"row\", 'E' || ((range * 37 + " + sequence
                                    + ") % 5000) as enterprise_id, 'FIELD' as kind, 'address' as path, '' as key,"
                                    + " '{\"value\":\"' || " + sequence + " || '\"}' as before,"
                                    + " '{\"value\":\"' || range || '\"}' as after from range(" + changes
                                    + ") order by 1",
                            temporary));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return root.relativize(file);
    }

    @Override
    public void close() {
        journal.close();
        root.close();
    }
}
