package io.hourshare.operate;

import io.hourshare.contract.Catalogue;
import io.hourshare.contract.Cycle;
import io.hourshare.contract.DeletionRule;
import io.hourshare.contract.Feed;
import io.hourshare.contract.FeedContract;
import io.hourshare.contract.FeedJob;
import io.hourshare.contract.FeedMode;
import io.hourshare.contract.Reading;
import io.hourshare.contract.RouteInstance;
import io.hourshare.contract.ShareAttribute;
import io.hourshare.contract.SourceFormat;
import io.hourshare.contract.Survivorship;
import io.hourshare.kernel.Digest;
import io.hourshare.kernel.FeedId;
import io.hourshare.kernel.HourWindow;
import io.hourshare.kernel.SteppedClock;
import io.hourshare.operate.slot.DueSlots;
import io.hourshare.operate.slot.OperateSettings;
import io.hourshare.store.BatchCounts;
import io.hourshare.store.DataRoot;
import io.hourshare.store.Journal;
import io.hourshare.store.JournalFact.BatchAdopted;
import io.hourshare.store.JournalFact.DeliveryLanded;
import io.hourshare.store.JournalFact.SlotFailed;
import io.hourshare.store.Ledger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A journal in a folder, a clock that is set by hand, and feeds of a few modes. */
public final class HourFixture extends SteppedClock implements AutoCloseable {

    public static final Digest CONTENT = Digest.of("content");

    public final OperateSettings settings = new OperateSettings(
            Duration.ZERO, 2, Duration.ofMinutes(20), Duration.ofMinutes(5), Duration.ofMinutes(15), false);
    private final DataRoot root;
    public final Journal journal;
    public final Ledger ledger;

    public HourFixture(Path folder, String start) {
        super(start);
        this.root = DataRoot.open(folder);
        this.journal = Journal.open(root, this);
        this.ledger = new Ledger(journal);
    }

    public static Feed feed(String id, FeedMode mode, Cycle cycle) {
        FeedId feed = FeedId.parse(id);
        return new Feed(
                new FeedContract(
                        feed,
                        "名称",
                        "1.0.0",
                        List.of(),
                        mode,
                        DeletionRule.NONE,
                        Duration.ofMinutes(5),
                        cycle,
                        Duration.ofMinutes(60),
                        true,
                        ShareAttribute.CONDITIONAL,
                        "",
                        "",
                        365,
                        ""),
                new RouteInstance(feed, "jdbc-view", Map.of(), "routes/x.camel.yaml"),
                new FeedJob(feed, "enterprise", new Reading(SourceFormat.ROWS, Map.of()), List.of(), 5, 0.2, 0.3),
                Digest.of(id));
    }

    public static Catalogue catalogue(Feed... feeds) {
        return new Catalogue(
                Arrays.asList(feeds), List.of(), Map.of(), Map.of(), Map.of(), new Survivorship(Map.of()), CONTENT);
    }

    public DueSlots dueSlots(Feed... feeds) {
        return new DueSlots(catalogue(feeds), ledger, settings, (feed, at) -> false);
    }

    public void landed(Feed feed, String window, boolean initial) {
        journal.append(
                new DeliveryLanded(feed.id(), HourWindow.parse(window), CONTENT, List.of(), null, null, null, initial));
    }

    public void done(Feed feed, String window, BatchCounts counts) {
        journal.append(new BatchAdopted(
                feed.id(), HourWindow.parse(window), CONTENT, feed.digest(), List.of(), counts, null, 7));
    }

    public void done(Feed feed, String window) {
        done(feed, window, new BatchCounts(null, 10, 8, 1, 1, 0, 0, 0));
    }

    public void failed(Feed feed, String window, int attempt) {
        journal.append(
                new SlotFailed(feed.id(), HourWindow.parse(window), "pull", "SOURCE_UNREACHABLE", "连不上", attempt));
    }

    @Override
    public void close() {
        root.close();
    }
}
