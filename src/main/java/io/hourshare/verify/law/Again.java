package io.hourshare.verify.law;

import io.hourshare.contract.Catalogue;
import io.hourshare.contract.Feed;
import io.hourshare.engine.Engine;
import io.hourshare.kernel.Digest;
import io.hourshare.land.LandedObject;
import io.hourshare.normalize.Replay;
import io.hourshare.store.JournalEntry.BatchAdopted;
import io.hourshare.store.JournalEntry.ObjectLanded;
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
import java.util.stream.Stream;

/** Landed objects normalized once more in a folder of its own, which goes when it is closed. */
final class Again implements AutoCloseable {

    private final Subject subject;
    private final Catalogue catalogue;
    private final Path apart;
    private final Replay replay;
    private final Map<String, Instant> landedAt = new HashMap<>();

    private Again(Subject subject, Catalogue catalogue, Path apart, Replay replay) {
        this.subject = subject;
        this.catalogue = catalogue;
        this.apart = apart;
        this.replay = replay;
        subject.entries(ObjectLanded.class)
                .forEach(entry ->
                        landedAt.put(entry.entry().path(), entry.placed().line().at()));
    }

    /** Empty where the key of the tokens is not at hand. */
    static Optional<Again> open(Subject subject, Sources sources) throws IOException {
        Path apart = Files.createTempDirectory("hourshare-verify");
        Engine engine = subject.engine();
        Optional<Again> opened = Replay.open(sources.catalogue(), subject.home(), apart, engine, sources.tokenKey())
                .map(replay -> new Again(subject, sources.catalogue(), apart, replay));
        if (opened.isEmpty()) {
            Files.delete(apart);
        }
        return opened;
    }

    /** The feed of an object, if its window was adopted by the mapping that the catalogue has now. */
    Optional<Feed> feed(ObjectLanded object) {
        return subject.ledger()
                .slot(object.feed(), object.window())
                .map(Slot::adopted)
                .flatMap(adopted -> feed(Objects.requireNonNull(adopted)));
    }

    /** The feed of a batch, if the catalogue still has the mapping that it was adopted by. */
    Optional<Feed> feed(BatchAdopted batch) {
        Digest digest = batch.catalogue();
        return catalogue.feeds().stream()
                .filter(feed -> feed.id().equals(batch.feed()) && feed.digest().equals(digest))
                .findFirst();
    }

    /** Paths that the object's results have below both folders. */
    List<String> replay(Feed feed, ObjectLanded object) {
        return replay.replay(
                feed,
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
