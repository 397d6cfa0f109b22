package io.hourshare.normalize.kept;

import io.hourshare.kernel.Digest;
import io.hourshare.store.JournalFact.BatchAdopted;
import io.hourshare.store.JournalLine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Which of a batch's files which mapping made: one that was mended has files of several. */
public final class BatchFiles {

    private BatchFiles() {}

    /**
     * Files of accepted records by the mapping that made them.
     *
     * @param lines journal, asked of mended batches alone: a file is of the adoption that named it first
     */
    public static Map<Digest, List<String>> records(BatchAdopted batch, Supplier<List<JournalLine>> lines) {
        Map<String, Digest> first = batch.mends() == null ? Map.of() : first(batch, lines.get());
        Map<Digest, List<String>> files = new LinkedHashMap<>();
        batch.records().stream()
                .forEach(file -> files.computeIfAbsent(
                                first.getOrDefault(file, batch.catalogue()), fresh -> new ArrayList<>())
                        .add(file));
        return files;
    }

    private static Map<String, Digest> first(BatchAdopted batch, List<JournalLine> lines) {
        Map<String, Digest> first = new HashMap<>();
        for (JournalLine line : lines) {
            if (line.entry() instanceof BatchAdopted one
                    && one.feed().equals(batch.feed())
                    && one.window().equals(batch.window())) {
                one.files().forEach(file -> first.putIfAbsent(file, one.catalogue()));
            }
        }
        return first;
    }
}
