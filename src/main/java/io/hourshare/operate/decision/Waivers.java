package io.hourshare.operate.decision;

import io.hourshare.contract.Catalogue;
import io.hourshare.contract.Feed;
import io.hourshare.kernel.FeedId;
import io.hourshare.kernel.HourWindow;
import io.hourshare.operate.run.PlannedSlot;
import io.hourshare.operate.run.RunPlan;
import io.hourshare.operate.run.RunRefusedException;
import io.hourshare.operate.slot.DueSlot;
import io.hourshare.operate.slot.DueSlots;
import io.hourshare.store.Journal;
import io.hourshare.store.JournalAct.SlotWaived;
import io.hourshare.store.Ledger;
import io.hourshare.store.Slot;
import io.hourshare.store.SlotState;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Windows that need not come, because a person says so: missing, failed or held ones, never those that are done. */
public final class Waivers {

    private final Catalogue catalogue;
    private final Ledger ledger;
    private final Journal journal;
    private final DueSlots dueSlots;
    private final Clock clock;

    public Waivers(Catalogue catalogue, Ledger ledger, Journal journal, DueSlots dueSlots, Clock clock) {
        this.catalogue = catalogue;
        this.ledger = ledger;
        this.journal = journal;
        this.dueSlots = dueSlots;
        this.clock = clock;
    }

    /** The windows that would be waived, and no others; nothing is done. */
    public RunPlan preview(FeedId feed, HourWindow from, HourWindow to) {
        Feed known = catalogue
                .feed(feed)
                .orElseThrow(
                        () -> new RunRefusedException("feed-unknown", "没有数据源 " + feed + "；可用的见 /api/v1/freshness"));
        if (to.compareTo(from) < 0) {
            throw new RunRefusedException("range-reversed", "时段的终点早于起点；请对调 from 与 to");
        }
        HourWindow newest = dueSlots.newest(clock.instant());
        HourWindow last = to.compareTo(newest) > 0 ? newest : to;
        Set<HourWindow> open = dueSlots.ofFeed(known, last).stream()
                .map(DueSlot::window)
                .collect(Collectors.toCollection(TreeSet::new));
        ledger.slots(feed).stream()
                .filter(slot -> slot.state() == SlotState.HELD)
                .map(Slot::window)
                .forEach(open::add);
        List<PlannedSlot> slots = new ArrayList<>();
        open.stream()
                .filter(window -> window.compareTo(from) >= 0 && window.compareTo(last) <= 0)
                .forEach(window -> slots.add(planned(known, window)));
        return new RunPlan("WAIVE", slots, Map.of());
    }

    /** Waives what the preview lists. */
    public RunPlan waive(FeedId feed, HourWindow from, HourWindow to, String actor, String reason) {
        if (reason.isBlank()) {
            throw new RunRefusedException("reason-missing", "缺少事由（reason）；请说明为什么免报");
        }
        RunPlan plan = preview(feed, from, to);
        plan.slots().forEach(slot -> journal.append(new SlotWaived(slot.feed(), slot.window(), actor, reason)));
        return plan;
    }

    private PlannedSlot planned(Feed feed, HourWindow window) {
        String state =
                ledger.slot(feed.id(), window).map(slot -> slot.state().name()).orElse("DUE");
        return new PlannedSlot(feed.id(), feed.contract().title(), window, state, List.of(), List.of(), null);
    }
}
