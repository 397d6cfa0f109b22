package io.hourshare.operate;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.contract.CatalogueReader;
import io.hourshare.contract.CatalogueSource;
import io.hourshare.kernel.Digest;
import io.hourshare.kernel.FeedId;
import io.hourshare.store.BatchCounts;
import io.hourshare.store.JournalEntry;
import io.hourshare.store.JournalFact.BatchAdopted;
import io.hourshare.store.JournalFact.DeliveryLanded;
import io.hourshare.store.JournalFact.ObjectLanded;
import io.hourshare.store.JournalFact.SlotFailed;
import io.hourshare.store.JournalFact.SnapshotPublished;
import io.hourshare.store.JournalLine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;

/** Ends the whole service at named steps, or takes its database away, and lets the next process go on alone. */
class CrashRecoveryTest {

    private static final int CRASHED = 137;
    private static final int STOPPED = 143;
    private static final int FEEDS =
            CatalogueReader.read(CatalogueSource.embedded()).catalogue().feeds().size();

    @TempDir
    private static Path folder;

    private static Path calm;

    /** What the service answers about its work, its hours and its enterprises. */
    private record Said(List<JsonNode> balances, JsonNode due, JsonNode runs, JsonNode enterprises) {

        static Said by(DemoProcess process) throws Exception {
            List<JsonNode> balances = new ArrayList<>();
            for (String window : List.of("2026-11-20T00Z", "2026-11-20T01Z")) {
                balances.add(process.get("/api/v1/windows/" + window + "/balance"));
            }
            return new Said(
                    balances,
                    process.post("/api/v1/runs?dryRun=true", """
                            {"verb":"backfill","scope":"missing","from":"2026-11-20T00Z","to":"2026-11-20T01Z","reason":"演练"}"""),
                    process.get("/api/v1/runs").path("items").path(0).path("id"),
                    process.get("/api/v1/enterprises?limit=20").path("items"));
        }
    }

    @BeforeAll
    static void workUndisturbed() throws Exception {
        calm = folder.resolve("calm");
        try (DemoProcess process = start(calm)) {
            process.awaitPublicationOf(2 * FEEDS);
            process.kill();
        }
    }

    @Test
    @Tag("F01")
    void aStoppedAndKilledHourEndsLikeAnUndisturbedOne() throws Exception {
        Path shaken = folder.resolve("shaken");
        stop(shaken);
        for (String step : List.of("written@BatchAdopted#9", "renamed@snapshots")) {
            crash(shaken, step);
        }
        try (DemoProcess process = start(shaken)) {
            process.awaitPublicationOf(2 * FEEDS);
            process.kill();
        }

        List<JournalLine> undisturbed = DemoProcess.journal(calm);
        List<JournalLine> recovered = DemoProcess.journal(shaken);
        assertThat(counts(undisturbed))
                .as("every feed's first load and first hour")
                .hasSize(2 * FEEDS);
        assertThat(counts(recovered)).isEqualTo(counts(undisturbed));
        assertThat(created(recovered)).isEqualTo(created(undisturbed));
        assertThat(entries(recovered, BatchAdopted.class).stream()
                        .collect(Collectors.groupingBy(CrashRecoveryTest::slot, Collectors.counting())))
                .allSatisfy((slot, results) -> assertThat(results).isEqualTo(1));
        assertThat(content(recovered)).isEqualTo(content(undisturbed));
        assertThat(entries(recovered, SlotFailed.class))
                .as("what a stop or a crash cuts short has not failed")
                .isEmpty();
    }

