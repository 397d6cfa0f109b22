package io.hourshare.verify.law;

import io.hourshare.contract.Catalogue;
import io.hourshare.kernel.Digest;
import io.hourshare.land.LandedFiles;
import io.hourshare.land.LandedObject;
import io.hourshare.normalize.Replay;
import io.hourshare.normalize.kept.UsedMapping;
import io.hourshare.store.JournalFact.BatchAdopted;
import io.hourshare.store.JournalFact.ObjectLanded;
import io.hourshare.store.Slot;
import io.hourshare.verify.Sources;
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
    private final LandedFiles landed;
    private final Map<Digest, Replay> replays = new HashMap<>();
    private final Map<BatchAdopted, BatchAdopted> mended = new HashMap<>();
    private final Map<String, Instant> landedAt = new HashMap<>();

    private Again(
            Subject subject,
            Catalogue today,
            Path apart,
            LandedFiles landed,
            Function<Catalogue, Optional<Replay>> opening,
            Replay first) {
        this.subject = subject;
        this.catalogues = new UsedCatalogues(subject, today);
        this.apart = apart;
        this.opening = opening;
        Map<String, BatchAdopted> newest = new HashMap<>();
        subject.all(BatchAdopted.class).forEach(batch -> {
            BatchAdopted before = newest.put(batch.feed() + "@" + batch.window(), batch);
            if (batch.mends() != null && before != null && before.mapped().equals(batch.mends())) {
                mended.put(batch, before);
            }
        });
        this.landed = landed;
        replays.put(today.digest(), first);
        subject.entries(ObjectLanded.class)
                .forEach(entry ->
                        landedAt.put(entry.entry().path(), entry.placed().line().at()));
    }

    /** Empty where the key of the tokens is not at hand. */
    static Optional<Again> open(Subject subject, Sources sources) throws IOException {
        Path spill = Files.createDirectories(subject.engine().spill()); // cleared at the next start after a crash
        Path apart = Files.createTempDirectory(spill, "verify");
        LandedFiles landed = subject.landed(sources);
        Function<Catalogue, Optional<Replay>> opening = catalogue ->
                Replay.open(catalogue, subject.home(), landed, apart, subject.engine(), sources.tokenKey());
        Optional<Again> opened = opening.apply(sources.catalogue())
                .map(replay -> new Again(subject, sources.catalogue(), apart, landed, opening, replay));
        if (opened.isEmpty()) {
            Files.delete(apart);
        }
        return opened;
    }

    /** Whether the landed object can be read here: it is not gone by rule, and its key, if it needs one, is there. */
    boolean reads(String path) {
        return !landed.isDestroyed(path) && landed.opens(path);
    }

    boolean isDestroyed(String path) {
        return landed.isDestroyed(path);
    }

    /** Paths below both folders of an object's results in the batch that stands; empty where it has none. */
    Optional<List<String>> replay(ObjectLanded object) {
        return subject.ledger()
                .slot(object.feed(), object.window())
                .map(Slot::adopted)
                .flatMap(adopted -> replay(Objects.requireNonNull(adopted), object));
    }

    /** Paths below both folders of an object's results in the batch; empty where its catalogue is not at hand. */
    Optional<List<String>> replay(BatchAdopted batch, ObjectLanded object) {
        if (batch.mends() == null) {
            return catalogues.of(batch).map(used -> replay(used).replay(used.feed(), landed(object)));
        }
        Optional<BatchAdopted> before = Optional.ofNullable(mended.get(batch));
        Optional<UsedMapping> used = catalogues.of(batch);
        return before.flatMap(base -> replay(base, object))
                .flatMap(paths -> used.map(one -> mended(one, paths, object, before.orElseThrow())));
    }

    private List<String> mended(UsedMapping used, List<String> paths, ObjectLanded object, BatchAdopted before) {
        List<String> again = replay(used).mend(used.feed(), landed(object), before);
        Stream<String> kept = paths.stream().filter(BatchAdopted::isRecords);
        return Stream.concat(kept, again.stream()).toList();
    }

    private Replay replay(UsedMapping used) {
        Catalogue catalogue = used.catalogue();
        return replays.computeIfAbsent(
                catalogue.digest(), absent -> opening.apply(catalogue).orElseThrow());
    }

    private LandedObject landed(ObjectLanded object) {
        return new LandedObject(
                object.feed(),
                object.window(),
                object.path(),
                object.size(),
                object.digest(),
                landedAt.getOrDefault(object.path(), subject.at()));
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
