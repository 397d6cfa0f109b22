package io.hourshare.contract;

import io.hourshare.kernel.FeedId;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a department promises about a feed: fields, key, mode, deletion, cycle, handling promise, sharing terms.
 *
 * @param overlap how far before the window an incremental pull reaches back
 * @param promise handling promise: published within this time of being available
 * @param replayable whether past windows can be asked for again
 * @param watches what the contract says is held ({@code true}) or passes when a delivery is not as usual
 * @param quality rules that are checked over the feed's current records
 * @param sealed whether copies of what landed must not outlive that time either: it is kept encrypted
 * @param retentionDays how long what landed may be kept
 * @param owner post that answers for the data, never a person's name
 */
public record FeedContract(
        FeedId id,
        String title,
        String version,
        List<SourceField> fields,
        FeedMode mode,
        DeletionRule deletion,
        Duration overlap,
        Cycle cycle,
        Duration promise,
        boolean replayable,
        ShareAttribute share,
        String shareBasis,
        String purpose,
        int retentionDays,
        String owner,
        Map<Watch, Boolean> watches,
        List<QualityRule> quality,
        boolean sealed) {

    public FeedContract {
        fields = List.copyOf(fields);
        watches = Map.copyOf(watches);
        quality = List.copyOf(quality);
    }

    /** A contract that says nothing of unusual deliveries and of quality. */
    public FeedContract(
            FeedId id,
            String title,
            String version,
            List<SourceField> fields,
            FeedMode mode,
            DeletionRule deletion,
            Duration overlap,
            Cycle cycle,
            Duration promise,
            boolean replayable,
            ShareAttribute share,
            String shareBasis,
            String purpose,
            int retentionDays,
            String owner) {
        this(
                id,
                title,
                version,
                fields,
                mode,
                deletion,
                overlap,
                cycle,
                promise,
                replayable,
                share,
                shareBasis,
                purpose,
                retentionDays,
                owner,
                Map.of(),
                List.of(),
                false);
    }

    /** Whether a person has to look first. */
    public boolean holds(Watch watch) {
        return watches.getOrDefault(watch, watch.heldUnlessSaid());
    }

    public Optional<SourceField> field(String name) {
        return fields.stream().filter(field -> field.name().equals(name)).findFirst();
    }

    /** Fields of the primary key in key order; empty where the whole record is its own key. */
    public List<SourceField> key() {
        return fields.stream()
                .filter(field -> field.keyPosition() > 0)
                .sorted(Comparator.comparingInt(SourceField::keyPosition))
                .toList();
    }
}
