package io.hourshare.pull;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hourshare.contract.Feed;
import io.hourshare.contract.FeedMode;
import io.hourshare.land.LandedBatch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class XlsxDropPullTest {

    private static final Instant MORNING = Instant.parse("2026-11-22T01:00:00Z");

    @TempDir
    Path home;

    @TempDir
    Path drop;

    private PullBench bench;

    @BeforeEach
    void open() {
        bench = new PullBench(home);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void takesTheFilesThatFitInTheOrderTheyCame() throws IOException {
        put("roster-b.xlsx", "乙", MORNING);
        put("roster-a.xlsx", "甲", MORNING.plusSeconds(60));
        put("other.xlsx", "丙", MORNING);
        put("~$roster-a.xlsx", "锁", MORNING);

        LandedBatch batch = bench.pull(feed(FeedMode.INCREMENTAL));

        assertThat(texts(batch)).containsExactly("乙", "甲");
        assertThat(batch.sourceTime()).isEqualTo(MORNING.plusSeconds(60));
        try (Stream<Path> left = Files.list(drop)) {
            assertThat(left).hasSize(4);
        }
    }

    @Test
    void anHourWithoutNewFilesIsAnEmptyDelivery() throws IOException {
        put("roster-a.xlsx", "甲", MORNING);
        bench.pull(feed(FeedMode.INCREMENTAL));

        LandedBatch next = bench.pull(later(feed(FeedMode.INCREMENTAL)));

        assertThat(next.objects()).isEmpty();
    }

    @Test
    @Tag("F30")
    void newContentUnderAnOldNameIsNew() throws IOException {
        put("roster-a.xlsx", "甲", MORNING);
        bench.pull(feed(FeedMode.INCREMENTAL));
        put("roster-a.xlsx", "改", MORNING.plusSeconds(60));

        assertThat(texts(bench.pull(later(feed(FeedMode.INCREMENTAL))))).containsExactly("改");
    }

    @Test
    @Tag("F30")
    void oldContentUnderANewNameIsNotNew() throws IOException {
        put("roster-a.xlsx", "甲", MORNING);
        bench.pull(feed(FeedMode.INCREMENTAL));
        put("roster-b.xlsx", "甲", MORNING.plusSeconds(60));
        put("roster-c.xlsx", "新", MORNING.plusSeconds(61));
        put("roster-d.xlsx", "新", MORNING.plusSeconds(62));

        assertThat(texts(bench.pull(later(feed(FeedMode.INCREMENTAL))))).containsExactly("新");
    }

    @Test
    void aFullFeedTakesEverythingEachTime() throws IOException {
        put("roster-a.xlsx", "甲", MORNING);
        bench.pull(feed(FeedMode.FULL));

        assertThat(texts(bench.pull(later(feed(FeedMode.FULL))))).containsExactly("甲");
    }

    @Test
    void theNewestFileReplacesTheOthers() throws IOException {
        put("roster-z.xlsx", "旧", MORNING);
        put("roster-a.xlsx", "新", MORNING.plusSeconds(60));

        assertThat(texts(bench.pull(feed(FeedMode.FULL, "take", "newest")))).containsExactly("新");
    }

    @Test
    void aWholeListThatIsMissingIsNotAnEmptyList() {
        PullFailedException failure =
                catchThrowableOfType(PullFailedException.class, () -> bench.pull(feed(FeedMode.FULL)));

        assertThat(failure.reason()).isEqualTo("NO_FILE");
    }

    @Test
    void aFolderThatIsMissingIsSaidSo() throws IOException {
        Files.delete(drop);

        PullFailedException failure =
                catchThrowableOfType(PullFailedException.class, () -> bench.pull(feed(FeedMode.INCREMENTAL)));

        assertThat(failure.reason()).isEqualTo("NOT_FOUND");
        Files.createDirectory(drop);
    }

    @Test
    @Tag("F30")
    void aFileThatStillGrowsIsLeftForLater() throws Exception {
        put("roster-a.xlsx", "甲", Instant.now());
        put("roster-b.xlsx", "乙", MORNING);
        ScheduledExecutorService writer = Executors.newSingleThreadScheduledExecutor();
        writer.scheduleAtFixedRate(() -> grow("roster-a.xlsx"), 0, 20, TimeUnit.MILLISECONDS);

        LandedBatch batch = bench.pull(feed(FeedMode.INCREMENTAL));
        writer.shutdown();
        assertThat(writer.awaitTermination(5, TimeUnit.SECONDS)).isTrue();

        assertThat(texts(batch)).containsExactly("乙");
        assertThat(texts(bench.pull(later(feed(FeedMode.INCREMENTAL))))).hasSize(1);
    }

    private void put(String name, String content, Instant modified) throws IOException {
        Files.writeString(drop.resolve(name), content);
        Files.setLastModifiedTime(drop.resolve(name), FileTime.from(modified));
    }

    private void grow(String name) {
        try {
            Files.writeString(drop.resolve(name), "长", StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Feed feed(FeedMode mode, String... more) {
        String[] parameters = new String[more.length + 8];
        System.arraycopy(
                new String[] {
                    "folder",
                    drop.toString(),
                    "files",
                    "roster-.*\\.xlsx",
                    "stableMillis",
                    "100",
                    "stablePatience",
                    "600"
                },
                0,
                parameters,
                0,
                8);
        System.arraycopy(more, 0, parameters, 8, more.length);
        return PullBench.feed("park.roster", "xlsx-drop", mode, parameters);
    }

    private static PullRequest later(Feed feed) {
        return PullRequest.of(feed, PullBench.HOUR.next());
    }

    private List<String> texts(LandedBatch batch) {
        return batch.objects().stream().map(bench::text).toList();
    }
}
