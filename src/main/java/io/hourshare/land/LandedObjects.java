package io.hourshare.land;

import io.hourshare.kernel.Digest;
import io.hourshare.kernel.FeedId;
import io.hourshare.kernel.HourWindow;
import io.hourshare.store.JournalFact.DeliveryLanded;
import io.hourshare.store.JournalFact.ObjectLanded;
import io.hourshare.store.JournalLine;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Fold of the journal's landing lines. Safe for use by many threads. */
final class LandedObjects {

    private final Map<String, LandedObject> byPath = new HashMap<>();
    private final Map<String, String> originOf = new HashMap<>();
    private final Map<FeedId, Set<Digest>> digests = new HashMap<>();
    private final Map<FeedId, Map<String, Instant>> origins = new HashMap<>();
    private final Map<FeedId, Map<Digest, HourWindow>> deliveries = new HashMap<>();

    synchronized void apply(JournalLine line) {
        if (line.entry() instanceof ObjectLanded object) {
            byPath.put(
                    object.path(),
                    new LandedObject(
                            object.feed(), object.window(), object.path(), object.size(), object.digest(), line.at()));
            originOf.put(object.path(), object.origin());
        } else if (line.entry() instanceof DeliveryLanded delivery) {
            delivery.objects().stream()
                    .map(byPath::get)
                    .filter(Objects::nonNull)
                    .forEach(object -> count(object, line.at()));
            deliveries
                    .computeIfAbsent(delivery.feed(), absent -> new HashMap<>())
                    .putIfAbsent(delivery.delivery(), delivery.window());
        }
    }

    /** Everything that was journalled of the feed, in no order. */
    synchronized List<LandedObject> of(FeedId feed) {
        return byPath.values().stream()
                .filter(object -> object.feed().equals(feed))
                .toList();
    }

    /** Feeds of which anything landed. */
    synchronized Set<FeedId> feeds() {
        Set<FeedId> feeds = new TreeSet<>();
        byPath.values().forEach(object -> feeds.add(object.feed()));
        return feeds;
    }

    synchronized boolean journalled(String path) {
        return byPath.containsKey(path);
    }

    synchronized boolean holds(FeedId feed, Digest content) {
        return digests.getOrDefault(feed, Set.of()).contains(content);
    }

    /** When an object from this origin landed last. */
    synchronized Optional<Instant> last(FeedId feed, String origin) {
        return Optional.ofNullable(origins.getOrDefault(feed, Map.of()).get(origin));
    }

    /** The window whose delivery had these bytes first. */
    synchronized Optional<HourWindow> first(FeedId feed, Digest delivery) {
        return Optional.ofNullable(deliveries.getOrDefault(feed, Map.of()).get(delivery));
    }

    synchronized List<LandedObject> objects(DeliveryLanded delivery) {
        return delivery.objects().stream()
                .map(path -> Objects.requireNonNull(byPath.get(path), path))
                .toList();
    }

    private void count(LandedObject object, Instant at) {
        digests.computeIfAbsent(object.feed(), absent -> new HashSet<>()).add(object.digest());
        origins.computeIfAbsent(object.feed(), absent -> new HashMap<>())
                .put(Objects.requireNonNull(originOf.get(object.path()), object.path()), at);
    }
}