    @Test
    @Tag("F61")
    @Tag("crash")
    void aServiceWithoutItsDatabaseIsRebuiltFromTheJournal() throws Exception {
        Path bare = folder.resolve("bare");
        FileSystemUtils.copyRecursively(calm, bare);
        Said before;
        try (DemoProcess process = start(bare)) {
            process.awaitServer();
            process.post("/api/v1/runs", """
                    {"verb":"sync","feeds":["tax.registration"],"from":"2026-11-20T01Z","reason":"演练"}""");
            before = Said.by(process);
            process.kill();
        }
        List<JournalLine> known = DemoProcess.journal(bare);
        assertThat(FileSystemUtils.deleteRecursively(bare.resolve("db"))).isTrue();
        crash(bare, "made@db/1");

        Said after;
        try (DemoProcess process = start(bare)) {
            process.awaitServer();
            after = Said.by(process);
            process.kill();
        }

        assertThat(after).isEqualTo(before);
        assertThat(after.enterprises().size()).isEqualTo(20);
        assertThat(after.runs().asString()).startsWith("run-");
        for (var fetched : List.of(ObjectLanded.class, DeliveryLanded.class, BatchAdopted.class)) {
            assertThat(entries(DemoProcess.journal(bare), fetched))
                    .as("nothing is fetched or counted again")
                    .isEqualTo(entries(known, fetched));
        }
    }

    /** In the middle of an hour, as a service manager does it. */
    private static void stop(Path home) throws Exception {
        try (DemoProcess process = start(home)) {
            process.awaitAdoptionOf(5);
            assertThat(process.stop()).isEqualTo(STOPPED);
            List<String> log = process.log();
            List<String> last = log.subList(lastIndexOf(log, "正在停止服务：没有做完的时段不算失败，下次启动后自动继续"), log.size());
            assertThat(last)
                    .as("a stop is no trouble")
                    .noneMatch(line -> line.contains(" WARN ") || line.contains(" ERROR "));
        }
        assertThat(entries(DemoProcess.journal(home), BatchAdopted.class)).hasSizeLessThan(2 * FEEDS);
    }

    private static int lastIndexOf(List<String> log, String words) {
        for (int i = log.size() - 1; i >= 0; i--) {
            if (log.get(i).contains(words)) {
                return i;
            }
        }
        throw new AssertionError("没有这一行：" + words);
    }

    private static void crash(Path home, String step) throws Exception {
        try (DemoProcess process = start(home, "-Dhourshare.crash=" + step)) {
            assertThat(process.awaitEnd()).as(step).isEqualTo(CRASHED);
        }
    }

    private static DemoProcess start(Path home, String... options) throws IOException {
        List<String> all = new ArrayList<>(List.of(options));
        all.addAll(List.of(
                "--hourshare.clock.start=2026-11-20T02:30:00Z",
                "--hourshare.sandbox.enterprises=120",
                "--hourshare.sandbox.park=40",
                "--hourshare.operate.retry-at-most=1s",
                "--hourshare.operate.publish-every=1s",
                "--hourshare.normalize.token-key=" + folder.resolve("token.key")));
        return DemoProcess.start(home, all.toArray(String[]::new));
    }

    /** What came and what became of it; which hour brought a record first depends on the order they are caught up in. */
    private static Map<String, List<Long>> counts(List<JournalLine> journal) {
        Map<String, List<Long>> counts = new TreeMap<>();
        entries(journal, BatchAdopted.class).forEach(batch -> {
            BatchCounts of = batch.counts();
            assertThat(of.balances()).as(slot(batch)).isTrue();
            counts.put(
                    slot(batch),
                    List.of(
                            of.received(),
                            of.accepted(),
                            of.quarantined(),
                            of.duplicates(),
                            of.dropped(),
                            of.warnings()));
        });
        return counts;
    }

    private static Map<FeedId, Long> created(List<JournalLine> journal) {
        return entries(journal, BatchAdopted.class).stream()
                .collect(Collectors.groupingBy(
                        BatchAdopted::feed,
                        TreeMap::new,
                        Collectors.summingLong(batch -> batch.counts().novelty().created())));
    }

    private static String slot(BatchAdopted batch) {
        return batch.feed() + "@" + batch.window() + "#" + batch.catalogue().short8();
    }

    private static Digest content(List<JournalLine> journal) {
        List<SnapshotPublished> publications = entries(journal, SnapshotPublished.class);
        return publications.get(publications.size() - 1).content();
    }

    private static <E extends JournalEntry> List<E> entries(List<JournalLine> journal, Class<E> type) {
        return journal.stream()
                .map(JournalLine::entry)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }
}
