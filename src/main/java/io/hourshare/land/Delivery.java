package io.hourshare.land;

import io.hourshare.kernel.Digest;
import io.hourshare.kernel.FeedId;
import io.hourshare.kernel.HourWindow;
import io.hourshare.store.DurableFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to take what a source gives for one window. Nothing counts until {@link #complete}; closing an
 * incomplete delivery leaves nothing behind. Not safe for use by several threads at once.
 */
public final class Delivery implements AutoCloseable {

    private final Landing landing;
    private final FeedId feed;
    private final HourWindow window;
    private final boolean initial;
    private final Path folder;
    private final List<KeptObject> objects = new ArrayList<>();
    private final LandSettings limits;

    Delivery(Landing landing, FeedId feed, HourWindow window, boolean initial, Path folder, LandSettings limits) {
        this.landing = landing;
        this.feed = feed;
        this.window = window;
        this.initial = initial;
        this.folder = folder;
        this.limits = limits;
    }

    /** Writes an object's bytes. */
    @FunctionalInterface
    public interface Writing {
        void write(OutputStream bytes) throws IOException;
    }

    /** Streams bytes into a file of their own while hashing them. */
    public KeptObject keep(String name, InputStream bytes, String origin) throws IOException {
        return keep(name, origin, bytes::transferTo);
    }

    /** As {@link #keep(String, InputStream, String)}, for a source that is read by writing. */
    public KeptObject keep(String name, String origin, Writing writing) throws IOException {
        Optional<KeyName> key = landing.sealing().key(feed);
        String free = ObjectNames.free(name, taken());
        Path file = folder.resolve(key.map(by -> SealedName.of(free, by.day())).orElse(free));
        Files.createDirectories(folder);
        Files.deleteIfExists(file); // what an earlier try of the same object left when its source broke off
        MeasuredStream measured;
        try (OutputStream out = open(file, key)) {
            measured = new MeasuredStream(
                    out, origin, limits, limits.deliveryLimit().toBytes() - size());
            writing.write(measured);
        }
        DurableFiles.sync(file);
        KeptObject kept = new KeptObject(
                file.getFileName().toString(),
                content(file, key),
                measured.size(),
                Digest.of(measured.sha256()),
                origin);
        objects.add(kept);
        return kept;
    }

    private OutputStream open(Path file, Optional<KeyName> key) throws IOException {
        OutputStream plain = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW);
        return key.isEmpty() ? plain : landing.sealing().encrypting(key.get(), plain);
    }

    private Content content(Path file, Optional<KeyName> key) {
        return key.map(by -> landing.sealing().content(file, by)).orElseGet(() -> Content.of(file));
    }

    /** Takes an object out again, for example one that landed before. */
    public void drop(KeptObject object) throws IOException {
        objects.remove(object);
        Files.delete(folder.resolve(object.name()));
    }

    /** Takes every object out again, for a pull that starts anew. */
    public void restart() throws IOException {
        for (KeptObject object : List.copyOf(objects)) {
            drop(object);
        }
        close();
    }

    /** What is kept so far, in order. */
    public List<KeptObject> objects() {
        return List.copyOf(objects);
    }

    public FeedId feed() {
        return feed;
    }

    public HourWindow window() {
        return window;
    }

    /**
     * Makes the delivery durable and counts it; one that equals the window's newest delivery changes nothing.
     *
     * @param declared total that the source declared, where it declares one
     * @param sourceTime newest time in the source that the delivery reaches, where it is known
     */
    public LandedBatch complete(@Nullable Long declared, @Nullable Instant sourceTime) throws IOException {
        return landing.complete(this, declared, sourceTime);
    }

    boolean initial() {
        return initial;
    }

    Path folder() {
        return folder;
    }

    /** Removes what is not part of a complete delivery. */
    @Override
    public void close() throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> left = Files.list(folder)) {
            for (Path file : left.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
        objects.clear();
    }

    private long size() {
        return objects.stream().mapToLong(KeptObject::size).sum();
    }

    private List<String> taken() {
        return objects.stream().map(KeptObject::name).map(SealedName::plain).toList();
    }
}
