package io.hourshare.store;

import io.hourshare.kernel.Digest;
import io.hourshare.kernel.FeedId;
import io.hourshare.kernel.HourWindow;
import io.hourshare.store.JournalAct.HoldDecided;
import io.hourshare.store.JournalAct.PublicationReleased;
import io.hourshare.store.JournalAct.RetentionEnded;
import io.hourshare.store.JournalAct.SlotWaived;
import io.hourshare.store.JournalAct.SnapshotRolledBack;
import io.hourshare.store.JournalFact.BatchAdopted;
import io.hourshare.store.JournalFact.DeliveryLanded;
import io.hourshare.store.JournalFact.DriftSeen;
import io.hourshare.store.JournalFact.SlotFailed;
import io.hourshare.store.JournalFact.SlotHeld;
import io.hourshare.store.JournalFact.SnapshotPublished;
import io.hourshare.store.JournalFact.StageDone;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Fold of the journal: slots by feed and window, finished stages, publications. Safe for use by many threads. */
public final class Ledger {

    private final Map<FeedId, NavigableMap<HourWindow, Slot>> slots = new TreeMap<>();
    private final Set<String> accepted = new HashSet<>();
    private final List<DriftSeen> drifts = new ArrayList<>();
    private final Map<String, StageDone> stages = new HashMap<>();
    private final Map<String, StageDone> newestStages = new HashMap<>();
    private final List<SnapshotPublished> publications = new ArrayList<>();
    private final Destroyed destroyed = new Destroyed();
    private final Adoptions results = new Adoptions();
    private long adoptions;
    private long adoptionsPublished;
    private @Nullable Instant publishedAt;
    private @Nullable PublicationHold hold;

    /** Follows the journal from its first line on. */
    public Ledger(Journal journal) {
        journal.follow(this::apply);
    }

    /** Folds lines that are at hand, as a reading of the files gives them. */
    public Ledger(List<JournalLine> lines) {
        lines.forEach(this::apply);
    }

    public synchronized Optional<Slot> slot(FeedId feed, HourWindow window) {
        return Optional.ofNullable(slots.getOrDefault(feed, new TreeMap<>()).get(window));
    }

    /** Every known slot of a feed, oldest window first. */
    public synchronized List<Slot> slots(FeedId feed) {
        return List.copyOf(slots.getOrDefault(feed, new TreeMap<>()).values());
    }

    /** Every known slot of a window, sorted by feed. */
    public synchronized List<Slot> slots(HourWindow window) {
        return slots.values().stream()
                .filter(byWindow -> byWindow.containsKey(window))
                .map(byWindow -> byWindow.get(window))
                .toList();
    }

    /** How deliveries differed from their contracts, oldest first. */
    public synchronized List<DriftSeen> drifts() {
        return List.copyOf(drifts);
    }

    /** Whether a person accepted the window's delivery in spite of this reason to hold it. */
    public synchronized boolean accepts(FeedId feed, HourWindow window, Digest delivery, String hold) {
        return accepted.contains(decision(feed, window, delivery, hold));
    }

    /** The finished stage with these inputs, if it ran before. */
    public synchronized Optional<StageDone> stage(String stage, String inputs) {
        return Optional.ofNullable(stages.get(stage + "@" + inputs));
    }

    /** What a stage did last, with whatever inputs. */
    public synchronized Optional<StageDone> lastStage(String stage) {
        return Optional.ofNullable(newestStages.get(stage));
    }

    /** What is gone because it was kept as long as it may be. */
    public Destroyed destroyed() {
        return destroyed;
    }

    /** Which adopted results stand, and which were replaced. */
    public Adoptions results() {
        return results;
    }

    /** Publications, oldest first. */
    public synchronized List<SnapshotPublished> publications() {
        return List.copyOf(publications);
    }

    public synchronized Optional<SnapshotPublished> lastPublication() {
        return publications.stream().max(Comparator.comparingLong(SnapshotPublished::sequence));
    }

    /** Number of adopted results so far. */
    public synchronized long adoptions() {
        return adoptions;
    }

