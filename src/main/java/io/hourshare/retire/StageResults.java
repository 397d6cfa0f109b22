package io.hourshare.retire;

import io.hourshare.kernel.Digest;
import io.hourshare.store.JournalFact.SnapshotPublished;
import io.hourshare.store.JournalFact.SnapshotRetired;
import io.hourshare.store.JournalFact.StageDone;
import io.hourshare.store.JournalLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which results of stages are needed: the newest of each, those that something younger took the place of only lately,
 * the profiles that a kept snapshot was made of, and the records that the newest identity was decided on. Fold of the
 * journal; safe for use by many threads.
 */
final class StageResults {

    private final Map<String, List<Result>> byStage = new HashMap<>();
    private final Map<Long, Digest> kept = new HashMap<>();

    private record Result(StageDone done, long sequence, Instant at) {}

    synchronized void apply(JournalLine line) {
        if (line.entry() instanceof StageDone done && !done.files().isEmpty()) {
            byStage.computeIfAbsent(done.stage(), absent -> new ArrayList<>())
                    .add(new Result(done, line.sequence(), line.at()));
        } else if (line.entry() instanceof SnapshotPublished published) {
            kept.put(published.sequence(), published.inputs());
        } else if (line.entry() instanceof SnapshotRetired retired) {
            kept.remove(retired.sequence());
        }
    }

    /** Files that are needed, where what gave way before the instant is not. */
    synchronized Set<String> needed(Instant since) {
        Set<String> needed = new HashSet<>();
        byStage.values().forEach(results -> newest(results, since).forEach(one -> needed.addAll(one.files())));
        Set<Digest> published = new HashSet<>(kept.values());
        byStage.getOrDefault(StageDone.MERGE, List.of()).stream()
                .map(Result::done)
                .filter(done -> published.contains(done.inputs()))
                .forEach(done -> needed.addAll(done.files()));
        List<Result> resolved = byStage.getOrDefault(StageDone.RESOLVE, List.of());
        if (!resolved.isEmpty()) {
            long sequence = resolved.get(resolved.size() - 1).sequence();
            byStage.values().stream()
                    .filter(results -> results.get(0).done().folded().isPresent())
                    .forEach(results -> needed.addAll(before(results, sequence)));
        }
        return needed;
    }

    private static List<StageDone> newest(List<Result> results, Instant since) {
        List<StageDone> newest = new ArrayList<>();
        for (int i = results.size() - 1; i >= 0; i--) {
            if (i < results.size() - 1 && results.get(i + 1).at().isBefore(since)) {
                break;
            }
            newest.add(results.get(i).done());
        }
        return newest;
    }

    private static List<String> before(List<Result> results, long sequence) {
        for (int i = results.size() - 1; i >= 0; i--) {
            if (results.get(i).sequence() < sequence) {
                return results.get(i).done().files();
            }
        }
        return List.of();
    }
}
