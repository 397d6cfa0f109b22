package io.hourshare.normalize;

import static io.hourshare.engine.Sql.identifier;
import static io.hourshare.engine.Sql.literal;

import io.hourshare.contract.DeletionRule;
import io.hourshare.contract.Feed;
import io.hourshare.contract.FeedMode;
import io.hourshare.contract.LogicalType;
import io.hourshare.engine.Engine;
import io.hourshare.engine.Session;
import io.hourshare.engine.Sql;
import io.hourshare.kernel.Digest;
import io.hourshare.kernel.HourWindow;
import io.hourshare.normalize.convert.MappedField;
import io.hourshare.store.DataRoot;
import io.hourshare.store.DurableFiles;
import io.hourshare.store.Journal;
import io.hourshare.store.JournalFact.BatchAdopted;
import io.hourshare.store.JournalFact.StageDone;
import io.hourshare.store.Ledger;
import io.hourshare.store.Slot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Keeps the newest accepted version of each key of a feed. The result depends on the set of adopted batches alone,
 * not on the order in which they came, and builds on the last result that holds a part of them.
 */
final class CurrentFold {

    private static final String STAGE = "current:";

    /** Date on which a record's publicity ends (credit repair, lapsed penalties): not to be used from the next day on. */
    private static final String PUBLICITY_END = "publicity_end";

    /** More batches than this are folded before they are compared with: a long catch-up would read them each time. */
    private static final int LOOSE = 8;

