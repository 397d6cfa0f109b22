package io.hourshare.operate.balance;

import io.hourshare.contract.Catalogue;
import io.hourshare.contract.Feed;
import io.hourshare.kernel.HourWindow;
import io.hourshare.store.BatchCounts;
import io.hourshare.store.JournalFact.BatchAdopted;
import io.hourshare.store.Ledger;
import io.hourshare.store.Novelty;
import io.hourshare.store.Slot;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The balance sheet of a window: a line per feed, from the ledger. */
public final class Balance {

    private static final BatchCounts NOTHING = new BatchCounts(null, 0, 0, 0, 0, 0, 0, 0);

    private static final Novelty NONE = new Novelty(0, 0, 0, 0);

    private final Catalogue catalogue;
    private final Ledger ledger;

    public Balance(Catalogue catalogue, Ledger ledger) {
        this.catalogue = catalogue;
        this.ledger = ledger;
    }

    /** Every feed of the catalogue; one that the window has not seen yet is {@code DUE}. */
    public List<BalanceLine> of(HourWindow window) {
        return catalogue.feeds().stream().map(feed -> line(feed, window)).toList();
    }

    /** One feed's lines of many windows, in their order; the ledger is asked once. */
    public List<BalanceLine> of(Feed feed, List<HourWindow> windows) {
        Map<HourWindow, Slot> known =
                ledger.slots(feed.id()).stream().collect(Collectors.toMap(Slot::window, Function.identity()));
        return windows.stream()
                .map(window -> {
                    Slot slot = known.get(window);
                    return slot == null ? due(feed) : line(feed, slot);
                })
                .toList();
    }

    private BalanceLine line(Feed feed, HourWindow window) {
        return ledger.slot(feed.id(), window).map(slot -> line(feed, slot)).orElseGet(() -> due(feed));
    }

    private static BalanceLine due(Feed feed) {
        return line(feed, "DUE", NOTHING, false, 0, null, "");
    }

    private static BalanceLine line(Feed feed, Slot slot) {
        BatchAdopted adopted = slot.adopted();
        boolean initial = slot.delivery() != null && slot.delivery().initial();
        if (adopted == null) {
            return line(feed, slot.state().name(), NOTHING, initial, 0, null, slot.trouble());
        }
        BatchCounts counts = adopted.counts();
        return line(
                feed, slot.state().name(), counts, initial, adopted.elapsedMillis(), counts.balances(), slot.trouble());
    }

    private static BalanceLine line(
            Feed feed,
            String state,
            BatchCounts counts,
            boolean initial,
            long elapsedMillis,
            @org.jspecify.annotations.Nullable Boolean balanced,
            String detail) {
        Novelty novelty = counts.novelty() == null ? NONE : counts.novelty();
        return new BalanceLine(
                feed.id().toString(),
                feed.contract().title(),
                state,
                counts.declared(),
                counts.received(),
                counts.accepted(),
                novelty.created(),
                novelty.changed(),
                novelty.unchanged(),
                novelty.superseded(),
                counts.quarantined(),
                counts.unframeable() == null ? 0 : counts.unframeable(),
                counts.duplicates(),
                counts.dropped(),
                counts.warnings(),
                initial,
                elapsedMillis,
                balanced,
                detail);
    }
}
