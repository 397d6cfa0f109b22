package io.hourshare.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.contract.DeletionRule;
import io.hourshare.contract.Feed;
import io.hourshare.contract.FeedMode;
import io.hourshare.kernel.HourWindow;
import io.hourshare.store.BatchCounts;
import io.hourshare.store.Novelty;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the accepted records of a batch brought: the balance sheet's finer half. */
class NoveltyTest {

    private static final HourWindow HOUR = NormalizeBench.HOUR;

    private NormalizeBench bench;
    private final Feed registration = NormalizeBench.feed("market-regulation.registration");

    @BeforeEach
    void open(@TempDir Path folder) {
        bench = new NormalizeBench(folder);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void tellsNewChangedUnchangedAndSupersededApart() {
        assertThat(novelty(
                        registration, HOUR, row("A", "甲", "10:00") + row("B", "乙", "10:00") + row("C", "丙", "10:00")))
                .isEqualTo(new Novelty(3, 0, 0, 0));

        String next = row("A", "甲", "10:00") // again, word by word
                + row("B", "乙改", "11:00") // changed
                + row("C", "丙旧", "09:00") // late: older than what is known
                + row("D", "丁", "11:00") // new
                + row("E", "戊", "11:00") // new, and at once
                + row("E", "戊改", "11:30"); // said otherwise
        assertThat(novelty(registration, HOUR.next(), next)).isEqualTo(new Novelty(2, 1, 1, 2));
    }

    @Test
    void anUnchangedFullListIsUnchangedThoughItCarriesNoVersions() {
        Feed full = NormalizeBench.mode(registration, FeedMode.FULL, DeletionRule.ABSENCE);
        String list = row("A", "甲", "10:00") + row("B", "乙", "10:00");

        assertThat(novelty(full, HOUR, list)).isEqualTo(new Novelty(2, 0, 0, 0));
        assertThat(novelty(full, HOUR.next(), list)).isEqualTo(new Novelty(0, 0, 2, 0));
    }

    @Test
    void aTouchedTimestampAloneIsNoChange() {
        novelty(registration, HOUR, row("A", "甲", "10:00") + row("B", "乙", "10:00"));

        assertThat(novelty(registration, HOUR.next(), row("A", "甲", "11:30") + row("B", "乙改", "11:30")))
                .isEqualTo(new Novelty(0, 1, 1, 0));
    }

    @Test
    void recordsThatCannotBeTakenApartAreCountedAsSuch() {
        BatchCounts counts = counts(registration, HOUR, row("A", "甲", "10:00") + "{\"PRIPID\":\"B\",\"ENTNAME\":\n");

        assertThat(counts.quarantined()).isEqualTo(1);
        assertThat(counts.unframeable()).isEqualTo(1);
        assertThat(counts.balances()).isTrue();
    }

    private Novelty novelty(Feed feed, HourWindow window, String rows) {
        return counts(feed, window, rows).novelty();
    }

    private BatchCounts counts(Feed feed, HourWindow window, String rows) {
        return bench.normalization
                .normalize(feed, bench.land(feed, window, Map.of("rows.jsonl", rows.getBytes(StandardCharsets.UTF_8))))
                .counts();
    }

    private static String row(String key, String name, String time) {
        return "{\"PRIPID\":\"%s\",\"ENTNAME\":\"平湖%s有限公司\",\"S_EXT_TIMESTAMP\":\"2026-11-22 %s:00\",\"S_EXT_FLAG\":\"U\"}\n"
                .formatted(key, name, time);
    }
}
