package io.hourshare.land;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hourshare.kernel.Digest;
import io.hourshare.kernel.FeedId;
import io.hourshare.kernel.HourWindow;
import io.hourshare.store.DataRoot;
import io.hourshare.store.Journal;
import io.hourshare.store.JournalEntry;
import io.hourshare.store.JournalFact.DeliveryLanded;
import io.hourshare.store.JournalFact.ObjectLanded;
import io.hourshare.store.JournalLine;
import io.hourshare.store.Ledger;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

class LandingTest {

    private static final FeedId FEED = FeedId.parse("tax.credit-rating");
    private static final HourWindow HOUR = HourWindow.parse("2026-11-22T03Z");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T04:05:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    private DataRoot root;
    private Journal journal;
    private Landing landing;

    @BeforeEach
    void open() {
        root = DataRoot.open(folder);
        journal = Journal.open(root, CLOCK);
        landing = landing();
    }

    @AfterEach
    void close() {
        journal.close();
        root.close();
    }

    @Test
    void keepsTheBytesUnderTheirDigestAndJournalsThem() throws IOException {
        LandedBatch batch = land(HOUR, "a.csv", "甲", "b.csv", "乙");

        assertThat(batch.objects()).hasSize(2).allSatisfy(object -> {
            assertThat(object.path())
                    .startsWith("landing/tax.credit-rating/2026-11-22T03Z/"
                            + batch.digest().short8() + "/");
            byte[] bytes = Files.readAllBytes(root.resolve(object.path()));
            assertThat(object.size()).isEqualTo(bytes.length);
            assertThat(object.digest()).isEqualTo(Digest.of(bytes));
        });
        assertThat(entries())
                .extracting(entry -> (Object) entry.getClass())
                .containsExactly(ObjectLanded.class, ObjectLanded.class, DeliveryLanded.class);
        assertThat(landing.find(FEED, HOUR)).contains(batch);
        assertThat(landing().find(FEED, HOUR)).contains(batch);
    }

    @Test
    void anAbortedDeliveryLeavesNothing() throws IOException {
        try (Delivery delivery = landing.begin(FEED, HOUR, false)) {
            delivery.keep("a.csv", bytes("甲"), "sftp://x/a.csv");
        }

        assertThat(entries()).isEmpty();
        assertThat(landing.find(FEED, HOUR)).isEmpty();
        assertThat(filesUnder(folder.resolve("landing"))).isEmpty();
    }

    @Test
    void aSourceThatBreaksInTheMiddleLeavesNothing() {
        assertThatThrownBy(() -> {
                    try (Delivery delivery = landing.begin(FEED, HOUR, false)) {
                        delivery.keep("a.csv", new BreakingStream(), "sftp://x/a.csv");
                    }
                })
                .hasMessage("reset");
        assertThat(entries()).isEmpty();
        assertThat(filesUnder(folder.resolve("landing"))).isEmpty();
    }

    @Test
    void theSameBytesForTheSameWindowAreOneDelivery() throws IOException {
        LandedBatch first = land(HOUR, "a.csv", "甲");
        LandedBatch again = land(HOUR, "other.csv", "甲");

        assertThat(again).isEqualTo(first);
        assertThat(entries()).hasSize(2);
        assertThat(filesUnder(folder.resolve("landing"))).hasSize(1);
    }

    @Test
    void theSameBytesInALaterWindowNameTheWindowTheyRepeat() throws IOException {
        land(HOUR, "a.csv", "甲");
        land(HOUR.next(), "b.csv", "甲");

        assertThat(deliveries()).extracting(DeliveryLanded::repeats).containsExactly(null, "2026-11-22T03Z");
    }

    @Test
    void theNewestDeliveryOfAWindowCounts() throws IOException {
        LandedBatch first = land(HOUR, "a.csv", "甲");
        LandedBatch second = land(HOUR, "a.csv", "乙");
        assertThat(landing.find(FEED, HOUR)).contains(second);

        LandedBatch third = land(HOUR, "a.csv", "甲");

        assertThat(third).isEqualTo(first);
        assertThat(landing.find(FEED, HOUR)).contains(first);
        assertThat(deliveries()).hasSize(3);
        assertThat(entries()).filteredOn(ObjectLanded.class::isInstance).hasSize(2);
    }

    @Test
    void bytesGivenBackUnderAnotherNameGetAFolderOfTheirOwn() throws IOException {
        land(HOUR, "a.csv", "甲");
        land(HOUR, "a.csv", "乙");

        LandedBatch renamed = land(HOUR, "c.csv", "甲");

        assertThat(Files.readString(root.resolve(renamed.objects().get(0).path())))
                .isEqualTo("甲");
    }

