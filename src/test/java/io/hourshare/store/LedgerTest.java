package io.hourshare.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.kernel.Digest;
import io.hourshare.kernel.FeedId;
import io.hourshare.kernel.HourWindow;
import io.hourshare.store.JournalFact.BatchAdopted;
import io.hourshare.store.JournalFact.DeliveryLanded;
import io.hourshare.store.JournalFact.SlotFailed;
import io.hourshare.store.JournalFact.SlotHeld;
import io.hourshare.store.JournalFact.SnapshotPublished;
import io.hourshare.store.JournalFact.StageDone;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {

    private static final FeedId FEED = FeedId.parse("tax.registration");
    private static final HourWindow HOUR = HourWindow.parse("2026-11-22T03Z");
    private static final Digest CONTENT = Digest.of("甲");
    private static final BatchCounts COUNTS = new BatchCounts(null, 2, 2, 0, 0, 0, 0, 0);

    @TempDir
    Path folder;

    private DataRoot root;
    private Journal journal;
    private Ledger ledger;

    @BeforeEach
    void open() {
        root = DataRoot.open(folder);
        journal = Journal.open(root, Clock.fixed(Instant.parse("2026-11-22T04:05:00Z"), ZoneOffset.UTC));
        ledger = new Ledger(journal);
    }

    @AfterEach
    void close() {
        root.close();
    }

    @Test
    void aSlotGoesFromLandedToDone() {
        assertThat(ledger.slot(FEED, HOUR)).isEmpty();
        journal.append(landed(CONTENT));
        assertThat(slot().state()).isEqualTo(SlotState.LANDED);

        journal.append(adopted(CONTENT));

        assertThat(slot().state()).isEqualTo(SlotState.DONE);
        assertThat(slot().delivery()).isEqualTo(landed(CONTENT));
        assertThat(slot().adopted()).isEqualTo(adopted(CONTENT));
    }

    @Test
    void aFailureKeepsWhatWasReachedAndCountsAttempts() {
        journal.append(landed(CONTENT));
        journal.append(new SlotFailed(FEED, HOUR, "normalize", "DISK_FULL", "磁盘已满", 2));

        assertThat(slot().state()).isEqualTo(SlotState.FAILED);
        assertThat(slot().attempts()).isEqualTo(2);
        assertThat(slot().trouble()).isEqualTo("DISK_FULL 磁盘已满");
        assertThat(slot().delivery()).isNotNull();
    }

    @Test
    void aHeldSlotLeavesTheHoldWithANewDelivery() {
        journal.append(new SlotHeld(FEED, HOUR, "TOTAL_MISMATCH", "声明 9，实收 8"));
        assertThat(slot().state()).isEqualTo(SlotState.HELD);

        journal.append(landed(CONTENT));

        assertThat(slot().state()).isEqualTo(SlotState.LANDED);
        assertThat(slot().trouble()).isEmpty();
    }

    @Test
    void theSameBytesOnceMoreNeedNoSecondAdoption() {
        journal.append(landed(CONTENT));
        journal.append(adopted(CONTENT));
        journal.append(landed(CONTENT));
        assertThat(slot().state()).isEqualTo(SlotState.DONE);

        journal.append(landed(Digest.of("乙")));

        assertThat(slot().state()).isEqualTo(SlotState.LANDED);
    }

    @Test
    void slotsAreListedByFeedAndByWindow() {
        FeedId other = FeedId.parse("housing.completion");
        journal.append(new SlotHeld(FEED, HOUR.next(), "X", ""));
        journal.append(new SlotHeld(FEED, HOUR, "X", ""));
        journal.append(new SlotHeld(other, HOUR, "X", ""));

        assertThat(ledger.slots(FEED)).extracting(Slot::window).containsExactly(HOUR, HOUR.next());
        assertThat(ledger.slots(HOUR)).extracting(Slot::feed).containsExactly(other, FEED);
    }

    @Test
    void finishedStagesAndPublicationsAreRemembered() {
        StageDone done = new StageDone("resolve", CONTENT, List.of("x"), Map.of("entities", 4L));
        SnapshotPublished second = published(2);
        journal.append(done);
        journal.append(published(1));
        journal.append(adopted(CONTENT));
        journal.append(second);

        assertThat(ledger.stage("resolve", CONTENT.hex())).contains(done);
        assertThat(ledger.stage("merge", CONTENT.hex())).isEmpty();
        assertThat(ledger.lastPublication()).contains(second);
        assertThat(ledger.publications()).hasSize(2);
        assertThat(ledger.adoptionsSincePublication()).isZero();
    }

    @Test
    void foldedAgainItIsTheSame() {
        journal.append(landed(CONTENT));
        journal.append(adopted(CONTENT));
        journal.append(published(1));

        Ledger again = new Ledger(journal);

        assertThat(again.slots(HOUR)).isEqualTo(ledger.slots(HOUR));
        assertThat(again.publications()).isEqualTo(ledger.publications());
    }

    private Slot slot() {
        return ledger.slot(FEED, HOUR).orElseThrow();
    }

    private static DeliveryLanded landed(Digest content) {
        return new DeliveryLanded(FEED, HOUR, content, List.of("landing/x"), null, null, null, false);
    }

    private static BatchAdopted adopted(Digest content) {
        return new BatchAdopted(FEED, HOUR, content, CONTENT, List.of(), COUNTS, null, 5);
    }

    private static SnapshotPublished published(long sequence) {
        return new SnapshotPublished(sequence, "snapshots/x", HOUR, CONTENT, CONTENT, Map.of(), List.of(), Map.of());
    }
}
