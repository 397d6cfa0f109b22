package io.hourshare.pull.folder;

import io.hourshare.kernel.FeedId;
import io.hourshare.land.Landing;
import io.hourshare.pull.session.Parameters;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileFilter;
import org.jspecify.annotations.Nullable;

/**
 * Decides which files of a feed's folder are taken: those of the right name, not landed before as the journal has it,
 * and of the same size and time in two listings with some time between.
 *
 * <p>Camel only asks; its own repositories forget at a restart or never let go of a key.
 */
public final class FolderWatch implements GenericFileFilter<Object> {

    private final FeedId feed;
    private final Landing landing;
    private final String place;
    private final Pattern names;
    private final Duration settling;
    private final Set<String> repeated = new HashSet<>();
    private final Set<String> taken = new HashSet<>();
    private Map<String, Long> sightings = new HashMap<>();
    private Map<String, Long> listing = new HashMap<>();
    private boolean onlyNew;
    private @Nullable Long waitingSince;

    /** @param place where the files come from; with a file's name, size and time it is the object's origin */
    public FolderWatch(FeedId feed, Landing landing, String place, Parameters parameters) {
        this.feed = feed;
        this.landing = landing;
        this.place = place;
        this.names = Pattern.compile(parameters.require("files"));
        this.settling = Duration.ofMillis(parameters.number("stableMillis", 1000));
    }

    static String key(String name, long size, long modified) {
        return name + "|" + size + "|" + modified;
    }

    /** A pull begins. */
    void begin(boolean newFilesOnly) {
        taken.clear();
        onlyNew = newFilesOnly;
        waitingSince = null;
    }

    /** A listing is about to be made. */
    void list() {
        sightings = listing;
        listing = new HashMap<>();
    }

    @Override
    public boolean accept(GenericFile<Object> file) {
        String name = file.getFileNameOnly();
        if (file.isDirectory() || !names.matcher(name).matches()) {
            return false;
        }
        String key = key(name, file.getFileLength(), file.getLastModified());
        if (taken.contains(key) || (onlyNew && (repeated.contains(key) || landing.holds(feed, origin(key))))) {
            return false;
        }
        long first = sightings.getOrDefault(key, System.nanoTime());
        listing.put(key, first);
        return settled(first);
    }

    /**
     * Whether to list again, because the last listing had files that may still be written to. Patience begins with the
     * first such listing: a slow connection before it must not cost a finished file its window.
     */
    boolean waits(Duration patience) {
        if (listing.values().stream().allMatch(this::settled)) {
            return false;
        }
        if (waitingSince == null) {
            waitingSince = System.nanoTime();
            return true;
        }
        return System.nanoTime() - waitingSince < patience.toNanos();
    }

    Duration settling() {
        return settling;
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

    private boolean settled(long first) {
        return System.nanoTime() - first >= settling.toNanos();
    }
}