    private static final Map<String, String> ENVELOPE = Map.of(
            NormalizedColumns.SOURCE_TIME, "TIMESTAMP",
            NormalizedColumns.OFFSET, "BIGINT",
            NormalizedColumns.LENGTH, "BIGINT",
            NormalizedColumns.ROW, "BIGINT",
            NormalizedColumns.ORDINAL, "BIGINT");

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
        boolean dated = mapping.columns().stream()
                .anyMatch(field -> field.canonical().equals(PUBLICITY_END) && field.type() == LogicalType.DATE);
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
            return ledger.stage(stage.stage(), inputs.hex())
                    .orElseGet(() -> lapsed(mapping, session, records, last.get(0), inputs));
        }
    }

    private StageDone lapsed(FeedMapping mapping, Session session, String records, String last, Digest inputs) {
        String path = "lake/current/" + mapping.feed().id() + "/" + inputs.short8() + "/records.parquet";
        String select = "select * replace (case when " + PUBLICITY_END + " <= date '" + last
                + "' then 'D' else _op end as _op) from " + records + " order by _key";
        try {
            DurableFiles.write(root.resolve(path), temporary -> session.copy(select, temporary));
            long rows = PartFooter.read(root.resolve(path)).rows();
            StageDone stage =
                    new StageDone(STAGE + mapping.feed().id(), inputs, List.of(path), Map.of("records", rows));
            journal.append(stage);
            return stage;
        } catch (IOException e) {
            throw new UncheckedIOException("Current records cannot be written: " + path, e);
        }
    }

    private StageDone fold(FeedMapping mapping) {
        Feed feed = mapping.feed();
        List<BatchAdopted> batches = batches(feed);
        Digest inputs = inputs(feed, batches, batches.size());
        Optional<StageDone> known = ledger.stage(STAGE + feed.id(), inputs.hex());
        return known.orElseGet(() -> fold(mapping, batches, inputs));
    }

    private StageDone fold(FeedMapping mapping, List<BatchAdopted> batches, Digest inputs) {
        Feed feed = mapping.feed();
        if (batches.isEmpty()) {
            return new StageDone(STAGE + feed.id(), inputs, List.of(), Map.of());
        }
        Base base = base(feed, batches, batches.size() - 1);
        String path = "lake/current/" + feed.id() + "/" + inputs.short8() + "/records.parquet";
        long rows = write(mapping, base, batches, path);
        StageDone stage = new StageDone(STAGE + feed.id(), inputs, List.of(path), Map.of("records", rows));
        journal.append(stage);
        return stage;
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
        if (batches.size() - base(feed, batches, batches.size()).done() > LOOSE) {
            fold(mapping, batches, inputs(feed, batches, batches.size()));
        }
        return Optional.of(select(mapping, base(feed, batches, batches.size()), batches));
    }

    /** The last result that holds a part of the batches, and how many it holds. */
    private record Base(Optional<StageDone> stage, int done) {}

    private Base base(Feed feed, List<BatchAdopted> batches, int most) {
        for (int done = most; done > 0; done--) {
            Optional<StageDone> stage =
                    ledger.stage(STAGE + feed.id(), inputs(feed, batches, done).hex());
            if (stage.isPresent()) {
                return new Base(stage, done);
            }
        }
        return new Base(Optional.empty(), 0);
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

    private static Digest inputs(Feed feed, List<BatchAdopted> batches, int count) {
        List<String> parts = new ArrayList<>(batches.subList(0, count).stream()
                .map(batch -> batch.window() + "@" + batch.delivery() + "@" + batch.mapped())
                .sorted()
                .toList());
        parts.add(0, feed.digest().hex());
        return Digest.of(parts);
    }

    private long write(FeedMapping mapping, Base base, List<BatchAdopted> batches, String path) {
        try (Session session = engine.open()) {
            String select = select(mapping, base, batches) + " order by _key";
            DurableFiles.write(root.resolve(path), temporary -> session.copy(select, temporary));
            return PartFooter.read(root.resolve(path)).rows();
        } catch (IOException e) {
            throw new UncheckedIOException("Current records cannot be written: " + path, e);
        }
    }

    private String select(FeedMapping mapping, Base base, List<BatchAdopted> batches) {
        Map<String, String> columns = columns(mapping);
        List<String> relations = new ArrayList<>(List.of(nothing(columns)));
        base.stage().ifPresent(stage -> relations.add("select * from read_parquet(" + files(stage.files()) + ")"));
        batches.subList(base.done(), batches.size()).stream()
                .map(this::relation)
                .filter(relation -> !relation.isEmpty())
                .forEach(relations::add);
        return select(mapping.feed(), columns, relations, newest(batches));
    }

    private static String select(Feed feed, Map<String, String> columns, List<String> relations, HourWindow newest) {
        boolean full = feed.contract().mode() == FeedMode.FULL;
        String order = full ? "_window desc, _source_time desc" : "_source_time desc, _window desc";
        String newestOfKey = "select * from (" + String.join(" union all by name ", relations)
                + ") qualify row_number() over (partition by _key order by " + order
                + ", _object desc, _ordinal desc) = 1";
        boolean absence = full && feed.contract().deletion() == DeletionRule.ABSENCE;
        return columns.entrySet().stream()
                .map(column -> column(column.getKey(), column.getValue(), absence, newest))
                .collect(Collectors.joining(", ", "select ", " from (" + newestOfKey + ")"));
    }

    /** A key that the newest full list leaves out is gone, where the contract says so. */
    private static String column(String name, String type, boolean absence, HourWindow newest) {
        String value = absence && name.equals(NormalizedColumns.OPERATION)
                ? "case when _window < " + timestamp(newest) + " then 'D' else _op end"
                : identifier(name);
        return "try_cast(" + value + " as " + type + ") as " + identifier(name);
    }

    /** Fixes names and types, so that files of older mappings fit. */
    private static String nothing(Map<String, String> columns) {
        return columns.entrySet().stream()
                .map(column -> "cast(null as " + column.getValue() + ") as " + identifier(column.getKey()))
                .collect(Collectors.joining(", ", "select ", " where false"));
    }

    private String relation(BatchAdopted batch) {
        List<String> records = batch.files().stream()
                .filter(file -> file.startsWith("lake/normalized/"))
                .toList();
        return records.isEmpty()
                ? ""
                : "select *, " + timestamp(batch.window()) + " as _window from read_parquet(" + files(records) + ")";
    }

    private static Map<String, String> columns(FeedMapping mapping) {
        Map<String, String> columns = new LinkedHashMap<>();
        NormalizedColumns.ALL.forEach(name -> columns.put(name, ENVELOPE.getOrDefault(name, "VARCHAR")));
        for (MappedField field : mapping.columns()) {
            columns.put(field.canonical(), field.type().columnType());
        }
        columns.put(NormalizedColumns.WINDOW, "TIMESTAMP");
        return columns;
    }

    private static HourWindow newest(List<BatchAdopted> batches) {
        return batches.stream()
                .map(BatchAdopted::window)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static String timestamp(HourWindow window) {
        return "timestamp "
                + literal(window.start().toString().replace("T", " ").replace("Z", ""));
    }

    private String files(List<String> paths) {
        return paths.stream()
                .map(root::resolve)
                .map(Path::toString)
                .map(Sql::literal)
                .collect(Collectors.joining(", ", "[", "], union_by_name = true, hive_partitioning = false"));
    }
}
