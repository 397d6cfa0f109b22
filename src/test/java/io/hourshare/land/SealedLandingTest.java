package io.hourshare.land;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hourshare.contract.Catalogue;
import io.hourshare.contract.CatalogueReader;
import io.hourshare.contract.CatalogueSource;
import io.hourshare.kernel.Digest;
import io.hourshare.kernel.FeedId;
import io.hourshare.kernel.HourWindow;
import io.hourshare.kernel.SteppedClock;
import io.hourshare.store.DataRoot;
import io.hourshare.store.Journal;
import io.hourshare.store.JournalAct.RetentionEnded;
import io.hourshare.store.JournalFact.ObjectLanded;
import io.hourshare.store.JournalFact.Stored;
import io.hourshare.store.Ledger;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

class SealedLandingTest {

    private static final Catalogue CATALOGUE =
            CatalogueReader.read(CatalogueSource.embedded()).catalogue();
    private static final FeedId SEALED = FeedId.parse("credit.penalty");
    private static final FeedId OPEN = FeedId.parse("tax.arrears");
    private static final HourWindow HOUR = HourWindow.parse("2026-11-22T03Z");
    private static final String CANARY = "金丝雀有限公司";
    private static final Duration LIMIT = Duration.ofDays(3 * 365);

    @TempDir
    Path folder;

    private final SteppedClock clock = new SteppedClock("2026-11-22T04:05:00Z");
    private DataRoot root;
    private Journal journal;
    private Ledger ledger;
    private Landing landing;
    private Sealing sealing;

    @BeforeEach
    void open() {
        root = DataRoot.open(folder.resolve("data"));
        journal = Journal.open(root, clock);
        ledger = new Ledger(journal);
        sealing = Sealing.by(CATALOGUE, new PeriodKeys(PeriodKeys.beside(root.path()), root.path()), clock);
        landing = new Landing(
                root, journal, ledger, new LandSettings(DataSize.ofMegabytes(64), DataSize.ofMegabytes(64)), sealing);
    }

    @AfterEach
    void close() {
        journal.close();
        root.close();
    }

    private void restart() {
        close();
        open();
    }

    @Test
    void whatMayBeKeptForATimeOnlyIsNowhereOnTheDiskAsItCame() throws IOException {
        LandedObject object = land(SEALED, CANARY.repeat(1000)).objects().get(0);

        assertThat(occurrences()).isZero();
        assertThat(text(object)).isEqualTo(CANARY.repeat(1000));
        assertThat(object.size()).isEqualTo(CANARY.repeat(1000).getBytes(UTF_8).length);
        assertThat(object.digest()).isEqualTo(Digest.of(CANARY.repeat(1000)));
    }

    @Test
    void nothingOfItIsWrittenAsItCameWhileItStillComes() throws IOException {
        try (Delivery delivery = landing.begin(SEALED, HOUR, false)) {
            KeptObject kept = delivery.keep("rows.jsonl", "test", out -> {
                out.write(CANARY.repeat(300_000).getBytes(UTF_8));
                out.flush();
                assertThat(occurrences()).isZero();
            });
            assertThat(kept.content().stream().readAllBytes()).startsWith(CANARY.getBytes(UTF_8));
        }
    }

    @Test
    void otherFeedsAreKeptAsTheyCome() throws IOException {
        land(OPEN, CANARY);
        assertThat(occurrences()).isEqualTo(1);
        assertThat(entries(ObjectLanded.class))
                .allSatisfy(line -> assertThat(line.stored()).isNull());
    }

