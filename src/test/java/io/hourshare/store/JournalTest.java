package io.hourshare.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hourshare.kernel.Digest;
import io.hourshare.kernel.FeedId;
import io.hourshare.kernel.HourWindow;
import io.hourshare.store.JournalAct.PublicationReleased;
import io.hourshare.store.JournalAct.RunRequested;
import io.hourshare.store.JournalFact.BatchAdopted;
import io.hourshare.store.JournalFact.DeliveryLanded;
import io.hourshare.store.JournalFact.ObjectLanded;
import io.hourshare.store.JournalFact.RunFinished;
import io.hourshare.store.JournalFact.SlotFailed;
import io.hourshare.store.JournalFact.SlotHeld;
import io.hourshare.store.JournalFact.SnapshotPublished;
import io.hourshare.store.JournalFact.StageDone;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JournalTest {

    private static final FeedId FEED = FeedId.parse("tax.registration");
    private static final HourWindow HOUR = HourWindow.parse("2026-11-22T03Z");
    private static final Instant NOW = Instant.parse("2026-11-22T04:05:06.789Z");

    @TempDir
    Path folder;

    private DataRoot root;

    @BeforeEach
    void open() {
        root = DataRoot.open(folder);
    }

    @AfterEach
    void close() {
        root.close();
    }

    @Test
    void everyKindOfLineComesBackAsItWasWritten() {
        Digest digest = Digest.of("甲");
        List<JournalEntry> entries = List.of(
                new ObjectLanded(FEED, HOUR, "landing/甲", 3, digest, "sftp://x/\"甲\"\n"),
                new DeliveryLanded(FEED, HOUR, digest, List.of("a", "b"), 7L, NOW, "2026-11-22T02Z", true),
                new DeliveryLanded(FEED, HOUR, digest, List.of(), null, null, null, false),
                new BatchAdopted(
                        FEED, HOUR, digest, digest, List.of("p"), new BatchCounts(9L, 9, 5, 2, 1, 1, 0, 3), NOW, 12),
                new SlotHeld(FEED, HOUR, "TOTAL_MISMATCH", "声明 9，实收 8"),
                new SlotFailed(FEED, HOUR, "pull", "SOURCE_TIMEOUT", "", 2),
                new StageDone("resolve", digest, List.of("x"), Map.of("entities", 4L)),
                new SnapshotPublished(
                        17,
                        "snapshots/000017-3fa9c2d1",
                        HOUR,
                        digest,
                        digest,
                        Map.of("a", "b"),
                        List.of("c"),
                        Map.of()),
                new RunRequested(
                        "r1",
                        "rerun",
                        List.of("tax.registration"),
                        HOUR,
                        null,
                        Map.of(),
                        List.of("s"),
                        "张",
                        "补数",
                        null),
                new RunFinished("r1", "DONE", ""));
        Journal journal = journal(NOW);
        entries.forEach(journal::append);

        assertThat(journal(NOW).lines()).extracting(JournalLine::entry).isEqualTo(entries);
        assertThat(journal(NOW).lines()).isEqualTo(journal.lines());
    }

    @Test
    void anEmptyJournalIsFine() {
        assertThat(journal(NOW).lines()).isEmpty();
    }

    @Test
    void linesGoOnOverMidnightInAFileOfTheirOwn() throws IOException {
        fill(journal(NOW), 3);
        fill(journal(NOW.plusSeconds(86_400)), 2);

        assertThat(files()).hasSize(2);
        assertThat(journal(NOW).lines())
                .extracting(JournalLine::sequence)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 5).boxed().toList());
    }

    @Test
    void anInterruptedThreadsLineStandsAndSoDoTheNext() {
        try (Journal journal = journal(NOW)) {
            journal.append(new PublicationReleased("张", "一"));
            Thread.currentThread().interrupt();
            try {
                journal.append(new PublicationReleased("张", "二"));
            } finally {
                assertThat(Thread.interrupted()).as("it stays interrupted").isTrue();
            }
            journal.append(new PublicationReleased("张", "三"));
        }
        try (Journal journal = journal(NOW)) {
            assertThat(journal.lines())
                    .extracting(JournalLine::entry)
                    .extracting(entry -> ((PublicationReleased) entry).reason())
                    .containsExactly("一", "二", "三");
        }
    }

    @Test
    void aClockThatWasSetBackDoesNotReorderLines() throws IOException {
        fill(journal(NOW), 2);
        fill(journal(NOW.minusSeconds(10 * 86_400)), 2);

        assertThat(files()).hasSize(1);
        assertThat(journal(NOW).lines()).hasSize(4);
    }

    @Test
    void linesOfOneAppendChainLikeSingleOnes() {
        List<JournalLine> heard = new ArrayList<>();
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        try (Journal journal = Journal.open(root, clock)) {
            fill(journal, 2);
            journal.follow(heard::add);
            List<JournalEntry> three =
                    journal.lines().stream().map(JournalLine::entry).limit(1).toList();
            journal.append(List.of(three.get(0), three.get(0), three.get(0)));
            assertThat(journal.append(List.of())).isEmpty();
            fill(journal, 1);
        }
        try (Journal journal = Journal.open(root, clock)) {
            assertThat(journal.damage()).isEmpty();
            assertThat(journal.lines()).hasSize(6).isEqualTo(heard);
        }
    }

    @Test
    void aTornLastLineIsCutWhereverItWasTorn() throws IOException {
        fill(journal(NOW), 3);
        Path file = files().get(0);
        byte[] whole = Files.readAllBytes(file);
        int thirdLine = lineStart(whole, 3);
        for (int length = thirdLine; length < whole.length; length += 5) {
            Files.write(file, Arrays.copyOf(whole, length));

            Journal journal = journal(NOW);

            assertThat(journal.lines()).as("torn after %d bytes", length).hasSize(2);
            assertThat(file).hasSize(thirdLine);
            journal.append(entry(99));
            assertThat(journal(NOW).lines()).hasSize(3);
        }
    }

    @Test
    void aTornLineBeforeANewerFileIsDamage() throws IOException {
        fill(journal(NOW), 3);
        fill(journal(NOW.plusSeconds(86_400)), 1);
        Path first = files().get(0);
        byte[] whole = Files.readAllBytes(first);
        Files.write(first, Arrays.copyOf(whole, whole.length - 10));

        assertDamage(first, 3);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void anEditedLineIsLocated(int line) throws IOException {
        List<String> lines = fourLines();
        lines.set(line - 1, lines.get(line - 1).replace("第", "筆"));
        write(lines);

        assertDamage(files().get(0), line);
    }

    @Test
    void adeletedLineIsLocated() throws IOException {
        List<String> lines = fourLines();
        lines.remove(1);
        write(lines);

        assertDamage(files().get(0), 2);
    }

    @Test
    void swappedLinesAreLocated() throws IOException {
        List<String> lines = fourLines();
        Collections.swap(lines, 1, 2);
        write(lines);

        assertDamage(files().get(0), 2);
    }

    @Test
    void arepeatedLineIsLocated() throws IOException {
        List<String> lines = fourLines();
        lines.add(lines.get(3));
        write(lines);

        assertDamage(files().get(0), 5);
    }

    @Test
    void aMissingFileInTheMiddleIsFound() throws IOException {
        for (int day = 0; day < 3; day++) {
            fill(journal(NOW.plusSeconds(day * 86_400L)), 1);
        }
        List<Path> files = files();
        Files.delete(files.get(1));

        assertDamage(files.get(2), 1);
    }

    @Test
    void anySingleFlippedByteIsFound() throws IOException {
        fourLines();
        Path file = files().get(0);
        byte[] whole = Files.readAllBytes(file);
        long seed = 20_261_122L;
        Random random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            byte[] damaged = whole.clone();
            int place = random.nextInt(lineStart(whole, 4));
            damaged[place] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, damaged);

            assertThatThrownBy(() -> journal(NOW))
                    .as("seed %d, byte %d", seed, place)
                    .isInstanceOf(JournalDamagedException.class);
        }
    }

    @Test
    void manyWritersMakeOneChain() throws Exception {
        Journal journal = journal(NOW);
        ExecutorService writers = Executors.newFixedThreadPool(8);
        List<Future<?>> written = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            int number = i;
            written.add(writers.submit(() -> journal.append(entry(number))));
        }
        for (Future<?> one : written) {
            one.get();
        }
        writers.shutdown();

        assertThat(journal(NOW).lines()).isEqualTo(journal.lines()).hasSize(64);
    }

    @Test
    void linesThatWaitForOneAnotherAreForcedTogether() throws Exception {
        AtomicInteger groups = new AtomicInteger();
        Clock counting = Clock.fixed(NOW.plusSeconds(1), ZoneOffset.UTC);
        Journal journal = Journal.open(root, new Clock() {
            @Override
            public Instant instant() {
                groups.incrementAndGet();
                return counting.instant();
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        });
        CountDownLatch allAreWaiting = new CountDownLatch(1);
        journal.follow(line -> await(allAreWaiting));
        List<Thread> writers = new ArrayList<>();
        List<JournalLine> answered = Collections.synchronizedList(new ArrayList<>());
        for (int i = 0; i < 20; i++) {
            int number = i;
            writers.add(new Thread(() -> answered.add(journal.append(entry(number)))));
        }
        writers.forEach(Thread::start);
        while (writers.stream()
                        .filter(one -> one.getState() == Thread.State.BLOCKED)
                        .count()
                < 19) {
            Thread.onSpinWait();
        }
        allAreWaiting.countDown();
        for (Thread writer : writers) {
            writer.join();
        }

        assertThat(groups).hasValue(2);
        assertThat(answered).containsExactlyInAnyOrderElementsOf(journal.lines());
        assertThat(journal(NOW).lines()).isEqualTo(journal.lines()).hasSize(20);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void afollowerHearsEveryLineOnceAndInOrder() {
        Journal journal = journal(NOW);
        fill(journal, 2);
        List<Long> heard = new ArrayList<>();

        journal.follow(line -> heard.add(line.sequence()));
        fill(journal, 2);

        assertThat(heard).containsExactly(1L, 2L, 3L, 4L);
    }

    private Journal journal(Instant now) {
        return Journal.open(root, Clock.fixed(now, ZoneOffset.UTC));
    }

    private static void fill(Journal journal, int lines) {
        for (int i = 0; i < lines; i++) {
            journal.append(entry(i));
        }
    }

    private static JournalEntry entry(int number) {
        return new RunFinished("r" + number, "DONE", "第 " + number + " 次");
    }

    private List<String> fourLines() throws IOException {
        fill(journal(NOW), 4);
        return new ArrayList<>(Files.readAllLines(files().get(0)));
    }

    private void write(List<String> lines) throws IOException {
        Files.writeString(
                files().get(0),
                String.join("\n", lines) + "\n",
                StandardCharsets.UTF_8,
                StandardOpenOption.TRUNCATE_EXISTING);
    }

    private void assertDamage(Path file, int line) {
        assertThatThrownBy(() -> journal(NOW))
                .isInstanceOf(JournalDamagedException.class)
                .hasMessageContaining(file.getFileName() + ":" + line + " ");
    }

    private static int lineStart(byte[] bytes, int line) {
        int start = 0;
        for (int seen = 1; seen < line; start++) {
            seen += bytes[start] == '\n' ? 1 : 0;
        }
        return start;
    }

    private List<Path> files() throws IOException {
        try (var all = Files.list(folder.resolve("journal"))) {
            return all.sorted().toList();
        }
    }
}
