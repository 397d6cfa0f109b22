package io.hourshare.normalize;

import io.hourshare.contract.Feed;
import io.hourshare.contract.FeedMode;
import io.hourshare.engine.Engine;
import io.hourshare.engine.Session;
import io.hourshare.engine.Sql;
import io.hourshare.kernel.Digest;
import io.hourshare.kernel.HourWindow;
import io.hourshare.normalize.convert.MappedField;
import io.hourshare.normalize.kept.BatchFiles;
import io.hourshare.store.DataRoot;
import io.hourshare.store.Destroyed;
import io.hourshare.store.DurableFiles;
import io.hourshare.store.Journal;
import io.hourshare.store.JournalFact.BatchAdopted;
import io.hourshare.store.JournalFact.StageDone;
import io.hourshare.store.Ledger;
import io.hourshare.store.Slot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Keeps the newest accepted version of each key of a feed, from the delivery that first brought it. The result depends on the set of adopted batches alone,
 * not on the order in which they came, and builds on the last result that holds a part of them.
 */
final class CurrentFold {

    private static final String PUBLICITY_END = MappedField.PUBLICITY_END;

    /** More batches than this are folded before they are compared with: a long catch-up would read them each time. */
    private static final int LOOSE = 8;

    private final DataRoot root;
    private final Engine engine;
    private final Journal journal;
    private final Ledger ledger;

    CurrentFold(DataRoot root, Engine engine, Journal journal, Ledger ledger) {
        this.root = root;
        this.engine = engine;
        this.journal = journal;
        this.ledger = ledger;
    }

    /**
     * The feed's current records as they may be used on the day: one past its publicity counts as taken back, whatever
     * the department does. No file where nothing was ever adopted.
     */
    StageDone fold(FeedMapping mapping, LocalDate today) {
        StageDone stage = fold(mapping);
        boolean dated = mapping.columns().stream().anyMatch(MappedField::endsPublicity);
        return dated && !stage.files().isEmpty() ? lapsed(mapping, stage, today) : stage;
    }

    private StageDone lapsed(FeedMapping mapping, StageDone stage, LocalDate today) {
        String records = "read_parquet(" + files(stage.files()) + ")";
        try (Session session = engine.open()) {
            List<String> last = session.query(
                    "select cast(max(" + PUBLICITY_END + ") as varchar) from " + records + " where " + PUBLICITY_END
                            + " < date '" + today + "'",
                    row -> Objects.requireNonNullElse(row.getString(1), ""));
            if (last.get(0).isEmpty()) {
                return stage;
            }
            Digest inputs = Digest.of(List.of(stage.inputs().hex(), last.get(0)));
            return whole(stage.stage(), inputs).orElseGet(() -> lapsed(mapping, session, records, last.get(0), inputs));
        }
    }

    private StageDone lapsed(FeedMapping mapping, Session session, String records, String last, Digest inputs) {
        String select = "select * replace (case when " + PUBLICITY_END + " <= date '" + last
                + "' then 'D' else _op end as _op) from " + records + " order by _key";
        return write(mapping, session, select, inputs);
    }

    private StageDone fold(FeedMapping mapping) {
        Feed feed = mapping.feed();
        List<BatchAdopted> batches = batches(feed);
        Digest inputs = inputs(feed, batches, batches.size());
        Optional<StageDone> known = whole(StageDone.current(feed.id()), inputs);
        return known.orElseGet(() -> fold(mapping, batches, inputs));
    }

    private StageDone fold(FeedMapping mapping, List<BatchAdopted> batches, Digest inputs) {
        Feed feed = mapping.feed();
        if (batches.isEmpty()) {
            return new StageDone(StageDone.current(feed.id()), inputs, List.of(), Map.of());
        }
        Base base = base(feed, batches, batches.size() - 1);
        try (Session session = engine.open()) {
            return write(mapping, session, select(mapping, base, batches) + " order by _key", inputs);
        }
    }

    /**
     * The file is named by what it says, not by what it was made of: deliveries that bring nothing new leave it, and
     * all that follows from it, as it is.
     */
    private StageDone write(FeedMapping mapping, Session session, String select, Digest inputs) {
        Feed feed = mapping.feed();
        Path folder = root.resolve("lake/current/" + feed.id());
        try {
            Path file = DurableFiles.writeByContent(
                    folder,
                    "records.parquet",
                    temporary -> session.copy(select, temporary),
                    written -> says(mapping, session, written));
            StageDone stage = new StageDone(
                    StageDone.current(feed.id()),
                    inputs,
                    List.of(root.relativize(file)),
                    Map.of("records", PartFooter.read(file).rows()));
            journal.append(stage);
            // An older result of the same content may have been retired before the line named it again.
            return Files.exists(file) ? stage : write(mapping, session, select, inputs);
        } catch (IOException e) {
            throw new UncheckedIOException("Current records cannot be written: " + folder, e);
        }
    }

    /** What was made of these inputs before, where it has not been retired since. */
    private Optional<StageDone> whole(String stage, Digest inputs) {
        return ledger.stage(stage, inputs.hex()).filter(done -> root.holds(done.files()));
    }

