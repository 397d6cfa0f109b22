package io.hourshare.store;

import io.hourshare.kernel.FeedId;
import io.hourshare.store.JournalFact.BatchAdopted;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Which adopted results stand and which were replaced by a later one of their window: the fold of the journal. A result
 * that mends another needs that one too. Safe for use by many threads.
 */
public final class Adoptions {

    private final Map<String, List<Adoption>> bySlot = new HashMap<>();

    private record Adoption(BatchAdopted batch, Instant at) {}

    synchronized void apply(BatchAdopted batch, Instant at) {
        bySlot.computeIfAbsent(slot(batch), absent -> new ArrayList<>(1)).add(new Adoption(batch, at));
    }

    /** Whether a later result took its place and needs nothing of it: its files may be gone by rule. */
    public synchronized boolean isReplaced(BatchAdopted batch) {
        return standing(bySlot.getOrDefault(slot(batch), List.of())).stream()
                .noneMatch(adoption -> adoption.batch().equals(batch));
    }

    /** Whether a result that was not replaced names the file. */
    public synchronized boolean stands(String file) {
        String[] parts = file.split("/");
        return parts.length > 3
                && standing(bySlot.getOrDefault(parts[2] + "/" + parts[3], List.of())).stream()
                        .anyMatch(adoption -> adoption.batch().files().contains(file));
    }

    /**
     * Files that only results name that were replaced before the instant. Of a window the youngest result comes first,
     * and records before what was sent back with them: whoever finds the first gone asks for none of the others.
     */
    public synchronized List<String> replacedBefore(Instant instant) {
        List<String> files = new ArrayList<>();
        for (List<Adoption> all : bySlot.values()) {
            List<Adoption> standing = standing(all);
            int replaced = all.size() - standing.size();
            if (replaced > 0 && standing.get(0).at().isBefore(instant)) {
                for (int i = replaced - 1; i >= 0; i--) {
                    inOrder(all.get(i).batch())
                            .filter(file -> standing.stream()
                                    .noneMatch(one -> one.batch().files().contains(file)))
                            .forEach(files::add);
                }
            }
        }
        return files;
    }

    /** Results of the feed that stand and came after the instant. */
    public synchronized List<BatchAdopted> standingSince(FeedId feed, Instant instant) {
        return bySlot.values().stream()
                .filter(all -> all.get(0).batch().feed().equals(feed))
                .map(all -> all.get(all.size() - 1))
                .filter(newest -> newest.at().isAfter(instant))
                .map(Adoption::batch)
                .toList();
    }

    private static Stream<String> inOrder(BatchAdopted batch) {
        return Stream.concat(
                batch.records().stream(), batch.files().stream().filter(file -> !BatchAdopted.isRecords(file)));
    }

    /** The newest, and those that it mends. */
    private static List<Adoption> standing(List<Adoption> all) {
        int first = Math.max(0, all.size() - 1);
        while (first > 0
                && all.get(first - 1)
                        .batch()
                        .mapped()
                        .equals(all.get(first).batch().mends())) {
            first--;
        }
        return all.subList(first, all.size());
    }

    private static String slot(BatchAdopted batch) {
        return batch.feed() + "/" + batch.window().label();
    }
}
