package io.hourshare.verify.evidence;

import io.hourshare.contract.Catalogue;
import io.hourshare.engine.Engine;
import io.hourshare.engine.EngineSettings;
import io.hourshare.store.JournalEntry;
import io.hourshare.store.JournalFact.BatchAdopted;
import io.hourshare.store.JournalFact.CatalogueKept;
import io.hourshare.store.JournalFact.DeliveryLanded;
import io.hourshare.store.JournalFact.HourSealed;
import io.hourshare.store.JournalFact.ObjectLanded;
import io.hourshare.store.JournalFact.SnapshotPublished;
import io.hourshare.store.JournalReading;
import io.hourshare.store.JournalReading.Placed;
import io.hourshare.verify.Level;
import io.hourshare.verify.law.Subject;
import io.hourshare.verify.law.UsedCatalogues;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Writes what a stranger needs to count the laws anew, as one zip of plain files: a piece of the chain as it stands, a
 * line per record with its place, the believed claims with place and rule, and the landed bytes.
 */
public final class EvidenceExport {

    private final Path home;
    private final Catalogue catalogue;
    private final Engine engine;

    public EvidenceExport(Path home, Catalogue catalogue, Engine engine) {
        this.home = home;
        this.catalogue = catalogue;
        this.engine = engine;
    }

    /** Works on any data root, whether a service holds it or not. */
    public static EvidenceExport of(Path home, Catalogue catalogue, Path spill) {
        return new EvidenceExport(home, catalogue, new Engine(new EngineSettings("1GB", 2), spill));
    }

    public void write(EvidenceScope scope, OutputStream out) throws IOException {
        JournalReading journal = JournalReading.read(home);
        Subject subject =
                new Subject(home, journal, engine, Level.FULL, Clock.systemUTC().instant());
        try (EvidenceZip zip = new EvidenceZip(out)) {
            List<Placed> piece = piece(journal.lines(), scope);
            chain(zip, piece, journal.lines());
            new EvidenceRows(subject, catalogue, new UsedCatalogues(subject, catalogue)).write(zip, scope);
            new EvidenceClaims(subject, catalogue).write(zip, scope);
            new EvidenceSnapshots(subject).write(zip, piece);
            catalogues(subject, zip);
            if (scope.bytes()) {
                bytes(subject, zip, scope);
            }
        }
    }

    /** From the first line that speaks of the scope to the seal, or else the publication, that closes it. */
    private static List<Placed> piece(List<Placed> lines, EvidenceScope scope) {
        if (scope.feed() == null && scope.window() == null) {
            return lines;
        }
        int first = -1;
        int last = -1;
        for (int i = 0; i < lines.size(); i++) {
            JournalEntry entry = lines.get(i).line().entry();
            if (speaksOf(entry, scope)) {
                first = first < 0 ? i : first;
                last = i;
            }
        }
        if (first < 0) {
            return List.of();
        }
        int end = last;
        while (end < lines.size() - 1 && !closes(lines.get(end).line().entry(), lines.get(last))) {
            end++;
        }
        return lines.subList(first, end + 1);
    }

    private static boolean speaksOf(JournalEntry entry, EvidenceScope scope) {
        if (entry instanceof ObjectLanded object) {
            return scope.covers(object.feed(), object.window());
        } else if (entry instanceof DeliveryLanded delivery) {
            return scope.covers(delivery.feed(), delivery.window());
        } else if (entry instanceof BatchAdopted batch) {
            return scope.covers(batch.feed(), batch.window());
        }
        return entry instanceof SnapshotPublished published
                && scope.window() != null
                && scope.window().equals(published.hour());
    }

    private static boolean closes(JournalEntry entry, Placed last) {
        return entry instanceof HourSealed seal && seal.last() >= last.line().sequence();
    }

    /** The lines byte by byte, with the hash that the first of them follows. */
    private void chain(EvidenceZip zip, List<Placed> piece, List<Placed> all) throws IOException {
        Map<String, List<String>> texts = new HashMap<>();
        for (String file : piece.stream().map(Placed::file).collect(Collectors.toSet())) {
            texts.put(
                    file,
                    new String(Files.readAllBytes(home.resolve(file)), StandardCharsets.UTF_8)
                            .lines()
                            .toList());
        }
        long first = piece.isEmpty() ? 1 : piece.get(0).line().sequence();
        String previous = all.stream()
                .filter(placed -> placed.line().sequence() == first - 1)
                .map(placed -> placed.line().hash().hex())
                .findFirst()
                .orElse("");
        zip.note(Map.of("first", first, "previous", previous));
        zip.lines(
                "chain.jsonl",
                piece.stream()
                        .map(placed ->
                                texts.getOrDefault(placed.file(), List.of()).get(placed.number() - 1)));
    }

    /** Code lists and units are half of what gives a value again: every catalogue that a batch was adopted by. */
    private static void catalogues(Subject subject, EvidenceZip zip) throws IOException {
        Set<String> paths = subject.all(CatalogueKept.class).stream()
                .map(CatalogueKept::path)
                .filter(path -> Files.isRegularFile(subject.resolve(path)))
                .collect(Collectors.toCollection(TreeSet::new));
        for (String path : paths) {
            zip.file(path, subject.resolve(path));
        }
    }

    private static void bytes(Subject subject, EvidenceZip zip, EvidenceScope scope) throws IOException {
        Set<String> paths = subject.all(ObjectLanded.class).stream()
                .filter(object -> scope.covers(object.feed(), object.window()))
                .map(ObjectLanded::path)
                .filter(path -> !subject.ledger().destroyed().covers(path))
                .collect(Collectors.toCollection(TreeSet::new));
        for (String path : paths) {
            zip.file(path, subject.resolve(path));
        }
    }
}
