package io.hourshare.operate;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.contract.Cycle;
import io.hourshare.contract.Feed;
import io.hourshare.contract.FeedMode;
import io.hourshare.kernel.HourWindow;
import io.hourshare.operate.freshness.FeedFreshness;
import io.hourshare.operate.freshness.Freshness;
import io.hourshare.operate.freshness.FreshnessState;
import io.hourshare.store.BatchCounts;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FreshnessTest {

    private static final BatchCounts NOTHING = new BatchCounts(null, 0, 0, 0, 0, 0, 0, 0);

    private final Feed hourly = HourFixture.feed("tax.registration", FeedMode.INCREMENTAL, Cycle.HOURLY);
    private final Feed monthly = HourFixture.feed("tax.monthly-summary", FeedMode.INCREMENTAL, Cycle.MONTHLY);
    private HourFixture hour;

    @BeforeEach
    void open(@TempDir Path folder) {
        hour = new HourFixture(folder, "2026-11-22T10:10:00Z");
    }

    @AfterEach
    void close() {
        hour.close();
    }

    @Test
    void anAnsweredHourIsOnTimeAndItsAgeCountsFromTheWindowsEnd() {
        hour.landed(hourly, "2026-11-22T09Z", true);
        hour.done(hourly, "2026-11-22T09Z");

        FeedFreshness fresh = of(hourly);
        assertThat(fresh.state()).isEqualTo(FreshnessState.ON_TIME);
        assertThat(fresh.dataTime()).isEqualTo(Instant.parse("2026-11-22T10:00:00Z"));
        assertThat(fresh.ageMinutes()).isEqualTo(10);
    }

    @Test
    @Tag("F82")
    void anHourThatBreaksItsPromiseIsOverdueAndSaysWhy() {
        hour.landed(hourly, "2026-11-22T08Z", true);
        hour.done(hourly, "2026-11-22T08Z");
        hour.failed(hourly, "2026-11-22T09Z", 4);
        hour.at("2026-11-22T11:00:01Z");

        FeedFreshness late = of(hourly);
        assertThat(late.state()).isEqualTo(FreshnessState.OVERDUE);
        assertThat(late.why()).contains("SOURCE_UNREACHABLE", "连不上");
    }

    /** Data up to noon do not tell that the hour before it never came. */
    @Test
    @Tag("F82")
    void anHourInTheMiddleThatNeverCameIsNamedBesideTheNewestDataTime() {
        hour.landed(hourly, "2026-11-22T08Z", true);
        hour.done(hourly, "2026-11-22T08Z");
        hour.failed(hourly, "2026-11-22T09Z", 4);
        hour.landed(hourly, "2026-11-22T11Z", false);
        hour.done(hourly, "2026-11-22T11Z");
        hour.at("2026-11-22T12:30:00Z");

        FeedFreshness late = of(hourly);
        assertThat(late.dataTime()).isEqualTo(Instant.parse("2026-11-22T12:00:00Z"));
        assertThat(late.state()).isEqualTo(FreshnessState.OVERDUE);
        assertThat(late.missingWindow()).isEqualTo("2026-11-22T09Z");
        assertThat(late.missingWindows()).isEqualTo(2);
        assertThat(late.why()).as("why the missing hour is, not the newest").contains("SOURCE_UNREACHABLE");
    }

    /** In whatever order the hours before are filled in, and whichever stay open. */
    @Test
    void anOldHourThatIsFilledInNeverMakesAFeedFresh() {
        hour.landed(hourly, "2026-11-22T08Z", true);
        hour.done(hourly, "2026-11-22T08Z");
        hour.at("2026-11-22T14:00:01Z");
        List<String> older = new ArrayList<>(List.of("09", "10", "11", "12"));
        Collections.shuffle(older, new Random(7));
        for (String old : older.subList(0, 3)) {
            hour.landed(hourly, "2026-11-22T" + old + "Z", false);
            hour.done(hourly, "2026-11-22T" + old + "Z");

            assertThat(of(hourly).state()).as(old).isEqualTo(FreshnessState.OVERDUE);
        }
        hour.landed(hourly, "2026-11-22T" + older.get(3) + "Z", false);
        hour.done(hourly, "2026-11-22T" + older.get(3) + "Z");
        assertThat(of(hourly).state()).isNotEqualTo(FreshnessState.OVERDUE);
    }

    /**
     * Whatever is filled in, in whatever order, whatever fails: a feed is late exactly as long as an hour is open whose
     * promise is over.
     */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void aFeedIsAsFreshAsItsOldestOpenHour(long seed) {
        Random random = new Random(seed);
        hour.landed(hourly, window(0), true);
        hour.done(hourly, window(0));
        List<Integer> open = new ArrayList<>();
        int newest = 0;
        for (int step = 0; step < 60; step++) {
            if (open.isEmpty() || random.nextInt(3) == 0) {
                newest++;
                open.add(newest);
            } else if (random.nextInt(4) == 0) {
                hour.failed(hourly, window(open.get(random.nextInt(open.size()))), 1);
            } else {
                int filled = open.remove(random.nextInt(open.size()));
                hour.landed(hourly, window(filled), false);
                hour.done(hourly, window(filled));
            }
            Instant now = start(newest + 1).plusSeconds(random.nextInt(3_600));
            hour.at(now);

            boolean late =
                    open.stream().anyMatch(one -> now.isAfter(start(one + 1).plus(Duration.ofHours(1))));
            assertThat(of(hourly).state() == FreshnessState.OVERDUE)
                    .as("step %d at %s, open %s", step, now, open)
                    .isEqualTo(late);
        }
    }

    private static Instant start(int number) {
        return Instant.parse("2026-11-20T00:00:00Z").plus(Duration.ofHours(number));
    }

    private static String window(int number) {
        return HourWindow.containing(start(number)).label();
    }

    @Test
    void theLastQuarterOfAnHourBeforeThePromiseEndsIsDueSoon() {
        hour.landed(hourly, "2026-11-22T08Z", true);
        hour.done(hourly, "2026-11-22T08Z");
        hour.at("2026-11-22T10:50:00Z");

        assertThat(of(hourly).state()).isEqualTo(FreshnessState.DUE_SOON);
    }

    @Test
    void aMonthlyFeedWithNothingNewIsNotYetDue() {
        hour.landed(monthly, "2026-11-22T09Z", true);
        hour.done(monthly, "2026-11-22T09Z", NOTHING);

        assertThat(of(monthly).state()).isEqualTo(FreshnessState.NOT_YET_DUE);
    }

    @Test
    @Tag("F82")
    void aFeedThatNeverCameIsMissingOnceItsPromiseIsOver() {
        hour.at("2026-11-22T11:30:00Z");

        assertThat(of(hourly).state()).isEqualTo(FreshnessState.MISSING);
        assertThat(of(hourly).dataTime()).isNull();
    }

    private FeedFreshness of(Feed feed) {
        return new Freshness(HourFixture.catalogue(feed), hour.ledger, hour.dueSlots(feed), hour)
                .now()
                .get(0);
    }
}
