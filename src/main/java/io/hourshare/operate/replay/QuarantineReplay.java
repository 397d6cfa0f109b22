package io.hourshare.operate.replay;

import io.hourshare.contract.Catalogue;
import io.hourshare.contract.Disposition;
import io.hourshare.contract.Feed;
import io.hourshare.contract.FieldMapping;
import io.hourshare.contract.SourceField;
import io.hourshare.engine.Engine;
import io.hourshare.engine.Session;
import io.hourshare.kernel.FeedId;
import io.hourshare.kernel.HourWindow;
import io.hourshare.normalize.RecordReplay;
import io.hourshare.normalize.RecordReplay.Replayed;
import io.hourshare.normalize.ReturnedRecords;
import io.hourshare.normalize.fault.Masking;
import io.hourshare.operate.replay.ReplayDiff.Row;
import io.hourshare.operate.run.OperatorRuns;
import io.hourshare.operate.run.RunRefusedException;
import io.hourshare.store.DataRoot;
import io.hourshare.store.JournalFact.BatchAdopted;
import io.hourshare.store.Ledger;
import io.hourshare.store.Slot;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Tries a feed's quarantined records, and those alone, under the mapping of today; going through with it adopts what is
 * now accepted beside what was accepted before, in the windows that gain by it and no other.
 */
public final class QuarantineReplay {

    private static final int MOST = 10_000;

    private final Catalogue catalogue;
    private final DataRoot root;
    private final Ledger ledger;
    private final Engine engine;
    private final RecordReplay records;
    private final OperatorRuns runs;

    public QuarantineReplay(
            Catalogue catalogue, DataRoot root, Ledger ledger, Engine engine, RecordReplay records, OperatorRuns runs) {
        this.catalogue = catalogue;
        this.root = root;
        this.ledger = ledger;
        this.engine = engine;
        this.records = records;
        this.runs = runs;
    }

    /** Old against new, for the windows from one to the other, both included; nothing is changed. */
    public ReplayDiff diff(FeedId id, HourWindow from, HourWindow to) {
        Feed feed = catalogue
                .feed(id)
                .orElseThrow(() -> new RunRefusedException("feed-unknown", "没有数据源 " + id + "；可用的见 /api/v1/freshness"));
        List<Row> rows = new ArrayList<>();
        for (Slot slot : ledger.slots(id)) {
            BatchAdopted adopted = slot.adopted();
            boolean inRange =
                    slot.window().compareTo(from) >= 0 && slot.window().compareTo(to) <= 0;
            if (inRange && adopted != null && !adopted.catalogue().equals(feed.digest()) && rows.size() < MOST) {
                rows.addAll(rows(feed, slot.window(), adopted));
            }
        }
        List<String> windows =
                rows.stream()
                        .filter(Row::accepted)
                        .map(Row::window)
                        .collect(Collectors.toCollection(TreeSet::new))
                        .stream()
                        .toList();
        return new ReplayDiff(id.toString(), windows, runs.replayPlan(labels(id, windows)), rows);
    }

    /** @return id of the run that takes the mended records in */
    public String run(FeedId id, HourWindow from, HourWindow to, String actor, String reason) {
        List<String> windows = diff(id, from, to).windows();
        if (windows.isEmpty()) {
            throw new RunRefusedException("nothing-mended", "现在的映射没有让任何退回的记录变得可以入库；请先修改映射或契约");
        }
        return runs.replay(id, labels(id, windows), actor, reason);
    }

    private static List<String> labels(FeedId id, List<String> windows) {
        return windows.stream().map(window -> id + "@" + window).toList();
    }

    /** A record that the old mapping sent back. */
    private record Returned(String object, long place, String key, String field, String reason, String excerpt) {}

    private List<Row> rows(Feed feed, HourWindow window, BatchAdopted adopted) {
        Map<String, List<Returned>> byObject = new LinkedHashMap<>();
        returned(adopted)
                .forEach(one -> byObject.computeIfAbsent(one.object(), absent -> new ArrayList<>())
                        .add(one));
        List<Row> rows = new ArrayList<>();
        byObject.forEach((object, returned) -> {
            Map<Long, Replayed> now = new TreeMap<>();
            records.replay(
                            feed,
                            window,
                            object,
                            returned.stream().map(Returned::place).toList())
                    .forEach(replayed -> now.putIfAbsent(replayed.place(), replayed));
            returned.forEach(one -> rows.add(row(feed, window, one, now.get(one.place()))));
        });
        return rows;
    }

    private List<Returned> returned(BatchAdopted adopted) {
        List<Path> files = ReturnedRecords.files(adopted).stream()
                .filter(file -> !ledger.destroyed().covers(file))
                .map(root::resolve)
                .toList();
        if (files.isEmpty()) {
            return List.of();
        }
        try (Session session = engine.open()) {
            session.view("returned", files);
            return session.query(
                    "select object, coalesce(\"row\", \"offset\"), record_key, field, reason, excerpt from returned"
                            + " order by object, ordinal limit " + MOST,
                    row -> new Returned(
                            row.getString(1),
                            row.getLong(2),
                            Objects.requireNonNullElse(row.getString(3), ""),
                            Objects.requireNonNullElse(row.getString(4), ""),
                            row.getString(5),
                            Objects.requireNonNullElse(row.getString(6), "")));
        }
    }

    private static Row row(
            Feed feed, HourWindow window, Returned one, @org.jspecify.annotations.Nullable Replayed now) {
        return new Row(
                window.label(),
                one.object(),
                one.place(),
                one.key(),
                one.field(),
                one.reason(),
                one.excerpt(),
                now != null && now.accepted(),
                now == null ? "" : after(feed, one.field(), now),
                now == null ? "READ_OTHERWISE" : now.reason());
    }

    /** What the field became, masked as the quarantine masks what it was. */
    private static String after(Feed feed, String field, Replayed now) {
        SourceField source = feed.contract().field(field).orElse(null);
        return feed.job().map().stream()
                .filter(mapping -> mapping.from().contains(field))
                .map(FieldMapping::canonical)
                .filter(now.values()::containsKey)
                .map(canonical -> canonical + "=" + masked(source, now.values().getOrDefault(canonical, "")))
                .collect(Collectors.joining("；"));
    }

    private static String masked(@org.jspecify.annotations.Nullable SourceField source, String value) {
        boolean open = source != null
                && source.disposition() == Disposition.KEEP
                && !source.classification().equals("personal");
        return open ? Masking.excerpt(value) : Masking.restricted(value);
    }
}
