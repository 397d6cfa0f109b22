package io.hourshare.land;

import io.hourshare.kernel.Digest;
import io.hourshare.kernel.FeedId;
import io.hourshare.kernel.HourWindow;
import io.hourshare.store.DataRoot;
import io.hourshare.store.DurableFiles;
import io.hourshare.store.Journal;
import io.hourshare.store.JournalEntry;
import io.hourshare.store.JournalFact.DeliveryLanded;
import io.hourshare.store.JournalFact.ObjectLanded;
import io.hourshare.store.JournalFact.Stored;
import io.hourshare.store.Ledger;
import io.hourshare.store.Slot;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where everything that came is kept as it came: {@code landing/<feed>/<window>/<digest8>/<name>}.
 *
 * <p>A delivery is whole or not there. Its folder carries its digest, so that taking the same bytes again is no
 * second delivery. Safe for use by many threads.
 */
public final class Landing {

    private final DataRoot root;
    private final Journal journal;
    private final Ledger ledger;
    private final LandSettings settings;
    private final LandedObjects landed = new LandedObjects();
    private final QuestionLog questions;
    private final Sealing sealing;

    /** A landing that keeps everything as it comes. */
    public Landing(DataRoot root, Journal journal, Ledger ledger, LandSettings settings) {
        this(root, journal, ledger, settings, Sealing.nothing(root.path()));
    }

    Landing(DataRoot root, Journal journal, Ledger ledger, LandSettings settings, Sealing sealing) {
        this.root = root;
        this.journal = journal;
        this.ledger = ledger;
        this.settings = settings;
        this.questions = new QuestionLog(journal);
        this.sealing = sealing;
        journal.follow(landed::apply);
    }

    /** Opens an attempt; close it whether it is completed or not. */
    public Delivery begin(FeedId feed, HourWindow window, boolean initial) {
        try {
            Path folder = DurableFiles.temporary(folder(feed, window).resolve("delivery"));
            return new Delivery(this, feed, window, initial, folder, settings);
        } catch (IOException e) {
            throw new UncheckedIOException("Landing cannot be written: " + feed + " " + window, e);
        }
    }

    /** The newest complete delivery of the feed's window, for work from landing. */
    public Optional<LandedBatch> find(FeedId feed, HourWindow window) {
        return newest(feed, window).map(this::batch);
    }

    /** Whether an object with this content landed before, under whatever name. */
    public boolean holds(FeedId feed, Digest content) {
        return landed.holds(feed, content);
    }

    /** Whether an object from exactly this origin landed before. */
    public boolean holds(FeedId feed, String origin) {
        return landed.last(feed, origin).isPresent();
    }

    /** When an object from exactly this origin landed last. */
    public Optional<Instant> landedAt(FeedId feed, String origin) {
        return landed.last(feed, origin);
    }

    /** Questions put to sources one by one, with their purpose. */
    public QuestionLog questions() {
        return questions;
    }

    Sealing sealing() {
        return sealing;
    }

    /** Paths of what landed of the feed, by the day on which it did; what is gone by rule is not among them. */
    NavigableMap<LocalDate, List<String>> days(FeedId feed) {
        NavigableMap<LocalDate, List<String>> days = new TreeMap<>();
        landed.of(feed).stream()
                .filter(object -> !ledger.destroyed().covers(object.path()))
                .forEach(object -> days.computeIfAbsent(day(object), absent -> new ArrayList<>())
                        .add(object.path()));
        return days;
    }

    Set<FeedId> feeds() {
        return landed.feeds();
    }

    private static LocalDate day(LandedObject object) {
        return SealedName.key(object.path())
                .map(KeyName::day)
                .orElseGet(() -> LocalDate.ofInstant(object.landedAt(), ZoneOffset.UTC));
    }

    LandedBatch complete(Delivery delivery, @Nullable Long declared, @Nullable Instant sourceTime) throws IOException {
        List<KeptObject> kept = delivery.objects();
        Digest digest =
                Digest.of(kept.stream().map(object -> object.digest().hex()).toList());
        synchronized (this) {
            Optional<DeliveryLanded> newest = newest(delivery.feed(), delivery.window());
            if (newest.isPresent() && newest.get().delivery().equals(digest)) {
                return batch(newest.get());
            }
            Path target = target(delivery, digest);
            if (!kept.isEmpty()) {
                adopt(delivery, target);
            }
            return record(delivery, digest, target, declared, sourceTime);
        }
    }

