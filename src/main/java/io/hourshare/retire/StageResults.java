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
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Which results of stages are needed: the newest of each, those that something younger took the place of only lately,
 * the profiles that a kept snapshot was made of, and the records that the newest identity was decided on. Fold of the
 * journal, of which only what may still be asked for is kept; safe for use by many threads.
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

    /** Files that are needed, where what gave way before the instant is not; the instant never goes back. */
    synchronized Set<String> needed(Instant since) {
        Set<String> needed = new HashSet<>();
        byStage.values().forEach(results -> newest(results, since).forEach(one -> needed.addAll(one.files())));
        Set<Digest> published = new HashSet<>(kept.values());
        byStage.getOrDefault(StageDone.MERGE, List.of()).stream()
                .map(Result::done)
                .filter(done -> published.contains(done.inputs()))
                .forEach(done -> needed.addAll(done.files()));
        long decided = decided();
        byStage.values().stream()
                .filter(results -> results.get(0).done().folded().isPresent())
                .forEach(results -> before(results, decided)
                        .ifPresent(at -> needed.addAll(results.get(at).done().files())));
        forget(since, decided);
        return needed;
    }

    /** Place of the newest identity in the journal; before every other where there is none. */
    private long decided() {
        List<Result> resolved = byStage.getOrDefault(StageDone.RESOLVE, List.of());
        return resolved.isEmpty() ? -1 : resolved.get(resolved.size() - 1).sequence();
    }

    /**
     * Lets go what no later question can bring back: nothing else grows with every hour and every feed. Merges stay,
     * one an hour, because a snapshot to come may be made of the same profiles as one before.
     */
    private void forget(Instant since, long decided) {
        byStage.forEach((stage, results) -> {
            if (!stage.equals(StageDone.MERGE)) {
                int first = firstOfNewest(results, since);
                results.subList(0, Math.min(first, before(results, decided).orElse(first)))
                        .clear();
            }
        });
    }

    /** How many results are remembered. */
    synchronized int held() {
        return byStage.values().stream().mapToInt(List::size).sum();
    }

    private static List<StageDone> newest(List<Result> results, Instant since) {
        return results.subList(firstOfNewest(results, since), results.size()).stream()
                .map(Result::done)
                .toList();
    }

    /** Where those begin that nothing took the place of before the instant. */
    private static int firstOfNewest(List<Result> results, Instant since) {
        int first = results.size() - 1;
        while (first > 0 && !results.get(first).at().isBefore(since)) {
            first--;
        }
        return first;
    }

    /** Where the last result stands that was there at that place of the journal. */
    private static OptionalInt before(List<Result> results, long sequence) {
        return IntStream.iterate(results.size() - 1, at -> at >= 0, at -> at - 1)
                .filter(at -> results.get(at).sequence() < sequence)
                .findFirst();
    }
}
