package io.hourshare.verify.law;

import io.hourshare.contract.Catalogue;
import io.hourshare.kernel.Digest;
import io.hourshare.land.LandedObject;
import io.hourshare.normalize.Replay;
import io.hourshare.store.JournalEntry.BatchAdopted;
import io.hourshare.store.JournalEntry.ObjectLanded;
import io.hourshare.store.Slot;
import io.hourshare.verify.Sources;
import io.hourshare.verify.law.UsedCatalogues.Used;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Landed objects normalized once more in a folder of its own, which goes when it is closed. */
final class Again implements AutoCloseable {

    private final Subject subject;
    private final UsedCatalogues catalogues;
    private final Path apart;
    private final Function<Catalogue, Optional<Replay>> opening;
    private final Map<Digest, Replay> replays = new HashMap<>();
    private final Map<String, Instant> landedAt = new HashMap<>();

    private Again(
            Subject subject, Catalogue today, Path apart, Function<Catalogue, Optional<Replay>> opening, Replay first) {
        this.subject = subject;
        this.catalogues = new UsedCatalogues(subject, today);
        this.apart = apart;
        this.opening = opening;
        replays.put(today.digest(), first);
        subject.entries(ObjectLanded.class)
                .forEach(entry ->
                        landedAt.put(entry.entry().path(), entry.placed().line().at()));
    }

    /** Empty where the key of the tokens is not at hand. */
    static Optional<Again> open(Subject subject, Sources sources) throws IOException {
        Path apart = Files.createTempDirectory("hourshare-verify");
        Function<Catalogue, Optional<Replay>> opening =
                catalogue -> Replay.open(catalogue, subject.home(), apart, subject.engine(), sources.tokenKey());
        Optional<Again> opened = opening.apply(sources.catalogue())
                .map(replay -> new Again(subject, sources.catalogue(), apart, opening, replay));
        if (opened.isEmpty()) {
            Files.delete(apart);
        }
        return opened;
    }

    /** The mapping by which an object's records were adopted, where it is known. */
    Optional<Used> used(ObjectLanded object) {
        return subject.ledger()
                .slot(object.feed(), object.window())
                .map(Slot::adopted)
                .flatMap(adopted -> used(Objects.requireNonNull(adopted)));
    }

    /** The mapping by which a batch was adopted, where it is kept or still the one of today. */
    Optional<Used> used(BatchAdopted batch) {
        return catalogues.of(batch);
    }

    /** Paths that the object's results have below both folders. */
    List<String> replay(Used used, ObjectLanded object) {
        Catalogue catalogue = used.catalogue();
        Replay replay = replays.computeIfAbsent(
                catalogue.digest(), absent -> opening.apply(catalogue).orElseThrow());
        return replay.replay(
                used.feed(),
                new LandedObject(
                        object.feed(),
                        object.window(),
                        object.path(),
                        object.size(),
                        object.digest(),
                        landedAt.getOrDefault(object.path(), subject.at())));
    }

    Path resolve(String path) {
        return apart.resolve(path);
    }

    @Override
    public void close() {
        try (Stream<Path> all = Files.walk(apart)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot be removed: " + apart, e);
        }
    }
}
