package io.hourshare.pull;

import io.hourshare.kernel.FeedId;
import io.hourshare.land.Landing;
import java.util.HashSet;
import java.util.Set;
import org.apache.camel.spi.IdempotentRepository;

/**
 * Which files of a feed need not be looked at again: those that landed, as the journal has it, and those of the
 * running pull.
 *
 * <p>Camel only asks; its own repositories forget at a restart or never let go of a key.
 */
final class SeenFiles implements IdempotentRepository {

    private final FeedId feed;
    private final Landing landing;
    private final String place;
    private final Set<String> repeated = new HashSet<>();
    private final Set<String> taken = new HashSet<>();
    private boolean onlyNew;

    /** @param place where the files come from; with a file's name, size and time it is the object's origin */
    SeenFiles(FeedId feed, Landing landing, String place) {
        this.feed = feed;
        this.landing = landing;
        this.place = place;
    }

    /** A pull begins. */
    void begin(boolean newFilesOnly) {
        taken.clear();
        onlyNew = newFilesOnly;
    }

    void take(String key) {
        taken.add(key);
    }

    /** The file's content landed before under another name; it is not fetched again. */
    void repeats(String key) {
        repeated.add(key);
    }

    String origin(String key) {
        return place + key;
    }

    @Override
    public boolean contains(String key) {
        return taken.contains(key) || (onlyNew && (repeated.contains(key) || landing.holds(feed, origin(key))));
    }

    @Override
    public boolean add(String key) {
        return !contains(key);
    }

    @Override
    public boolean remove(String key) {
        return true;
    }

    @Override
    public boolean confirm(String key) {
        return true;
    }

    @Override
    public void clear() {
        taken.clear();
    }

    @Override
    public void start() {}

    @Override
    public void stop() {}
}