    private static Digest says(FeedMapping mapping, Session session, Path written) {
        String records = "read_parquet(" + Sql.literal(written.toString()) + ")";
        return Digest.of(session.query(new CurrentSql(mapping).digest(records), row -> row.getString(1)));
    }

    /** The newest version of each key, the window's own batch left out; empty where no other was adopted. */
    Optional<String> known(FeedMapping mapping, HourWindow window) {
        Feed feed = mapping.feed();
        List<BatchAdopted> batches = batches(feed).stream()
                .filter(batch -> !batch.window().equals(window))
                .toList();
        if (batches.isEmpty()) {
            return Optional.empty();
        }
        // What is caught up with lies before others: a result could not be built on.
        boolean ahead = newest(batches).compareTo(window) < 0;
        if (ahead && batches.size() - base(feed, batches, batches.size()).done() > LOOSE) {
            fold(mapping, batches, inputs(feed, batches, batches.size()));
        }
        return Optional.of(select(mapping, base(feed, batches, batches.size()), batches));
    }

    /** The last result that holds a part of the batches, and how many it holds. */
    private record Base(Optional<StageDone> stage, int done) {}

    private Base base(Feed feed, List<BatchAdopted> batches, int most) {
        for (int done = most; done > 0; done--) {
            Optional<StageDone> stage = inOrder(batches, done)
                    ? whole(StageDone.current(feed.id()), inputs(feed, batches, done))
                    : Optional.empty();
            if (stage.isPresent()) {
                return new Base(stage, done);
            }
        }
        return new Base(Optional.empty(), 0);
    }

    /** Since when the same is said is told by windows in their order: a late one may part what a result joined. */
    private static boolean inOrder(List<BatchAdopted> batches, int done) {
        return done == batches.size()
                || newest(batches.subList(0, done))
                                .compareTo(batches.subList(done, batches.size()).stream()
                                        .map(BatchAdopted::window)
                                        .min(Comparator.naturalOrder())
                                        .orElseThrow())
                        < 0;
    }

    /**
     * Adopted batches that can matter, in the order of their adoption: an hour without records changes nothing, and a
     * whole list of nobody is no list, or a file that did not come would take everybody away.
     */
    private List<BatchAdopted> batches(Feed feed) {
        boolean full = feed.contract().mode() == FeedMode.FULL;
        List<BatchAdopted> batches = new ArrayList<>();
        ledger.slots(feed.id()).stream()
                .sorted(Comparator.comparing(Slot::changedAt).thenComparing(Slot::window))
                .forEach(slot -> {
                    BatchAdopted adopted = slot.adopted();
                    if (adopted != null && tellsSomething(full, adopted)) {
                        batches.add(adopted);
                    }
                });
        return batches;
    }

    private static boolean tellsSomething(boolean full, BatchAdopted adopted) {
        return adopted.counts().accepted() > 0 || full && adopted.counts().received() > 0;
    }

    private Digest inputs(Feed feed, List<BatchAdopted> batches, int count) {
        Set<HourWindow> gone = gone(feed);
        List<String> parts = new ArrayList<>(batches.subList(0, count).stream()
                .map(batch -> batch.window() + "@" + batch.delivery() + "@" + batch.mapped()
                        + (gone.contains(batch.window()) ? "@gone" : ""))
                .sorted()
                .toList());
        parts.add(0, feed.digest().hex());
        return Digest.of(parts);
    }

    private String select(FeedMapping mapping, Base base, List<BatchAdopted> batches) {
        List<String> relations = new ArrayList<>();
        base.stage().ifPresent(stage -> relations.add("select * from read_parquet(" + files(stage.files()) + ")"));
        if (base.done() == batches.size()) {
            return relations.get(0);
        }
        batches.subList(base.done(), batches.size()).stream()
                .map(this::relation)
                .filter(relation -> !relation.isEmpty())
                .forEach(relations::add);
        return new CurrentSql(mapping).select(relations, newest(batches), gone(mapping.feed()));
    }

    /** Windows of which nothing that landed is kept any longer: their bytes are nobody's evidence. */
    private Set<HourWindow> gone(Feed feed) {
        if (feed.contract().mode() != FeedMode.FULL) {
            return Set.of();
        }
        Destroyed destroyed = ledger.destroyed();
        return ledger.slots(feed.id()).stream()
                .filter(slot -> slot.delivery() != null
                        && destroyed.coversAny(slot.delivery().objects()))
                .map(Slot::window)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private String relation(BatchAdopted batch) {
        return BatchFiles.records(batch, journal::lines).entrySet().stream()
                .map(made -> "select *, " + CurrentSql.timestamp(batch.window()) + " as " + NormalizedColumns.WINDOW
                        + ", " + Sql.literal(made.getKey().short8()) + " as " + NormalizedColumns.MAPPING
                        + " from read_parquet(" + files(made.getValue()) + ")")
                .collect(Collectors.joining(" union all by name "));
    }

    private static HourWindow newest(List<BatchAdopted> batches) {
        return batches.stream()
                .map(BatchAdopted::window)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private String files(List<String> paths) {
        return paths.stream()
                .map(root::resolve)
                .map(Path::toString)
                .map(Sql::literal)
                .collect(Collectors.joining(", ", "[", "], union_by_name = true, hive_partitioning = false"));
    }
}
