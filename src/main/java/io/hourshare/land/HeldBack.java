package io.hourshare.land;

import io.hourshare.store.DataRoot;
import io.hourshare.store.Destroyed;
import io.hourshare.store.JournalFact.BatchAdopted;
import io.hourshare.store.JournalFact.DeliveryLanded;
import io.hourshare.store.JournalLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Files with what was held back of landed objects, which quote them: the fold of the journal. */
final class HeldBack {

    private static final String FOLDER = "lake/quarantine/";

    private final DataRoot root;
    private final Destroyed destroyed;
    private final Map<String, Set<String>> deliveries = new HashMap<>();
    private final Map<String, Set<String>> files = new HashMap<>();
    private final Map<String, Set<String>> windows = new HashMap<>();

    HeldBack(DataRoot root, Destroyed destroyed) {
        this.root = root;
        this.destroyed = destroyed;
    }

    synchronized void apply(JournalLine line) {
        if (line.entry() instanceof DeliveryLanded landed) {
            String window = landed.feed() + "/" + landed.window().label();
            landed.objects().forEach(path -> {
                add(deliveries, path, window + "@" + landed.delivery());
                add(windows, window, path);
            });
        } else if (line.entry() instanceof BatchAdopted batch) {
            String delivery = batch.feed() + "/" + batch.window().label() + "@" + batch.delivery();
            batch.files().stream().filter(file -> file.startsWith(FOLDER)).forEach(file -> add(files, delivery, file));
        }
    }

    /** Of adopted batches, and where all that came for a window goes, of deliveries too that nobody took in. */
    synchronized List<String> of(List<String> objects) throws IOException {
        Set<String> held = new TreeSet<>();
        for (String path : objects) {
            for (String delivery : deliveries.getOrDefault(path, Set.of())) {
                held.addAll(files.getOrDefault(delivery, Set.of()));
                String window = delivery.substring(0, delivery.indexOf('@'));
                boolean whole = windows.getOrDefault(window, Set.of()).stream()
                        .allMatch(other -> objects.contains(other) || destroyed.covers(other));
                if (whole) {
                    held.addAll(below(FOLDER + window));
                }
            }
        }
        return List.copyOf(held);
    }

    private List<String> below(String folder) throws IOException {
        Path path = root.resolve(folder);
        if (!Files.isDirectory(path)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(path)) {
            return all.filter(Files::isRegularFile).map(root::relativize).toList();
        }
    }

    private static void add(Map<String, Set<String>> sets, String key, String value) {
        sets.computeIfAbsent(key, absent -> new TreeSet<>()).add(value);
    }
}
