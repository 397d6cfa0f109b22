package io.hourshare.operate.freshness;

import io.hourshare.contract.Catalogue;
import io.hourshare.contract.Cycle;
import io.hourshare.contract.Feed;
import io.hourshare.contract.FeedMode;
import io.hourshare.kernel.HourWindow;
import io.hourshare.operate.slot.DueSlot;
import io.hourshare.operate.slot.DueSlots;
import io.hourshare.store.JournalFact.BatchAdopted;
import io.hourshare.store.Ledger;
import io.hourshare.store.Slot;
import io.hourshare.store.SlotState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Judges each feed's freshness from the ledger, whatever the schedule believes: a window is promised within the
 * contract's time after its end.
 */
public final class Freshness {

    private static final Duration SOON = Duration.ofMinutes(15);

    private final Catalogue catalogue;
    private final Ledger ledger;
    private final DueSlots dueSlots;
    private final Clock clock;

    public Freshness(Catalogue catalogue, Ledger ledger, DueSlots dueSlots, Clock clock) {
        this.catalogue = catalogue;
        this.ledger = ledger;
        this.dueSlots = dueSlots;
        this.clock = clock;
    }

    /** Every feed, sorted by id. */
    public List<FeedFreshness> now() {
        Instant now = clock.instant();
        return catalogue.feeds().stream().map(feed -> of(feed, now)).toList();
    }

    private FeedFreshness of(Feed feed, Instant now) {
        List<Slot> slots = ledger.slots(feed.id());
        Optional<Slot> done = last(slots, SlotState.DONE);
        List<HourWindow> open = open(feed, now);
        Instant dueAt = open.get(0).end().plus(feed.contract().promise());
        List<HourWindow> missing = open.stream()
                .filter(window -> now.isAfter(window.end().plus(feed.contract().promise())))
                .toList();
        FreshnessState state =
                dueSlots.paused(feed, now) ? FreshnessState.PAUSED : state(feed, slots, done, dueAt, now);
        Instant dataTime = dataTime(feed, slots);
        return new FeedFreshness(
                feed.id().toString(),
                feed.contract().title(),
                feed.id().department(),
                dataTime,
                dataTime == null ? null : Duration.between(dataTime, now).toMinutes(),
                feed.contract().promise().toMinutes(),
                state,
                state.label(),
                done.map(slot -> slot.window().label()).orElse(null),
                missing.isEmpty() ? null : missing.get(0).label(),
                missing.size(),
                dueAt,
                why(slots, missing, state));
    }

    /** What is not settled, oldest first; where nothing is, the window that is asked for next. */
    private List<HourWindow> open(Feed feed, Instant now) {
        HourWindow newest = dueSlots.newest(now);
        List<HourWindow> open = dueSlots.ofFeed(feed, newest).stream()
                .map(DueSlot::window)
                .sorted()
                .toList();
        return open.isEmpty() ? List.of(newest.next()) : open;
    }

    private static FreshnessState state(Feed feed, List<Slot> slots, Optional<Slot> done, Instant dueAt, Instant now) {
        if (last(slots, SlotState.HELD).filter(held -> isNewest(held, slots)).isPresent()) {
            return FreshnessState.HELD;
        }
        if (now.isAfter(dueAt)) {
            return done.isPresent() ? FreshnessState.OVERDUE : FreshnessState.MISSING;
        }
        if (now.isAfter(dueAt.minus(SOON)) && done.isPresent() && now.isBefore(dueAt)) {
            return FreshnessState.DUE_SOON;
        }
        boolean nothingNew = done.map(Slot::adopted)
                .filter(adopted -> adopted.counts().received() == 0)
                .isPresent();
        return nothingNew && feed.contract().cycle() != Cycle.HOURLY
                ? FreshnessState.NOT_YET_DUE
                : FreshnessState.ON_TIME;
    }

    private static boolean isNewest(Slot slot, List<Slot> slots) {
        return slots.get(slots.size() - 1).equals(slot);
    }

    private static @Nullable Instant dataTime(Feed feed, List<Slot> slots) {
        return slots.stream()
                .map(Slot::adopted)
                .filter(Objects::nonNull)
                .map(adopted -> reach(feed, adopted))
                .max(Instant::compareTo)
                .orElse(null);
    }

    /**
     * Who answers for changes has said everything up to the window's end, even with no row; a whole list is as old as
     * its newest value.
     */
    private static Instant reach(Feed feed, BatchAdopted adopted) {
        Instant end = adopted.window().end();
        Instant newest = adopted.newestSourceTime();
        return feed.contract().mode() != FeedMode.FULL || newest == null || newest.isAfter(end) ? end : newest;
    }

    /** Why the oldest hour that misses is not there, or else what the newest has come to. */
    private static String why(List<Slot> slots, List<HourWindow> missing, FreshnessState state) {
        if (state == FreshnessState.ON_TIME || state == FreshnessState.NOT_YET_DUE || slots.isEmpty()) {
            return "";
        }
        return slots.stream()
                .filter(slot -> missing.contains(slot.window()))
                .map(Slot::trouble)
                .filter(trouble -> !trouble.isEmpty())
                .findFirst()
                .orElse(slots.get(slots.size() - 1).trouble());
    }

    private static Optional<Slot> last(List<Slot> slots, SlotState state) {
        return slots.stream().filter(slot -> slot.state() == state).reduce((older, newer) -> newer);
    }
}
