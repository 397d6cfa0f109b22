package io.hourshare.operate.decision;

import io.hourshare.contract.Catalogue;
import io.hourshare.contract.Feed;
import io.hourshare.kernel.FeedId;
import io.hourshare.kernel.HourWindow;
import io.hourshare.operate.run.RunRefusedException;
import io.hourshare.store.DriftChange;
import io.hourshare.store.Journal;
import io.hourshare.store.JournalAct.HoldDecided;
import io.hourshare.store.JournalFact.BatchAdopted;
import io.hourshare.store.JournalFact.DeliveryLanded;
import io.hourshare.store.Ledger;
import io.hourshare.store.Slot;
import io.hourshare.store.SlotState;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Deliveries that are held: shown, accepted as they are, or refused. Each decision is journalled with its reason. */
public final class Holds {

    /** What somebody can vouch for; a sum that does not add up, or bytes that cannot be read, nobody can. */
    private static final Set<String> ACCEPTABLE = Set.of(
            "SCHEMA_DRIFT",
            "QUARANTINE_TOLERANCE",
            "MASS_VANISH",
            "INCREMENT_AS_FULL",
            "FULL_AS_INCREMENT",
            "VOLUME_ZERO",
            "VOLUME_RISE",
            "VOLUME_DROP",
            "VOLUME_REPEAT");

    private final Catalogue catalogue;
    private final Ledger ledger;
    private final Journal journal;

    public Holds(Catalogue catalogue, Ledger ledger, Journal journal) {
        this.catalogue = catalogue;
        this.ledger = ledger;
        this.journal = journal;
    }

    /** Everything that waits, newest windows first. */
    public List<Hold> waiting() {
        return catalogue.feeds().stream()
                .flatMap(feed -> ledger.slots(feed.id()).stream()
                        .filter(slot -> slot.state() == SlotState.HELD)
                        .map(slot -> hold(feed, slot)))
                .sorted((a, b) -> b.window().compareTo(a.window()))
                .toList();
    }

    /** The held delivery of a window. */
    public Hold find(FeedId feed, HourWindow window) {
        Feed known = catalogue
                .feed(feed)
                .orElseThrow(
                        () -> new RunRefusedException("feed-unknown", "没有数据源 " + feed + "；可用的见 /api/v1/freshness"));
        return ledger.slot(feed, window)
                .filter(slot -> slot.state() == SlotState.HELD)
                .map(slot -> hold(known, slot))
                .orElseThrow(
                        () -> new RunRefusedException("hold-settled", feed + "@" + window + " 没有待处理的报送；可能已由他人处理，请刷新"));
    }

    /** Takes the delivery in as it is, at the next look at what is due. */
    public Hold accept(FeedId feed, HourWindow window, String actor, String reason) {
        Hold hold = find(feed, window);
        if (hold.against() != null) {
            throw new RunRefusedException("hold-not-acceptable", hold.against());
        }
        return decide(hold, true, actor, reason);
    }

    /** Closes the window without the delivery; it can be asked for again. */
    public Hold refuse(FeedId feed, HourWindow window, String actor, String reason) {
        return decide(find(feed, window), false, actor, reason);
    }

    private Hold decide(Hold hold, boolean accepted, String actor, String reason) {
        if (reason.isBlank()) {
            throw new RunRefusedException("reason-missing", "缺少事由（reason）；请说明为什么" + (accepted ? "接受" : "退回"));
        }
        FeedId feed = FeedId.parse(hold.feed());
        HourWindow window = HourWindow.parse(hold.window());
        DeliveryLanded delivery = ledger.slot(feed, window).map(Slot::delivery).orElseThrow();
        journal.append(new HoldDecided(feed, window, delivery.delivery(), hold.code(), accepted, actor, reason));
        return hold;
    }

    private Hold hold(Feed feed, Slot slot) {
        String code = slot.trouble().split(" ", 2)[0];
        DeliveryLanded delivery = slot.delivery();
        BatchAdopted adopted = slot.adopted();
        return new Hold(
                feed.id().toString(),
                feed.contract().title(),
                slot.window().label(),
                code,
                slot.trouble().substring(code.length()).strip(),
                slot.changedAt(),
                delivery == null ? List.of() : delivery.objects(),
                adopted == null ? null : (Long) adopted.counts().received(),
                delivery == null ? List.of() : changes(feed.id(), slot.window(), delivery),
                against(code));
    }

    private List<DriftChange> changes(FeedId feed, HourWindow window, DeliveryLanded delivery) {
        return ledger.drifts().stream()
                .filter(seen -> seen.feed().equals(feed)
                        && seen.window().equals(window)
                        && seen.delivery().equals(delivery.delivery()))
                .flatMap(seen -> seen.changes().stream())
                .toList();
    }

    private static @Nullable String against(String code) {
        return ACCEPTABLE.contains(code) ? null : "收支不平或内容无法读取的报送不能接受；请重新拉取，或退回数源部门";
    }
}
