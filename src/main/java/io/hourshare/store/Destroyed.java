package io.hourshare.store;

import io.hourshare.kernel.FeedId;
import io.hourshare.store.JournalAct.RetentionEnded;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was destroyed because it was kept as long as it may be: the fold of the journal. Safe for many threads. */
public final class Destroyed {

    private final Map<String, Ending> byPath = new LinkedHashMap<>();
    private final List<Ending> endings = new ArrayList<>();

    /**
     * What landed of a feed on a day, gone.
     *
     * @param objects number of landed files
     * @param key whether a key was destroyed with them
     */
    public record Ending(FeedId feed, LocalDate day, Instant at, int objects, boolean key, String actor) {}

    synchronized void apply(RetentionEnded ended, Instant at) {
        Ending ending =
                new Ending(ended.feed(), ended.day(), at, ended.objects().size(), ended.key(), ended.actor());
        endings.add(ending);
        ended.objects().forEach(path -> byPath.put(path, ending));
        ended.files().forEach(path -> byPath.put(path, ending));
    }

    /** Whether the file, landed or held back, is gone by rule. */
    public boolean covers(String path) {
        return ending(path).isPresent();
    }

    /** Whether any of the files is gone by rule. */
    public boolean coversAny(Collection<String> paths) {
        return paths.stream().anyMatch(this::covers);
    }

    public synchronized Optional<Ending> ending(String path) {
        return Optional.ofNullable(byPath.get(path));
    }

    /** Everything destroyed so far, oldest first. */
    public synchronized List<Ending> endings() {
        return List.copyOf(endings);
    }

    /** Paths of everything that is gone, oldest first. */
    public synchronized List<String> paths() {
        return List.copyOf(byPath.keySet());
    }
}
