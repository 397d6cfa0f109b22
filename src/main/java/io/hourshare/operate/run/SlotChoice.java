package io.hourshare.operate.run;

import io.hourshare.contract.Catalogue;
import io.hourshare.contract.Feed;
import io.hourshare.kernel.FeedId;
import io.hourshare.kernel.HourWindow;
import io.hourshare.normalize.ReturnedRecords;
import io.hourshare.operate.slot.Approach;
import io.hourshare.operate.slot.DueSlot;
import io.hourshare.operate.slot.DueSlots;
import io.hourshare.store.JournalFact.BatchAdopted;
import io.hourshare.store.JournalFact.DeliveryLanded;
import io.hourshare.store.Ledger;
import io.hourshare.store.Slot;
import io.hourshare.store.SlotState;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Which slots a request touches, and why the others of its selection are left out. */
final class SlotChoice {

    private static final String REFUSED = "REFUSED";
    private static final String DESTROYED = "落地数据已按规则销毁，请改用重新拉取";

    private final Catalogue catalogue;
    private final Ledger ledger;
    private final DueSlots dueSlots;
    private final ReturnedRecords returned;

    SlotChoice(Catalogue catalogue, Ledger ledger, DueSlots dueSlots, ReturnedRecords returned) {
        this.returned = returned;
        this.catalogue = catalogue;
        this.ledger = ledger;
        this.dueSlots = dueSlots;
    }

    /** Newest windows first. */
    RunPlan plan(RunRequest request) {
        List<PlannedSlot> slots = new ArrayList<>();
        Map<String, Long> leftOut = new TreeMap<>();
        for (Feed feed : feeds(request)) {
            Set<HourWindow> due = new HashSet<>();
            dueSlots.ofFeed(feed, request.to()).forEach(slot -> due.add(slot.window()));
            for (HourWindow window = request.to(); window.compareTo(request.from()) >= 0; window = window.previous()) {
                Slot slot = ledger.slot(feed.id(), window).orElse(null);
                String against = against(request, feed, due.contains(window), slot);
                if (against.isEmpty()) {
                    slots.add(planned(feed, window, slot, request.approach()));
                } else {
                    leftOut.merge(against, 1L, Long::sum);
                }
            }
        }
        return new RunPlan(request.verb().name(), slots, leftOut);
    }

    List<Feed> feeds(RunRequest request) {
        return request.feeds().isEmpty()
                ? catalogue.feeds()
                : catalogue.feeds().stream()
                        .filter(feed -> request.feeds().contains(feed.id()))
                        .toList();
    }

    /** The slots that labels name, as they stand now; of a feed, or of landed bytes, that are gone there is none. */
    List<PlannedSlot> named(List<String> labels, Approach approach) {
        List<PlannedSlot> slots = new ArrayList<>();
        for (String label : labels) {
            int at = label.indexOf('@');
            HourWindow window = HourWindow.parse(label.substring(at + 1));
            FeedId id = FeedId.parse(label.substring(0, at));
            boolean reads = approach == Approach.FROM_LANDING || approach == Approach.ONLY_RETURNED;
            if (reads && isDestroyed(ledger.slot(id, window).orElse(null))) {
                continue;
            }
            catalogue
                    .feed(id)
                    .map(feed ->
                            planned(feed, window, ledger.slot(feed.id(), window).orElse(null), approach))
                    .ifPresent(slots::add);
        }
        return slots;
    }

    /** A planned slot as the work on it needs it. */
    Optional<DueSlot> due(PlannedSlot planned) {
        return catalogue.feed(planned.feed()).map(feed -> {
            Slot slot = ledger.slot(feed.id(), planned.window()).orElse(null);
            return new DueSlot(feed, planned.window(), initial(feed, slot), slot == null ? 0 : slot.attempts());
        });
    }

    private boolean initial(Feed feed, @Nullable Slot slot) {
        DeliveryLanded delivery = slot == null ? null : slot.delivery();
        return delivery == null
                ? ledger.slots(feed.id()).stream().noneMatch(known -> known.delivery() != null)
                : delivery.initial();
    }

    /** Why the slot is left out; empty where it is touched. */
    private String against(RunRequest request, Feed feed, boolean due, @Nullable Slot slot) {
        return switch (request.verb()) {
            case SYNC -> due ? "" : slot == null ? "尚未接入或由后续全量覆盖" : "已有结果";
            case RESUME ->
                slot != null && (slot.state() == SlotState.FAILED || slot.state() == SlotState.LANDED)
                        ? ""
                        : "没有做到一半的工作";
            case RERUN -> againstRerun(slot);
            case REPULL -> slot == null ? "从未取过，请用补数" : waived(slot) ? "已免报" : "";
            case BACKFILL -> againstBackfill(request.scope(), due, slot);
            case REPLAY -> againstReplay(feed, slot);
        };
    }

    private String againstReplay(Feed feed, @Nullable Slot slot) {
        BatchAdopted adopted = slot == null ? null : slot.adopted();
        if (slot == null || adopted == null || slot.waitsInLanding()) {
            return "没有入库结果，请用续跑或补数";
        }
        if (isDestroyed(slot)) {
            return DESTROYED;
        }
        return adopted.counts().quarantined() == 0
                ? "没有退回的记录"
                : adopted.catalogue().equals(feed.digest()) ? "映射没有改过" : "";
    }

    private String againstRerun(@Nullable Slot slot) {
        if (slot == null || slot.delivery() == null) {
            return "没有落地数据，请改用重新拉取";
        }
        return isDestroyed(slot) ? DESTROYED : "";
    }

    private boolean isDestroyed(@Nullable Slot slot) {
        return slot != null
                && slot.delivery() != null
                && ledger.destroyed().coversAny(slot.delivery().objects());
    }

    private static String againstBackfill(BackfillScope scope, boolean due, @Nullable Slot slot) {
        return switch (scope) {
            case MISSING -> due && slot == null ? "" : "不缺";
            case FAILED -> slot != null && slot.state() == SlotState.FAILED ? "" : "没有失败";
            case ALL -> {
                if (slot == null) {
                    yield due ? "" : "尚未接入";
                }
                yield slot.state() == SlotState.HELD ? "待人工处理，请先接受或退回" : waived(slot) ? "已免报" : "";
            }
        };
    }

    /** A delivery that a person refused is open to be asked for again; what was waived otherwise is closed. */
    private static boolean waived(Slot slot) {
        return slot.state() == SlotState.WAIVED && !slot.trouble().startsWith(REFUSED);
    }

    private PlannedSlot planned(Feed feed, HourWindow window, @Nullable Slot slot, Approach approach) {
        DeliveryLanded delivery = slot == null ? null : slot.delivery();
        BatchAdopted adopted = slot == null ? null : slot.adopted();
        if (approach == Approach.ONLY_RETURNED && adopted != null) {
            return new PlannedSlot(
                    feed.id(),
                    feed.contract().title(),
                    window,
                    Objects.requireNonNull(slot).state().name(),
                    returned.objects(adopted),
                    ReturnedRecords.files(adopted),
                    adopted.counts().quarantined());
        }
        boolean fromLanding = approach == Approach.FROM_LANDING
                || approach == Approach.WHAT_IS_LEFT && slot != null && slot.waitsInLanding();
        return new PlannedSlot(
                feed.id(),
                feed.contract().title(),
                window,
                slot == null ? "DUE" : slot.state().name(),
                fromLanding && delivery != null ? delivery.objects() : List.of(),
                adopted == null ? List.of() : adopted.files(),
                adopted == null ? null : (Long) adopted.counts().received());
    }
}