    @Test
    void aFolderLeftByACrashBeforeItsJournalLineIsTakenOver() throws IOException {
        LandedBatch lost = land(HOUR, "a.csv", "甲");
        journal.close();
        try (Stream<Path> lines = Files.list(folder.resolve("journal"))) {
            for (Path file : lines.toList()) {
                Files.delete(file);
            }
        }
        journal = Journal.open(root, CLOCK);
        landing = landing();
        assertThat(landing.find(FEED, HOUR)).isEmpty();

        assertThat(land(HOUR, "a.csv", "甲")).isEqualTo(lost);
    }

    @Test
    void aFolderThatWasTamperedWithIsNotTakenOver() throws IOException {
        LandedBatch batch = land(HOUR, "a.csv", "甲");
        land(HOUR, "a.csv", "乙");
        Files.writeString(root.resolve(batch.objects().get(0).path()), "丙");

        assertThatThrownBy(() -> land(HOUR, "a.csv", "甲")).hasMessageContaining("differ");
    }

    @Test
    void anEmptyDeliveryIsADeliveryAndRepeatsNothing() throws IOException {
        LandedBatch batch = land(HOUR);
        land(HOUR.next());

        assertThat(batch.objects()).isEmpty();
        assertThat(deliveries()).hasSize(2).extracting(DeliveryLanded::repeats).containsOnlyNulls();
    }

    @Test
    void moreThanTheLimitIsRefusedAndNothingCounts() {
        Landing small = new Landing(
                root, journal, new Ledger(journal), new LandSettings(DataSize.ofBytes(8), DataSize.ofBytes(12)));

        assertThatThrownBy(() -> keep(small, "123456789")).isInstanceOf(LandingLimitException.class);
        assertThatThrownBy(() -> keep(small, "12345678", "12345"))
                .isInstanceOf(LandingLimitException.class)
                .hasMessageContaining("上限");
        assertThat(entries()).isEmpty();
        assertThat(filesUnder(folder.resolve("landing"))).isEmpty();
    }

    @Test
    void namesCannotLeadOutOfTheFolder() throws IOException {
        LandedBatch batch = land(HOUR, "../../../etc/passwd", "1", "..", "2", "纳税信用.csv", "3", "纳税信用.csv", "4");

        assertThat(batch.objects())
                .extracting(object -> Path.of(object.path()).getFileName().toString())
                .containsExactly("passwd", "object", "csv", "csv-2");
    }

    @Test
    void whatLandedBeforeIsKnownByContentAndByOrigin() throws IOException {
        land(HOUR, "a.csv", "甲");

        assertThat(landing.holds(FEED, Digest.of("甲"))).isTrue();
        assertThat(landing.holds(FEED, Digest.of("乙"))).isFalse();
        assertThat(landing.holds(FEED, "test:a.csv")).isTrue();
        assertThat(landing.holds(FeedId.parse("tax.arrears"), Digest.of("甲"))).isFalse();
    }

    private LandedBatch land(HourWindow window, String... namesAndContents) throws IOException {
        try (Delivery delivery = landing.begin(FEED, window, false)) {
            for (int i = 0; i < namesAndContents.length; i += 2) {
                delivery.keep(namesAndContents[i], bytes(namesAndContents[i + 1]), "test:" + namesAndContents[i]);
            }
            return delivery.complete(null, null);
        }
    }

    private static void keep(Landing landing, String... contents) throws IOException {
        try (Delivery delivery = landing.begin(FEED, HOUR, false)) {
            for (String content : contents) {
                delivery.keep("a", bytes(content), "test:a");
            }
            delivery.complete(null, null);
        }
    }

    private Landing landing() {
        return new Landing(
                root, journal, new Ledger(journal), new LandSettings(DataSize.ofMegabytes(1), DataSize.ofMegabytes(2)));
    }

    private List<JournalEntry> entries() {
        return journal.lines().stream().map(JournalLine::entry).toList();
    }

    private List<DeliveryLanded> deliveries() {
        return entries().stream()
                .filter(DeliveryLanded.class::isInstance)
                .map(DeliveryLanded.class::cast)
                .toList();
    }

    private static InputStream bytes(String content) {
        return new ByteArrayInputStream(content.getBytes(UTF_8));
    }

    private static List<Path> filesUnder(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class BreakingStream extends InputStream {
        private int left = 5_000;

        @Override
        public int read() throws IOException {
            if (--left < 0) {
                throw new IOException("reset");
            }
            return 'x';
        }
    }
}
