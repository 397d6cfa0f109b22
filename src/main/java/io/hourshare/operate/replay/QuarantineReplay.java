package io.hourshare.operate.replay;

import io.hourshare.engine.Engine;
import io.hourshare.engine.Session;
import io.hourshare.kernel.FeedId;
import io.hourshare.kernel.HourWindow;
import io.hourshare.normalize.RecordReplay;
import io.hourshare.normalize.RecordReplay.Replayed;
import io.hourshare.normalize.ReturnedRecords;
import io.hourshare.normalize.kept.UsedMapping;
import io.hourshare.normalize.kept.UsedMappings;
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
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Tries a feed's quarantined records, and those alone, under the mapping of today, beside the one that sent them back;
 * going through with it adopts what is now accepted beside what was accepted before, in the windows that gain by it and
 * no other.
 */
public final class QuarantineReplay {

    private static final int MOST = 10_000;

    private final DataRoot root;
    private final Ledger ledger;
    private final Engine engine;
    private final RecordReplay records;
    private final UsedMappings mappings;
    private final OperatorRuns runs;

    public QuarantineReplay(
            DataRoot root,
            Ledger ledger,
            Engine engine,
            RecordReplay records,
            UsedMappings mappings,
            OperatorRuns runs) {
        this.root = root;
        this.ledger = ledger;
        this.engine = engine;
        this.records = records;
        this.mappings = mappings;
        this.runs = runs;
    }

    /** Old against new, for the windows from one to the other, both included; nothing is changed. */
    public ReplayDiff diff(FeedId id, HourWindow from, HourWindow to) {
        UsedMapping now = mappings.today(id)
                .orElseThrow(() -> new RunRefusedException("feed-unknown", "没有数据源 " + id + "；可用的见 /api/v1/freshness"));
        List<Row> rows = new ArrayList<>();
        for (Slot slot : ledger.slots(id)) {
            BatchAdopted adopted = slot.adopted();
            boolean inRange =
                    slot.window().compareTo(from) >= 0 && slot.window().compareTo(to) <= 0;
            if (inRange
                    && adopted != null
                    && !adopted.catalogue().equals(now.feed().digest())
                    && rows.size() < MOST) {
                rows.addAll(rows(now, slot.window(), adopted));
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

    private List<Row> rows(UsedMapping now, HourWindow window, BatchAdopted adopted) {
        Optional<UsedMapping> then =
                mappings.of(now.feed().id(), adopted.catalogue().short8());
        Map<String, List<Returned>> byObject = new LinkedHashMap<>();
        returned(adopted)
                .forEach(one -> byObject.computeIfAbsent(one.object(), absent -> new ArrayList<>())
                        .add(one));
        List<Row> rows = new ArrayList<>();
        byObject.forEach((object, returned) -> {
            List<Long> places = returned.stream().map(Returned::place).toList();
            Map<Long, Replayed> before =
                    then.map(used -> read(used, window, object, places)).orElse(Map.of());
            Map<Long, Replayed> after = read(now, window, object, places);
            returned.forEach(one -> rows.add(row(
                    window,
                    one,
                    then.map(used -> new MaskedValues(used.feed(), before.get(one.place()))),
                    new MaskedValues(now.feed(), after.get(one.place())),
                    after.get(one.place()))));
        });
        return rows;
    }

    private Map<Long, Replayed> read(UsedMapping used, HourWindow window, String object, List<Long> places) {
        Map<Long, Replayed> read = new TreeMap<>();
        records.replay(used, window, object, places).forEach(one -> read.putIfAbsent(one.place(), one));
        return read;
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
            HourWindow window,
            Returned one,
            Optional<MaskedValues> before,
            MaskedValues after,
            @Nullable Replayed now) {
        return new Row(
                window.label(),
                one.object(),
                one.place(),
                one.key(),
                one.field(),
                one.reason(),
                one.excerpt(),
                before.map(values -> values.of(one.field())).orElse(null),
                now != null && now.accepted(),
                now == null ? "" : after.of(one.field()),
                now == null ? "READ_OTHERWISE" : now.reason(),
                now == null ? List.of() : before.map(after::against).orElse(List.of()));
    }
}