    @Test
    void anyRangeIsReadWithoutTheRest() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 400_000; i++) {
            text.append("%08d".formatted(i));
        }
        LandedObject object = land(SEALED, text.toString()).objects().get(0);

        try (SeekableByteChannel channel = files().content(object.path()).open()) {
            for (int place : List.of(399_999, 0, 200_000, 131_071)) {
                ByteBuffer bytes = ByteBuffer.allocate(8);
                channel.position(place * 8L);
                while (bytes.hasRemaining() && channel.read(bytes) >= 0) {}
                assertThat(new String(bytes.array(), UTF_8)).isEqualTo("%08d".formatted(place));
            }
            assertThat(channel.size()).isEqualTo(3_200_000);
        }
    }

    @Test
    void theJournalNamesTheFileThatStandsThereToo() throws IOException {
        LandedObject object = land(SEALED, CANARY).objects().get(0);
        byte[] file = Files.readAllBytes(root.resolve(object.path()));

        assertThat(entries(ObjectLanded.class)).singleElement().satisfies(line -> {
            Stored stored = Objects.requireNonNull(line.stored());
            assertThat(stored.size()).isEqualTo(file.length);
            assertThat(stored.digest()).isEqualTo(Digest.of(file));
        });
    }

    @Test
    void theSameBytesAgainAreTheSameDelivery() throws IOException {
        LandedBatch first = land(SEALED, CANARY);
        LandedBatch again = land(SEALED, CANARY);
        assertThat(again).isEqualTo(first);
        assertThat(entries(ObjectLanded.class)).hasSize(1);
    }

    @Test
    void aDeliveryThatACrashLeftWithoutItsLineIsTakenUpAsItStands() throws IOException {
        LandedObject object = land(SEALED, CANARY).objects().get(0);
        byte[] before = Files.readAllBytes(root.resolve(object.path()));
        close();
        for (Path file : filesBelow(folder.resolve("data/journal"))) {
            Files.delete(file);
        }
        Files.deleteIfExists(folder.resolve("data/journal-head"));
        open();

        LandedObject again = land(SEALED, CANARY).objects().get(0);

        assertThat(again.path()).isEqualTo(object.path());
        assertThat(Files.readAllBytes(root.resolve(again.path()))).isEqualTo(before);
        assertThat(text(again)).isEqualTo(CANARY);
    }

    @Test
    void keysLieOutsideTheDataRootForTheirOwnerAlone() throws IOException {
        land(SEALED, CANARY);
        Path key = folder.resolve("data-keys/landing/credit.penalty/2026-11-22.json");
        assertThat(key).exists();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
        assertThatThrownBy(() -> new PeriodKeys(root.resolve("keys"), root.path()))
                .hasMessageContaining("hourshare.land.keys")
                .hasMessageContaining("数据目录之外");
    }

    @Test
    void aLostKeyIsToldFromOneThatWasDestroyedByRule() throws IOException {
        LandedObject object = land(SEALED, CANARY).objects().get(0);
        Path key = folder.resolve("data-keys/landing/credit.penalty/2026-11-22.json");
        byte[] kept = Files.readAllBytes(key);
        Files.delete(key);
        restart();

        assertThatThrownBy(() -> files().content(object.path()))
                .isInstanceOf(KeyMissingException.class)
                .hasMessageContaining("恢复该文件");

        Files.write(key, kept);
        assertThat(text(object)).isEqualTo(CANARY);
        clock.advance(LIMIT);
        retention().end("系统", "留存期满");
        assertThatThrownBy(() -> files().content(object.path()))
                .isInstanceOf(DestroyedException.class)
                .hasMessageContaining("已按规则销毁");
    }

    @Test
    void aChangedFileOrOneOfAnotherFeedIsNotGivenOut() throws IOException {
        LandedObject object = land(SEALED, CANARY).objects().get(0);
        Path file = root.resolve(object.path());
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 1] ^= 1;
        Files.write(file, bytes);
        assertThatThrownBy(() -> text(object)).isInstanceOf(IOException.class);
    }

    @Test
    void aSourceMayCallItsFileAsItLikes() throws IOException {
        LandedBatch batch;
        try (Delivery delivery = landing.begin(OPEN, HOUR, false)) {
            delivery.keep("清单.20261122.sealed", bytes(CANARY), "test");
            batch = delivery.complete(null, null);
        }
        assertThat(text(batch.objects().get(0))).isEqualTo(CANARY);
    }

    @Test
    void keptNoLongerThanTheContractAllows() throws IOException {
        land(SEALED, CANARY);
        Retention retention = retention();
        clock.at(Instant.parse("2026-11-22T00:00:00Z").plus(LIMIT).minusMillis(1));
        assertThat(retention.due()).isEmpty();

        clock.advance(Duration.ofMillis(1));
        assertThat(retention.due()).singleElement().satisfies(due -> {
            assertThat(due.feed()).isEqualTo(SEALED);
            assertThat(due.key()).isTrue();
            assertThat(due.objects()).hasSize(1);
        });
        assertThat(filesBelow(folder.resolve("data/landing"))).hasSize(1);

        retention.end("系统", "留存期满");

        assertThat(filesBelow(folder.resolve("data/landing"))).isEmpty();
        assertThat(filesBelow(folder.resolve("data-keys/landing"))).isEmpty();
        assertThat(retention.due()).isEmpty();
        assertThat(entries(RetentionEnded.class)).hasSize(1);
        assertThat(retention.end("系统", "留存期满")).isEmpty();
    }

    @Test
    void whatACrashLeftOfAnEndIsDoneByTheNextOne() throws IOException {
        LandedObject object = land(SEALED, CANARY).objects().get(0);
        clock.advance(LIMIT);
        sealing.destroy(new KeyName(SEALED, java.time.LocalDate.parse("2026-11-22"))); // killed before the line
        restart();
        assertThat(retention().end("系统", "留存期满")).hasSize(1);
        assertThat(entries(RetentionEnded.class))
                .singleElement()
                .satisfies(line -> assertThat(line.key()).isTrue());

        Files.writeString(root.resolve(object.path()), "killed before the file went");
        restart();
        assertThat(retention().end("系统", "留存期满")).isEmpty();
        assertThat(root.resolve(object.path())).doesNotExist();
    }

    @Test
    void whatIsKeptAsItCameGoesToo() throws IOException {
        land(OPEN, CANARY);
        clock.advance(Duration.ofDays(5 * 365));
        retention().end("系统", "留存期满");
        assertThat(occurrences()).isZero();
        assertThat(ledger.destroyed().endings())
                .singleElement()
                .satisfies(ending -> assertThat(ending.key()).isFalse());
    }

    private Retention retention() {
        return new Retention(root, journal, ledger, landing, CATALOGUE, clock);
    }

    private LandedFiles files() {
        return sealing.reading(root.path(), ledger.destroyed());
    }

    private LandedBatch land(FeedId feed, String text) throws IOException {
        try (Delivery delivery = landing.begin(feed, HOUR, false)) {
            delivery.keep("rows.jsonl", bytes(text), "test:rows");
            return delivery.complete(null, null);
        }
    }

    private String text(LandedObject object) throws IOException {
        try (InputStream in = files().content(object.path()).stream()) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }

    private long occurrences() throws IOException {
        long found = 0;
        for (Path file : filesBelow(folder)) {
            found += new String(Files.readAllBytes(file), UTF_8).contains(CANARY) ? 1 : 0;
        }
        return found;
    }

    private static List<Path> filesBelow(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private <E> List<E> entries(Class<E> type) {
        return journal.lines().stream()
                .map(line -> (Object) line.entry())
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }
}
