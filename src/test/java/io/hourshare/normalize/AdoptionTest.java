package io.hourshare.normalize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hourshare.contract.DeletionRule;
import io.hourshare.contract.Feed;
import io.hourshare.contract.FeedMode;
import io.hourshare.kernel.Digest;
import io.hourshare.kernel.HourWindow;
import io.hourshare.store.JournalEntry;
import io.hourshare.store.JournalFact.SlotHeld;
import io.hourshare.store.SlotState;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdoptionTest {

    private static final HourWindow HOUR = NormalizeBench.HOUR;

    @TempDir
    private Path folder;

    private NormalizeBench bench;
    private final Feed registration = NormalizeBench.feed("market-regulation.registration");

    @BeforeEach
    void open() {
        bench = new NormalizeBench(folder);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void holdsABatchThatDoesNotMeetTheDeclaredTotal() {
        assertHeld(
                "DECLARED_TOTAL",
                () -> bench.normalization.normalize(registration, bench.land(registration, HOUR, rows(0, 3), 4L)));
    }

    @Test
    void holdsABatchWithTooManyQuarantinedRecords() {
        Map<String, byte[]> broken =
                Map.of("rows.jsonl", "{\"PRIPID\":\"x\"}\n".repeat(30).getBytes(StandardCharsets.UTF_8));

        assertHeld(
                "QUARANTINE_TOLERANCE",
                () -> bench.normalization.normalize(registration, bench.land(registration, HOUR, broken)));
    }

    @Test
    void doesNotHoldAnHourOfTwoRecordsBecauseOneIsBad() {
        NormalizedBatch batch = bench.normalize(registration, "rows.jsonl", "{\"PRIPID\":\"x\"}\n" + row(1));

        assertThat(batch.counts().quarantined()).isEqualTo(1);
    }

    @Test
    void holdsADeliveryInAnotherEncodingThanDeclared() {
        Feed ratings = NormalizeBench.feed("tax.credit-rating");
        Map<String, byte[]> utf8 = Map.of(
                "list.csv",
                "NSRSBH,NSRMC,PJND,XYDJ,PJDF,PJRQ,PJDW\n91110000600037341L,平湖甲公司,2025,A,95,2026-04-20,平湖市税务局\n"
                        .getBytes(StandardCharsets.UTF_8));
        Feed declared = NormalizeBench.reading(ratings, Map.of("charset", "GBK"));

        assertHeld(
                "ENCODING_MISMATCH", () -> bench.normalization.normalize(declared, bench.land(declared, HOUR, utf8)));
        byte[] gbk = new String(utf8.get("list.csv"), StandardCharsets.UTF_8).getBytes(Charset.forName("GBK"));
        assertThat(bench.normalize(declared, "list.csv", gbk).counts().accepted())
                .isEqualTo(1);
    }

    @Test
    void holdsAFullListFromWhichManyKeysVanish() {
        Feed full = NormalizeBench.mode(registration, FeedMode.FULL, DeletionRule.ABSENCE);
        bench.normalization.normalize(full, bench.land(full, HOUR, rows(0, 30)));

        assertHeld(
                "MASS_VANISH", () -> bench.normalization.normalize(full, bench.land(full, HOUR.next(), rows(0, 10))));
    }

    @Test
    void countsKeysThatVanishFromAFullListAsDeletions() {
        Feed full = NormalizeBench.mode(registration, FeedMode.FULL, DeletionRule.ABSENCE);
        bench.normalization.normalize(full, bench.land(full, HOUR, rows(0, 30)));

        NormalizedBatch later = bench.normalization.normalize(full, bench.land(full, HOUR.next(), rows(2, 30)));

        assertThat(later.counts().deletions()).isEqualTo(2);
    }

    @Test
    void findsDuplicatesAcrossObjects() {
        Map<String, byte[]> pages = new TreeMap<>(rows(0, 3));
        pages.put("rows2.jsonl", (row(2) + row(3)).getBytes(StandardCharsets.UTF_8));

        NormalizedBatch batch = bench.normalization.normalize(registration, bench.land(registration, HOUR, pages));

        assertThat(batch.counts().accepted()).isEqualTo(4);
        assertThat(batch.counts().duplicates()).isEqualTo(1);
        assertThat(batch.counts().balances()).isTrue();
    }

    @Test
    void twoEqualObjectsOfABatchAreDuplicatesOfEachOther() {
        Map<String, byte[]> pages = new TreeMap<>(rows(0, 3));
        pages.put("again.jsonl", rows(0, 3).get("rows.jsonl"));

        NormalizedBatch batch = bench.normalization.normalize(registration, bench.land(registration, HOUR, pages));

        assertThat(batch.counts().duplicates()).isEqualTo(3);
    }

    @Test
    void anEmptyDeliveryIsAdopted() {
        NormalizedBatch batch = bench.normalization.normalize(registration, bench.land(registration, HOUR, Map.of()));

        assertThat(batch.records()).isEmpty();
        assertThat(bench.ledger.slot(registration.id(), HOUR).orElseThrow().state())
                .isEqualTo(SlotState.DONE);
    }

    @Test
    void theSameBytesComeOutWhateverThreadsTimeZoneAndLocale() throws IOException {
        Map<String, byte[]> many = rows(0, 5_000);
        String usual = digests(folder.resolve("usual"), 2, many);
        TimeZone zone = TimeZone.getDefault();
        Locale locale = Locale.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
            Locale.setDefault(Locale.forLanguageTag("ar-SA-u-nu-arab"));

            assertThat(digests(folder.resolve("other"), 1, many)).isEqualTo(usual);
        } finally {
            TimeZone.setDefault(zone);
            Locale.setDefault(locale);
        }
    }

    private String digests(Path home, int threads, Map<String, byte[]> objects) throws IOException {
        try (NormalizeBench other = new NormalizeBench(home, NormalizeBench.CATALOGUE, threads)) {
            NormalizedBatch batch =
                    other.normalization.normalize(registration, other.land(registration, HOUR, objects));
            List<String> files = new ArrayList<>(batch.records());
            files.addAll(batch.quarantine());
            List<String> digests = new ArrayList<>();
            for (String file : files) {
                digests.add(file + "=" + Digest.of(Files.readAllBytes(other.root.resolve(file))));
            }
            return String.join(",", digests);
        }
    }

    private void assertHeld(String reason, Runnable work) {
        assertThatThrownBy(work::run)
                .isInstanceOfSatisfying(
                        BatchHeldException.class, e -> assertThat(e.reason()).isEqualTo(reason));
        JournalEntry last =
                bench.journal.lines().get(bench.journal.lines().size() - 1).entry();
        assertThat(last)
                .isInstanceOfSatisfying(
                        SlotHeld.class, held -> assertThat(held.reason()).isEqualTo(reason));
    }

    private static Map<String, byte[]> rows(int from, int to) {
        return Map.of(
                "rows.jsonl",
                IntStream.range(from, to)
                        .mapToObj(AdoptionTest::row)
                        .collect(Collectors.joining())
                        .getBytes(StandardCharsets.UTF_8));
    }

    private static String row(int number) {
        return "{\"PRIPID\":\"P%d\",\"ENTNAME\":\"平湖%d有限公司\",\"REGCAP\":\"%d万\",\"S_EXT_TIMESTAMP\":\"2026-11-22 11:30:00\",\"S_EXT_FLAG\":\"U\"}\n"
                .formatted(number, number, number);
    }
}
