package io.hourshare.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.contract.Catalogue;
import io.hourshare.contract.CatalogueReader;
import io.hourshare.contract.CatalogueSource;
import io.hourshare.kernel.Digest;
import io.hourshare.kernel.FeedId;
import io.hourshare.kernel.HourWindow;
import io.hourshare.kernel.SteppedClock;
import io.hourshare.store.BatchCounts;
import io.hourshare.store.DataRoot;
import io.hourshare.store.Journal;
import io.hourshare.store.JournalEntry;
import io.hourshare.store.JournalFact.BatchAdopted;
import io.hourshare.store.JournalFact.DeliveryLanded;
import io.hourshare.store.JournalFact.SlotFailed;
import io.hourshare.store.JournalFact.SnapshotPublished;
import io.hourshare.store.JournalFact.StageDone;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChainsTest {

    private static final Catalogue CATALOGUE =
            CatalogueReader.read(CatalogueSource.embedded()).catalogue();
    private static final FeedId FEED = FeedId.parse("tax.registration");
    private static final HourWindow HOUR = HourWindow.parse("2026-11-22T03Z");

    @TempDir
    private Path folder;

    private final SteppedClock clock = new SteppedClock(HOUR.end());
    private DataRoot root;
    private Journal journal;

    @BeforeEach
    void open() {
        root = DataRoot.open(folder);
        journal = Journal.open(root, clock);
    }

    @AfterEach
    void close() {
        root.close();
    }

    @ParameterizedTest
    @CsvSource({
        "30,  2,  2,  2,  2, made",
        " 2, 30,  2,  2,  2, landed",
        " 2,  2, 30,  2,  2, normalized",
        " 2,  2,  2, 30,  2, merged",
        " 2,  2,  2,  2, 30, published",
    })
    void namesTheStretchThatADelayWasPutInto(int made, int land, int normalize, int merge, int publish, String slow) {
        minutes(made);
        Instant file = clock.instant();
        minutes(land);
        journal.append(landed(file));
        minutes(normalize);
        journal.append(adopted(10));
        journal.append(stage("current:" + FEED));
        minutes(merge);
        journal.append(stage("merge"));
        minutes(publish);
        journal.append(published());

        Chain chain = chains().of(FEED, HOUR).orElseThrow();

        assertThat(chain.hops()).filteredOn(Hop::slowest).extracting(Hop::name).containsExactly(slow);
        assertThat(chain.hops())
                .extracting(Hop::name)
                .containsExactly("made", "landed", "normalized", "merged", "published");
        assertThat(chain.says()).contains("30 分");
    }

    @Test
    void saysWhereABatchStandsThatHasNotComeThrough() {
        minutes(5);
        journal.append(new SlotFailed(FEED, HOUR, "pull", "CONNECT_TIMEOUT", "税务平台 30 秒没有应答", 1));
        minutes(70);

        Chain chain = chains().of(FEED, HOUR).orElseThrow();

        assertThat(chain.says()).contains("停在“取数”", "75 分", "税务平台 30 秒没有应答");
        assertThat(chain.hops()).filteredOn(hop -> hop.seconds() == null).hasSize(3);
    }

    @Test
    void doesNotCountABatchAsPublishedThatCameWhileTheSnapshotWasBuilt() {
        minutes(2);
        journal.append(landed(null));
        journal.append(adopted(10));
        journal.append(published());

        assertThat(new BatchTraces(journal).of(FEED, HOUR).orElseThrow().publishedAt())
                .isNull();

        journal.append(stage("current:" + FEED));
        minutes(3);
        journal.append(published());

        assertThat(new BatchTraces(journal).of(FEED, HOUR).orElseThrow().publishedAt())
                .isEqualTo(clock.instant());
    }

    private Chains chains() {
        return new Chains(CATALOGUE, new BatchTraces(journal), clock);
    }

    private static JournalEntry landed(Instant file) {
        return new DeliveryLanded(FEED, HOUR, Digest.of("x"), List.of(), null, file, null, false);
    }

    private static JournalEntry adopted(long accepted) {
        BatchCounts counts = new BatchCounts(null, accepted, accepted, 0, 0, 0, 0, 0);
        return new BatchAdopted(FEED, HOUR, Digest.of("x"), Digest.of("c"), List.of(), counts, null, 7);
    }

    private static JournalEntry stage(String name) {
        return new StageDone(name, Digest.of(name), List.of(), Map.of());
    }

    private static JournalEntry published() {
        return new SnapshotPublished(
                1, "snapshots/1", HOUR, Digest.of("i"), Digest.of("c"), Map.of(), List.of(), Map.of());
    }

    private void minutes(int minutes) {
        clock.advance(Duration.ofMinutes(minutes));
    }
}