    /** Number of adopted results that were journalled after the last publication. */
    public synchronized long adoptionsSincePublication() {
        return adoptions - adoptionsPublished;
    }

    /** Why nothing is published at present, where somebody rolled back and nobody has released it yet. */
    public synchronized Optional<PublicationHold> publicationHold() {
        return Optional.ofNullable(hold);
    }

    /** Time of the last publication. */
    public synchronized Optional<Instant> publishedAt() {
        return Optional.ofNullable(publishedAt);
    }

    private synchronized void apply(JournalLine line) {
        JournalEntry entry = line.entry();
        if (entry instanceof DeliveryLanded landed) {
            SlotState state = isAdopted(landed) ? SlotState.DONE : SlotState.LANDED;
            put(landed.feed(), landed.window(), line, state, landed, null, "", 0);
        } else if (entry instanceof BatchAdopted adopted) {
            put(adopted.feed(), adopted.window(), line, SlotState.DONE, null, adopted, "", 0);
            results.apply(adopted, line.at());
            adoptions++;
        } else if (entry instanceof SlotHeld held) {
            String trouble = held.reason() + " " + held.detail();
            put(held.feed(), held.window(), line, SlotState.HELD, null, null, trouble, 0);
        } else if (entry instanceof SlotFailed failed) {
            String trouble = failed.reason() + " " + failed.detail();
            put(failed.feed(), failed.window(), line, SlotState.FAILED, null, null, trouble, failed.attempt());
        } else if (entry instanceof SlotWaived waived) {
            put(waived.feed(), waived.window(), line, SlotState.WAIVED, null, null, waived.reason(), 0);
        } else if (entry instanceof DriftSeen seen) {
            drifts.add(seen);
        } else if (entry instanceof HoldDecided decided) {
            decide(decided, line);
        } else if (entry instanceof StageDone done) {
            stages.put(done.stage() + "@" + done.inputs(), done);
            newestStages.put(done.stage(), done);
        } else if (entry instanceof SnapshotPublished published) {
            publications.add(published);
            publishedAt = line.at();
            adoptionsPublished = adoptions;
        } else if (entry instanceof SnapshotRolledBack back) {
            hold = new PublicationHold(back.sequence(), back.withdrawn(), back.actor(), back.reason(), line.at());
        } else if (entry instanceof RetentionEnded ended) {
            destroyed.apply(ended, line.at());
        } else if (entry instanceof PublicationReleased) {
            hold = null;
        }
    }

    private void decide(HoldDecided decided, JournalLine line) {
        if (decided.accepted()) {
            accepted.add(decision(decided.feed(), decided.window(), decided.delivery(), decided.hold()));
            put(decided.feed(), decided.window(), line, SlotState.LANDED, null, null, "", 0);
        } else {
            String trouble = "REFUSED " + decided.reason();
            put(decided.feed(), decided.window(), line, SlotState.WAIVED, null, null, trouble, 0);
        }
    }

    private static String decision(FeedId feed, HourWindow window, Digest delivery, String hold) {
        return feed + "@" + window + "@" + delivery + "@" + hold;
    }

    /** The same bytes again, asked for once more, need no second adoption. */
    private boolean isAdopted(DeliveryLanded landed) {
        return slot(landed.feed(), landed.window())
                .map(Slot::adopted)
                .filter(adopted -> adopted.delivery().equals(landed.delivery()))
                .isPresent();
    }

    private void put(
            FeedId feed,
            HourWindow window,
            JournalLine line,
            SlotState state,
            @Nullable DeliveryLanded delivery,
            @Nullable BatchAdopted adopted,
            String trouble,
            int attempts) {
        slots.computeIfAbsent(feed, absent -> new TreeMap<>())
                .merge(
                        window,
                        new Slot(feed, window, state, delivery, adopted, trouble, attempts, line.at()),
                        (old, now) -> new Slot(
                                feed,
                                window,
                                state,
                                delivery == null ? old.delivery() : delivery,
                                adopted == null ? old.adopted() : adopted,
                                trouble,
                                attempts,
                                line.at()));
    }
}
