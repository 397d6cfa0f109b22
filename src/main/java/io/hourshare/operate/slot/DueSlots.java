package io.hourshare.operate.slot;

import io.hourshare.contract.Catalogue;
import io.hourshare.contract.Feed;
import io.hourshare.contract.FeedMode;
import io.hourshare.kernel.FeedId;
import io.hourshare.kernel.HourWindow;
import io.hourshare.store.Ledger;
import io.hourshare.store.Slot;
import io.hourshare.store.SlotState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiPredicate;

/**
 * Computes from the ledger alone what is due: windows tile time from a feed's initial load to the newest complete
 * hour, newest first. The schedule only decides when this is asked.
 */
public final class DueSlots {

    private final Catalogue catalogue;
    private final Ledger ledger;
    private final OperateSettings settings;
    private final BiPredicate<FeedId, Instant> paused;

    /** @param paused whether a person paused the feed's schedule at the instant */
    public DueSlots(Catalogue catalogue, Ledger ledger, OperateSettings settings, BiPredicate<FeedId, Instant> paused) {
        this.paused = paused;
        this.catalogue = catalogue;
        this.ledger = ledger;
        this.settings = settings;
    }

    /** The last hour that is over, less the lag. */
    public HourWindow newest(Instant now) {
        return HourWindow.containing(now.minus(settings.lag())).previous();
    }

    /** Everything that can be worked on now; failed slots come back after a growing pause. */
    public List<DueSlot> at(Instant now) {
        HourWindow newest = newest(now);
        return catalogue.feeds().stream()
                .filter(feed -> !paused(feed, now))
                .flatMap(feed -> ofFeed(feed, newest).stream())
                .filter(slot -> asked(slot, now))
                .filter(slot -> !pausing(slot, now))
                .sorted((a, b) -> b.window().compareTo(a.window()))
                .toList();
    }

    /** Whether a person paused the feed; its windows stay due and are caught up with afterwards. */
    public boolean paused(Feed feed, Instant now) {
        return paused.test(feed.id(), now);
    }

    /** Every window of the feed that is not settled, newest first, whether or not it pauses after a failure. */
    public List<DueSlot> ofFeed(Feed feed, HourWindow newest) {
        Map<HourWindow, Slot> known = new TreeMap<>();
        ledger.slots(feed.id()).forEach(slot -> known.put(slot.window(), slot));
        Optional<HourWindow> start = initialWindow(known);
        if (start.isEmpty()) {
            HourWindow window = newest.previous();
            return List.of(new DueSlot(feed, window, true, attempts(known.get(window))));
        }
        List<DueSlot> due = new ArrayList<>();
        for (HourWindow window = newest; window.compareTo(start.get()) >= 0; window = window.previous()) {
            Slot slot = known.get(window);
            if (!settled(slot)) {
                due.add(new DueSlot(feed, window, initial(slot), attempts(slot)));
            }
        }
        return due;
    }

    /** Unsettled windows that need no delivery of their own, because a later full list or initial load covers them. */
    public List<DueSlot> covered(Feed feed, HourWindow newest) {
        List<Slot> slots = ledger.slots(feed.id());
        Optional<HourWindow> cover = slots.stream()
                .filter(slot -> slot.state() == SlotState.DONE && (full(feed) || initial(slot)))
                .map(Slot::window)
                .reduce((first, last) -> last);
        if (cover.isEmpty()) {
            return List.of();
        }
        List<DueSlot> missing = full(feed) ? new ArrayList<>(ofFeed(feed, newest)) : new ArrayList<>();
        slots.stream()
                .filter(slot -> slot.state() == SlotState.FAILED && slot.delivery() == null)
                .filter(slot -> missing.stream().noneMatch(due -> due.window().equals(slot.window())))
                .filter(slot -> full(feed) || slot.window().compareTo(cover.get()) < 0)
                .forEach(slot -> missing.add(new DueSlot(feed, slot.window(), false, slot.attempts())));
        return missing.stream()
                .filter(due -> due.window().compareTo(cover.get()) < 0)
                .toList();
    }

    /**
     * Whether the feed's minute has come. The first load and the hour after it do not wait, so that a new
     * installation has a whole hour at once.
     */
    private boolean asked(DueSlot due, Instant now) {
        Instant nudge = due.window()
                .end()
                .plus(settings.lag())
                .plus(Duration.ofMinutes(due.feed().job().minute()));
        return due.initial()
                || !now.isBefore(nudge)
                || ledger.slot(due.feed().id(), due.window().previous())
                        .filter(DueSlots::initial)
                        .isPresent();
    }

    private boolean pausing(DueSlot due, Instant now) {
        if (due.attempts() == 0) {
            return false;
        }
        Duration pause = Duration.ofMinutes(1L << Math.min(due.attempts() - 1, 10));
        Duration bounded = pause.compareTo(settings.retryAtMost()) > 0 ? settings.retryAtMost() : pause;
        return ledger.slot(due.feed().id(), due.window())
                .filter(slot -> slot.changedAt().plus(bounded).isAfter(now))
                .isPresent();
    }

    private static Optional<HourWindow> initialWindow(Map<HourWindow, Slot> known) {
        return known.values().stream()
                .filter(slot -> slot.delivery() != null)
                .map(Slot::window)
                .findFirst();
    }

    private static boolean full(Feed feed) {
        return feed.contract().mode() == FeedMode.FULL;
    }

    private static boolean settled(@org.jspecify.annotations.Nullable Slot slot) {
        return slot != null
                && switch (slot.state()) {
                    case DONE, HELD, WAIVED -> true;
                    case LANDED, FAILED -> false;
                };
    }

    private static boolean initial(@org.jspecify.annotations.Nullable Slot slot) {
        return slot != null && slot.delivery() != null && slot.delivery().initial();
    }

    private static int attempts(@org.jspecify.annotations.Nullable Slot slot) {
        return slot == null ? 0 : slot.attempts();
    }
}
