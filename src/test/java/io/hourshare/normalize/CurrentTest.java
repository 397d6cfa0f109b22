package io.hourshare.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.contract.DeletionRule;
import io.hourshare.contract.Feed;
import io.hourshare.contract.FeedJob;
import io.hourshare.contract.FeedMode;
import io.hourshare.kernel.HourWindow;
import io.hourshare.store.JournalAct.RetentionEnded;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CurrentTest {

    private static final String ROWS =
            "select concat_ws('|', _key, _op, _source_time, ent_name, _window, _ordinal) from records";

    private final Feed registration = NormalizeBench.feed("market-regulation.registration");

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    @Tag("F27")
    void builtStepByStepInAnyOrderItEqualsAFullFold(long seed) {
        assertStepwiseEqualsFull(registration, seed);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12, 13})
    @Tag("F27")
    void soItDoesForFullListsWhoseMissingKeysAreGone(long seed) {
        assertStepwiseEqualsFull(NormalizeBench.mode(registration, FeedMode.FULL, DeletionRule.ABSENCE), seed);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {22, 23})
    void soItDoesForListsThatSayTheSameAgainAndAgain(long seed) {
        assertStepwiseEqualsFull(list(seed % 2 == 0 ? DeletionRule.ABSENCE : DeletionRule.NONE), seed);
    }

    @Test
    void aListThatSaysTheSameAgainLeavesTheRecordsAndWhereTheyCameFrom() {
        Feed list = list(DeletionRule.ABSENCE);
        try (NormalizeBench bench = new NormalizeBench(folder, NormalizeBench.only(list), 2)) {
            HourWindow hour = NormalizeBench.HOUR;
            String rows = row(1, "甲", "11:00:00", "U") + row(2, "乙", "11:00:00", "U");
            adopt(bench, list, Map.entry(hour, rows));
            CurrentRecords first = bench.normalization.current();
            adopt(bench, list, Map.entry(hour.next(), rows));

            assertThat(bench.normalization.current()).isEqualTo(first);

            adopt(bench, list, Map.entry(hour.next().next(), rows.replace("乙", "丙")));
            adopt(bench, list, Map.entry(hour.next().next().next(), rows));
            assertThat(places(bench, list)).containsExactly("P1|U|甲|3", "P2|U|乙|6");
        }
    }

    @Test
    void whatIsGoneByRuleIsNoEvidenceWhileALaterListSaysTheSame() {
        Feed list = list(DeletionRule.NONE);
        try (NormalizeBench bench = new NormalizeBench(folder, NormalizeBench.only(list), 2)) {
            HourWindow hour = NormalizeBench.HOUR;
            String rows = row(1, "甲", "11:00:00", "U");
            adopt(bench, list, Map.entry(hour, rows + row(2, "乙", "11:00:00", "U")));
            adopt(bench, list, Map.entry(hour.next(), rows));
            assertThat(places(bench, list)).containsExactly("P1|U|甲|3", "P2|U|乙|3");

            destroy(bench, list, hour);
            assertThat(places(bench, list)).containsExactly("P1|U|甲|4", "P2|U|乙|3");

            destroy(bench, list, hour.next());
            adopt(bench, list, Map.entry(hour.next().next(), rows));
            assertThat(places(bench, list)).containsExactly("P1|U|甲|5", "P2|U|乙|3");
        }
    }

    @Test
    void overlappingWindowsLeaveTheRecordsAndWhereTheyCameFrom() {
        try (NormalizeBench bench = new NormalizeBench(folder, NormalizeBench.only(registration), 2)) {
            HourWindow hour = NormalizeBench.HOUR;
            String rows = row(1, "甲", "11:00:00", "U") + row(2, "乙", "11:30:00", "U");
            adopt(bench, registration, Map.entry(hour, rows));
            CurrentRecords first = bench.normalization.current();
            adopt(bench, registration, Map.entry(hour.next(), rows));
            assertThat(bench.normalization.current()).isEqualTo(first);

            String mended = row(2, "丙", "11:30:00", "U");
            adopt(bench, registration, Map.entry(hour.next().next(), mended + row(1, "丁", "10:00:00", "U")));
            assertThat(places(bench, registration)).containsExactly("P1|U|甲|3", "P2|U|丙|5");
        }
    }

    private static void destroy(NormalizeBench bench, Feed feed, HourWindow window) {
        List<String> objects = Objects.requireNonNull(
                        bench.ledger.slot(feed.id(), window).orElseThrow().delivery())
                .objects();
        bench.journal.append(
                new RetentionEnded(feed.id(), LocalDate.of(2026, 11, 22), objects, List.of(), false, "系统", "留存期满"));
    }

    private static List<String> places(NormalizeBench bench, Feed feed) {
        return bench.select(
                bench.normalization.current().files().get(feed.id()),
                "select concat_ws('|', _key, _op, ent_name, hour(_window)) from records order by 1");
    }

    /** A whole list each time, whose records have no version of their own. */
    private Feed list(DeletionRule deletion) {
        FeedJob old = registration.job();
        FeedJob job = new FeedJob(
                old.feed(),
                old.into(),
                old.reading(),
                old.map().stream()
                        .filter(field -> !field.canonical().equals(FeedMapping.SOURCE_TIME))
                        .toList(),
                old.minute(),
                old.quarantineTolerance(),
                old.vanishTolerance());
        return NormalizeBench.mode(
                new Feed(registration.contract(), registration.route(), job, registration.digest()),
                FeedMode.FULL,
                deletion);
    }

    private void assertStepwiseEqualsFull(Feed feed, long seed) {
        Random random = new Random(seed);
        List<Map.Entry<HourWindow, String>> batches = batches(random, seed > 20 ? 2 : 50);
        List<Map.Entry<HourWindow, String>> shuffled = new ArrayList<>(batches);
        Collections.shuffle(shuffled, random);

        try (NormalizeBench stepwise = new NormalizeBench(folder.resolve("stepwise"), NormalizeBench.only(feed), 2);
                NormalizeBench whole = new NormalizeBench(folder.resolve("whole"), NormalizeBench.only(feed), 2)) {
            for (Map.Entry<HourWindow, String> batch : shuffled) {
                adopt(stepwise, feed, batch);
                stepwise.normalization.current();
            }
            batches.forEach(batch -> adopt(whole, feed, batch));
            CurrentRecords one = stepwise.normalization.current();
            CurrentRecords other = whole.normalization.current();

            assertThat(one).isEqualTo(other);
            assertThat(stepwise.select(one.files().get(feed.id()), ROWS))
                    .isEqualTo(whole.select(other.files().get(feed.id()), ROWS))
                    .isNotEmpty();
        }
    }

    @Test
    void anHourWithoutRecordsChangesNothing() {
        try (NormalizeBench bench = new NormalizeBench(folder)) {
            adopt(bench, registration, Map.entry(NormalizeBench.HOUR, row(1, "甲", "11:00:00", "U")));
            CurrentRecords before = bench.normalization.current();

            bench.normalization.normalize(registration, bench.land(registration, NormalizeBench.HOUR.next(), Map.of()));

            assertThat(bench.normalization.current()).isEqualTo(before);
        }
    }

    @Test
    void whatWasDeletedComesBackAndAnOlderVersionDoesNot() {
        try (NormalizeBench bench = new NormalizeBench(folder)) {
            HourWindow hour = NormalizeBench.HOUR;
            adopt(bench, registration, Map.entry(hour, row(1, "甲", "10:00:00", "U") + row(2, "乙", "10:00:00", "U")));
            adopt(
                    bench,
                    registration,
                    Map.entry(hour.next(), row(1, "甲", "11:00:00", "D") + row(2, "旧", "09:00:00", "U")));
            adopt(bench, registration, Map.entry(hour.next().next(), row(1, "甲", "11:30:00", "U")));

            assertThat(bench.select(
                            bench.normalization.current().files().get(registration.id()),
                            "select concat_ws('|', _key, _op, ent_name) from records order by 1"))
                    .containsExactly("P1|U|甲", "P2|U|乙");
        }
    }

    @Test
    void keysMissingFromTheNewestFullListBecomeTombstones() {
        Feed full = NormalizeBench.mode(registration, FeedMode.FULL, DeletionRule.ABSENCE);
        try (NormalizeBench bench = new NormalizeBench(folder, NormalizeBench.only(full), 2)) {
            HourWindow hour = NormalizeBench.HOUR;
            adopt(bench, full, Map.entry(hour, row(1, "甲", "11:00:00", "U") + row(2, "乙", "11:00:00", "U")));
            adopt(bench, full, Map.entry(hour.next(), row(2, "乙", "10:00:00", "U")));

            assertThat(bench.select(
                            bench.normalization.current().files().get(full.id()),
                            "select concat_ws('|', _key, _op, _window) from records"))
                    .containsExactly("P1|D|2026-11-22 03:00:00", "P2|U|2026-11-22 04:00:00");
        }
    }

    private static void adopt(NormalizeBench bench, Feed feed, Map.Entry<HourWindow, String> batch) {
        bench.normalization.normalize(
                feed,
                bench.land(
                        feed,
                        batch.getKey(),
                        Map.of("rows.jsonl", batch.getValue().getBytes(StandardCharsets.UTF_8))));
    }

    private static List<Map.Entry<HourWindow, String>> batches(Random random, int names) {
        List<Map.Entry<HourWindow, String>> batches = new ArrayList<>();
        HourWindow window = NormalizeBench.HOUR;
        for (int i = 0; i < 6; i++) {
            StringBuilder rows = new StringBuilder();
            for (int j = 0; j < 8; j++) {
                String time = "%02d:%02d:00".formatted(8 + random.nextInt(4), random.nextInt(3));
                rows.append(row(
                        random.nextInt(10), "公司" + random.nextInt(names), time, random.nextInt(5) == 0 ? "D" : "U"));
            }
            batches.add(Map.entry(window, rows.toString()));
            window = window.next();
        }
        return batches;
    }

    private static String row(int key, String name, String time, String operation) {
        return "{\"PRIPID\":\"P%d\",\"ENTNAME\":\"%s\",\"S_EXT_TIMESTAMP\":\"2026-11-22 %s\",\"S_EXT_FLAG\":\"%s\"}\n"
                .formatted(key, name, time, operation);
    }
}