    /** The folder that carries the digest, or, where that holds the same bytes under other names, one of our own. */
    private Path target(Delivery delivery, Digest digest) {
        Path folder = folder(delivery.feed(), delivery.window());
        Path usual = folder.resolve(digest.short8());
        List<KeptObject> kept = delivery.objects();
        if (!Files.isDirectory(usual) || kept.stream().allMatch(object -> Files.exists(usual.resolve(object.name())))) {
            return usual;
        }
        List<String> named = kept.stream()
                .map(object -> object.name() + "=" + object.digest())
                .toList();
        return folder.resolve(Digest.of(named).short8());
    }

    private void adopt(Delivery delivery, Path target) throws IOException {
        if (Files.isDirectory(target)) {
            compare(
                    delivery.objects(),
                    target); // left by a crash before its journal line, or taken back and now given again
        } else {
            DurableFiles.sync(delivery.folder());
            DurableFiles.adopt(delivery.folder(), target);
        }
    }

    private LandedBatch record(
            Delivery delivery, Digest digest, Path target, @Nullable Long declared, @Nullable Instant sourceTime)
            throws IOException {
        List<JournalEntry> entries = new ArrayList<>();
        for (KeptObject object : delivery.objects()) {
            Path file = target.resolve(object.name());
            String path = root.relativize(file);
            if (!landed.journalled(path)) {
                entries.add(new ObjectLanded(
                        delivery.feed(),
                        delivery.window(),
                        path,
                        object.size(),
                        object.digest(),
                        object.origin(),
                        stored(path, file)));
            }
        }
        DeliveryLanded line = new DeliveryLanded(
                delivery.feed(),
                delivery.window(),
                digest,
                delivery.objects().stream()
                        .map(object -> root.relativize(target.resolve(object.name())))
                        .toList(),
                declared,
                sourceTime,
                repeats(delivery, digest),
                delivery.initial());
        entries.add(line);
        journal.append(entries);
        return batch(line);
    }

    private @Nullable String repeats(Delivery delivery, Digest digest) {
        boolean nothing = delivery.objects().stream().allMatch(object -> object.size() == 0);
        return nothing
                ? null
                : landed.first(delivery.feed(), digest)
                        .filter(window -> !window.equals(delivery.window()))
                        .map(HourWindow::label)
                        .orElse(null);
    }

    private Optional<DeliveryLanded> newest(FeedId feed, HourWindow window) {
        return ledger.slot(feed, window).map(Slot::delivery);
    }

    private LandedBatch batch(DeliveryLanded line) {
        return new LandedBatch(
                line.feed(),
                line.window(),
                line.delivery(),
                landed.objects(line),
                line.declared(),
                line.sourceTime(),
                line.initial());
    }

    private Path folder(FeedId feed, HourWindow window) {
        return root.resolve("landing/" + feed + "/" + window.label());
    }

    /** Of the file that stands there, which a crash may have left from an earlier try with other random bytes. */
    private static @Nullable Stored stored(String path, Path file) throws IOException {
        return SealedName.key(path).isEmpty() ? null : new Stored(Files.size(file), digestOf(Content.of(file)));
    }

    private void compare(List<KeptObject> objects, Path target) throws IOException {
        for (KeptObject object : objects) {
            Path file = target.resolve(object.name());
            Content content = SealedName.key(root.relativize(file))
                    .map(key -> sealing.content(file, key))
                    .orElseGet(() -> Content.of(file));
            if (!digestOf(content).equals(object.digest())) {
                throw new IOException(
                        "Landed bytes differ from what the same delivery gives now: " + target + "/" + object.name());
            }
        }
    }

    private static Digest digestOf(Content content) throws IOException {
        try (InputStream in = content.stream()) {
            return Digest.of(in);
        }
    }
}
