package io.hourshare.operate;

import io.hourshare.contract.Catalogue;
import io.hourshare.kernel.HourWindow;
import io.hourshare.operate.balance.Balance;
import io.hourshare.operate.balance.BalanceLine;
import io.hourshare.operate.decision.Pauses;
import io.hourshare.operate.freshness.FeedFreshness;
import io.hourshare.operate.freshness.Freshness;
import io.hourshare.operate.slot.DueSlots;
import io.hourshare.operate.slot.OperateSettings;
import io.hourshare.store.DataRoot;
import io.hourshare.store.Journal;
import io.hourshare.store.JournalFact.SnapshotPublished;
import io.hourshare.store.Ledger;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** What the ledger says while no server runs: holds the data root's lock until it is closed. */
public final class LedgerView implements AutoCloseable {

    private final DataRoot root;
    private final Ledger ledger;
    private final Freshness freshness;
    private final Balance balance;
    private final DueSlots dueSlots;
    private final Clock clock;

    private LedgerView(DataRoot root, Catalogue catalogue, Clock clock) {
        OperateSettings settings = new OperateSettings(
                Duration.ZERO, 1, Duration.ofMinutes(20), Duration.ofMinutes(5), Duration.ofMinutes(15), false);
        this.root = root;
        this.clock = clock;
        Journal journal = Journal.open(root, clock);
        this.ledger = new Ledger(journal);
        this.dueSlots = new DueSlots(catalogue, ledger, settings, new Pauses(catalogue, journal, clock)::paused);
        this.freshness = new Freshness(catalogue, ledger, dueSlots, clock);
        this.balance = new Balance(catalogue, ledger);
    }

    public static LedgerView open(Path home, Catalogue catalogue, Clock clock) {
        return new LedgerView(DataRoot.open(home), catalogue, clock);
    }

    public List<FeedFreshness> freshness() {
        return freshness.now();
    }

    public List<BalanceLine> balance(HourWindow window) {
        return balance.of(window);
    }

    /** The hour of the newest publication, or the last complete hour where nothing was published yet. */
    public HourWindow newestHour() {
        return ledger.lastPublication().map(SnapshotPublished::hour).orElseGet(() -> dueSlots.newest(clock.instant()));
    }

    @Override
    public void close() {
        root.close();
    }
}
