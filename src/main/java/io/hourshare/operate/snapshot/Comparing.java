package io.hourshare.operate.snapshot;

import io.hourshare.engine.Session;
import io.hourshare.operate.snapshot.SnapshotDiff.Change;
import io.hourshare.operate.snapshot.SnapshotDiff.Example;
import io.hourshare.publish.Snapshot;
import io.hourshare.publish.Snapshots;
import io.hourshare.store.JournalFact.SnapshotPublished;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Lays two snapshots beside each other: what the journal says of them, and enterprise by enterprise. */
final class Comparing {

    private static final int EXAMPLES = 50;
    private static final String PROFILES =
            "select document.enterprise_id, md5(document.body), coalesce(summary.name, '')"
                    + " from document left join summary on summary.enterprise_id = document.enterprise_id order by 1";

    private final Snapshots snapshots;

    Comparing(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    SnapshotDiff diff(Snapshot from, Snapshot to) {
        Map<String, String[]> before = profiles(from);
        Map<String, String[]> after = profiles(to);
        List<Example> added = only(after, before, "ADDED");
        List<Example> removed = only(before, after, "REMOVED");
        List<Example> changed = after.entrySet().stream()
                .filter(one -> before.containsKey(one.getKey()))
                .filter(one -> !Objects.requireNonNull(before.get(one.getKey()))[0].equals(one.getValue()[0]))
                .map(one -> new Example(one.getKey(), one.getValue()[1], "CHANGED"))
                .toList();
        List<Example> examples = new ArrayList<>(removed);
        examples.addAll(added);
        examples.addAll(changed);
        return new SnapshotDiff(
                from.sequence(),
                to.sequence(),
                changes(counts(from), counts(to)),
                changes(batches(from), batches(to)),
                added.size(),
                removed.size(),
                changed.size(),
                examples.subList(0, Math.min(EXAMPLES, examples.size())));
    }

    private Map<String, String[]> profiles(Snapshot snapshot) {
        Map<String, String[]> profiles = new HashMap<>();
        try (Session session = snapshots.read(snapshot)) {
            session.query(
                    PROFILES, row -> profiles.put(row.getString(1), new String[] {row.getString(2), row.getString(3)}));
        }
        return profiles;
    }

    private static List<Example> only(Map<String, String[]> here, Map<String, String[]> there, String how) {
        return here.entrySet().stream()
                .filter(one -> !there.containsKey(one.getKey()))
                .map(one -> new Example(one.getKey(), one.getValue()[1], how))
                .toList();
    }

    private Map<String, String> counts(Snapshot snapshot) {
        Map<String, String> counts = new TreeMap<>();
        line(snapshot).ifPresent(line -> line.counts().forEach((table, rows) -> counts.put(table, rows.toString())));
        return counts;
    }

    /** The journal's {@code feed@window=delivery}, by feed. */
    private Map<String, String> batches(Snapshot snapshot) {
        Map<String, String> batches = new TreeMap<>();
        line(snapshot)
                .ifPresent(line -> line.batches().forEach(batch -> {
                    int at = batch.indexOf('@');
                    batches.put(batch.substring(0, at), batch.substring(at + 1));
                }));
        return batches;
    }

    private Optional<SnapshotPublished> line(Snapshot snapshot) {
        return snapshots.publication(snapshot.sequence());
    }

    private static List<Change> changes(Map<String, String> before, Map<String, String> after) {
        List<Change> changes = new ArrayList<>();
        TreeSet<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        for (String name : names) {
            @Nullable String was = before.get(name);
            @Nullable String is = after.get(name);
            if (!Objects.equals(was, is)) {
                changes.add(new Change(name, was, is));
            }
        }
        return changes;
    }
}
