package io.hourshare.operate;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.contract.CatalogueReader;
import io.hourshare.contract.CatalogueSource;
import io.hourshare.kernel.Digest;
import io.hourshare.store.BatchCounts;
import io.hourshare.store.JournalEntry.BatchAdopted;
import io.hourshare.store.JournalEntry.SnapshotPublished;
import io.hourshare.store.JournalLine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills the whole process in the middle of its first hour and lets the next one go on. */
class CrashRecoveryTest {

    @TempDir
    private Path folder;

    @Test
    void aKilledHourEndsLikeAnUndisturbedOne() throws Exception {
        Path calm = folder.resolve("calm");
        Path shaken = folder.resolve("shaken");
        runToTheEnd(calm);

        for (int lines : new int[] {1, 9, 26}) {
            try (DemoProcess process = start(shaken)) {
                process.awaitJournalLines(lines);
                process.kill();
            }
        }
        runToTheEnd(shaken);

        List<JournalLine> undisturbed = DemoProcess.journal(calm);
        List<JournalLine> recovered = DemoProcess.journal(shaken);
        assertThat(counts(undisturbed))
                .as("every feed's first load and first hour")
                .hasSize(2 * feeds());
        assertThat(counts(recovered)).isEqualTo(counts(undisturbed));
        assertThat(adoptions(recovered))
                .allSatisfy((slot, results) -> assertThat(results).isEqualTo(1));
        assertThat(content(recovered)).isEqualTo(content(undisturbed));
    }

    private void runToTheEnd(Path home) throws Exception {
        try (DemoProcess process = start(home)) {
            process.awaitPublicationOf(2 * feeds());
            process.kill();
        }
    }

    private DemoProcess start(Path home) throws IOException {
        return DemoProcess.start(
                home,
                "--hourshare.clock.start=2026-11-20T02:30:00Z",
                "--hourshare.sandbox.enterprises=300",
                "--hourshare.sandbox.park=60",
                "--hourshare.operate.retry-at-most=1s",
                "--hourshare.operate.publish-every=1s",
                "--hourshare.normalize.token-key=" + folder.resolve("token.key"));
    }

    private static int feeds() {
        return CatalogueReader.read(CatalogueSource.embedded())
                .catalogue()
                .feeds()
                .size();
    }

    private static Map<String, BatchCounts> counts(List<JournalLine> journal) {
        Map<String, BatchCounts> counts = new TreeMap<>();
        adopted(journal).forEach(batch -> counts.put(slot(batch), batch.counts()));
        return counts;
    }

    private static Map<String, Long> adoptions(List<JournalLine> journal) {
        return adopted(journal).stream().collect(Collectors.groupingBy(CrashRecoveryTest::slot, Collectors.counting()));
    }

    private static List<BatchAdopted> adopted(List<JournalLine> journal) {
        return journal.stream()
                .map(JournalLine::entry)
                .filter(BatchAdopted.class::isInstance)
                .map(BatchAdopted.class::cast)
                .toList();
    }

    private static String slot(BatchAdopted batch) {
        return batch.feed() + "@" + batch.window() + "#" + batch.catalogue().short8();
    }

    private static Digest content(List<JournalLine> journal) {
        return journal.stream()
                .map(JournalLine::entry)
                .filter(SnapshotPublished.class::isInstance)
                .map(SnapshotPublished.class::cast)
                .reduce((older, newer) -> newer)
                .orElseThrow()
                .content();
    }
}
