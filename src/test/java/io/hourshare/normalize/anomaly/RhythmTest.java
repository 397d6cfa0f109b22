package io.hourshare.normalize.anomaly;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.contract.CatalogueReader;
import io.hourshare.contract.CatalogueSource;
import io.hourshare.contract.FeedContract;
import io.hourshare.contract.FeedMode;
import io.hourshare.contract.UsualContract;
import io.hourshare.kernel.FeedId;
import io.hourshare.normalize.anomaly.DayKinds.Kind;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Ninety days of towns that nobody has seen, hour by hour, from figures alone: day and night, weekends, the spring
 * festival and the national week with the days worked instead, the month's end. Their rhythm raises no hold, and what
 * breaks it does.
 */
@Tag("F29")
class RhythmTest {

    private static final DayKinds DAYS = new DayKinds(CatalogueReader.read(CatalogueSource.embedded())
            .catalogue()
            .codeLists()
            .get(DayKinds.LIST));

    private static final int TOWNS = 6;

    @ParameterizedTest(name = "from {0}, at most {1} an hour")
    @CsvSource({
        "2026-01-12, 0.2", "2026-01-12, 3", "2026-01-12, 20", "2026-01-12, 80", "2026-01-12, 400", "2026-01-12, 3000",
        "2026-08-20, 0.2", "2026-08-20, 3", "2026-08-20, 20", "2026-08-20, 80", "2026-08-20, 400", "2026-08-20, 3000",
        "2027-08-20, 80"
    })
    void hardlyAnythingIsHeldOfNinetyQuietDays(LocalDate first, double busiest) {
        List<String> held = new ArrayList<>();
        int judged = 0;
        for (int seed = 0; seed < TOWNS; seed++) {
            Town town = new Town(first, busiest, seed, Habit.OFFICE);
            for (int hour = 0; hour < 90 * 24; hour++, judged++) {
                long count = town.next();
                String when = town.now() + " " + count;
                town.judge(count).ifPresent(reason -> held.add(reason + " " + when));
                town.take(count);
            }
        }
        assertThat(held.size() * 10_000L)
                .as("%d hours, of which %s", judged, held)
                .isLessThanOrEqualTo(judged);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ROUND_THE_CLOCK", "DAILY", "MONTHLY"})
    void feedsWithoutOfficeHoursAreLeftAloneToo(Habit habit) {
        for (int seed = 0; seed < TOWNS; seed++) {
            Town town = new Town(LocalDate.of(2026, 8, 20), 600, seed, habit);
            for (int hour = 0; hour < 90 * 24; hour++) {
                long count = town.next();
                assertThat(town.judge(count))
                        .as("%s %s %d", habit, town.now(), count)
                        .isEmpty();
                town.take(count);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 1, 5})
    void sixtyQuietHoursAreNothingUnusual(double busiest) {
        Town town = new Town(LocalDate.of(2026, 1, 12), busiest, 7, Habit.OFFICE);
        for (int hour = 0; hour < 60; hour++) {
            long count = town.next();
            assertThat(town.judge(count)).isEmpty();
            town.take(count);
        }
    }

    /** At ten in the morning of working days, after each of three to twelve weeks. */
    @ParameterizedTest
    @ValueSource(doubles = {600, 3_000})
    void whatBreaksTheRhythmIsHeld(double busiest) {
        int planted = 0;
        for (int seed = 0; seed < TOWNS; seed++) {
            Town town = new Town(LocalDate.of(2026, 8, 20), busiest, seed, Habit.OFFICE);
            for (int hour = 0; hour < 84 * 24; hour++) {
                long count = town.next();
                boolean morning =
                        town.now().getHour() == 10 && DAYS.of(town.now().toLocalDate()) == Kind.WORKING;
                if (morning && hour > 21 * 24 && !town.isMonthEnd()) {
                    planted++;
                    assertThat(town.judge(0)).as("nothing at %s", town.now()).contains("VOLUME_ZERO");
                    assertThat(town.judge(count * 10)).as("ten times %d", count).contains("VOLUME_RISE");
                    assertThat(town.judge(Math.round(busiest * 0.7)))
                            .as("a third less than %s at %s", busiest, town.now())
                            .contains("VOLUME_DROP");
                    assertThat(town.again(count)).as("the same file").contains("VOLUME_REPEAT");
                }
                town.take(count);
            }
        }
        assertThat(planted).isGreaterThan(TOWNS * 20);
    }

    /** A list is as long as it was, whatever the day. */
    @Test
    void whatBreaksAWholeListIsHeldOnAnyDay() {
        List<Long> lists = List.of(5_004L, 5_003L, 5_000L);
        for (boolean holiday : new boolean[] {false, true}) {
            assertThat(judge(FeedMode.FULL, 0, lists, List.of(), holiday)).contains("VOLUME_ZERO");
            assertThat(judge(FeedMode.FULL, 51_000, lists, List.of(), holiday)).isNotEmpty();
            assertThat(judge(FeedMode.FULL, 3_500, lists, List.of(), holiday)).contains("VOLUME_DROP");
            assertThat(judge(FeedMode.FULL, 5_010, lists, List.of(), holiday)).isEmpty();
        }
    }

    @Test
    void aFeedWithoutRhythmIsJudgedAfterADay() {
        List<Long> earlier = new ArrayList<>();
        for (int hour = 0; hour < 24; hour++) {
            earlier.add(180L + hour);
        }
        for (boolean holiday : new boolean[] {false, true}) {
            assertThat(judge(FeedMode.INCREMENTAL, 0, earlier, List.of(190L), holiday))
                    .contains("VOLUME_ZERO");
            assertThat(judge(FeedMode.INCREMENTAL, 120, earlier, List.of(190L), holiday))
                    .contains("VOLUME_DROP");
            assertThat(judge(FeedMode.INCREMENTAL, 2_100, earlier, List.of(190L), holiday))
                    .contains("VOLUME_RISE");
            assertThat(judge(FeedMode.INCREMENTAL, 150, earlier, List.of(190L), holiday))
                    .isEmpty();
        }
    }

    private static Optional<String> judge(
            FeedMode mode, long count, List<Long> earlier, List<Long> sameHour, boolean holiday) {
        FeedContract contract = UsualContract.of(FeedId.parse("tax.registration"), mode);
        VolumeFigures figures = new VolumeFigures(true, count, earlier, sameHour, holiday, 0, 0, null, false);
        return VolumeRules.find(contract, figures).map(VolumeRules.Finding::reason);
    }

    private enum Habit {
        OFFICE,
        ROUND_THE_CLOCK,
        DAILY,
        MONTHLY
    }

    /** A feed whose hours follow the office day, are few on weekends, hardly any on holidays and many at a month's end. */
    private static final class Town {

        private final LocalDateTime first;
        private final double busiest;
        private final Random random;
        private final Habit habit;
        private final List<Long> counts = new ArrayList<>();

        Town(LocalDate first, double busiest, int seed, Habit habit) {
            this.first = first.atStartOfDay();
            this.busiest = busiest;
            this.random = new Random(seed);
            this.habit = habit;
        }

        LocalDateTime now() {
            return first.plusHours(counts.size());
        }

        boolean isMonthEnd() {
            return now().getDayOfMonth() > now().toLocalDate().lengthOfMonth() - 3;
        }

        long next() {
            return poisson(
                    switch (habit) {
                        case OFFICE -> office();
                        case ROUND_THE_CLOCK -> busiest;
                        case DAILY -> now().getHour() == 3 ? busiest : 0;
                        case MONTHLY -> now().getHour() == 3 && now().getDayOfMonth() == 15 ? 20 * busiest : 0;
                    });
        }

        private double office() {
            LocalDate day = now().toLocalDate();
            boolean worked = now().getHour() >= 9 && now().getHour() < 18;
            double share = switch (DAYS.of(day)) {
                case WORKING -> 1;
                case WEEKEND -> 0.1;
                case HOLIDAY -> 0.02;
                case AROUND_HOLIDAY -> DAYS.of(day.plusDays(1)) == Kind.HOLIDAY ? 0.5 : 1.4;
            };
            return busiest * (worked ? 1 : 0.05) * share * (isMonthEnd() ? 4 : 1);
        }

        void take(long count) {
            counts.add(count);
        }

        Optional<String> judge(long count) {
            return RhythmTest.judge(FeedMode.INCREMENTAL, count, earlier(), sameHour(), holiday());
        }

        Optional<String> again(long count) {
            FeedContract contract = UsualContract.of(FeedId.parse("tax.registration"), FeedMode.EVENT);
            VolumeFigures figures =
                    new VolumeFigures(true, count, earlier(), sameHour(), holiday(), 0, 0, "2026-08-20T01Z", false);
            return VolumeRules.find(contract, figures).map(VolumeRules.Finding::reason);
        }

        private boolean holiday() {
            Kind kind = DAYS.of(now().toLocalDate());
            return kind == Kind.HOLIDAY || kind == Kind.AROUND_HOLIDAY;
        }

        private List<Long> earlier() {
            List<Long> earlier = new ArrayList<>();
            for (int i = counts.size() - 1; i >= 0 && earlier.size() < 22 * 24; i--) {
                earlier.add(counts.get(i));
            }
            return earlier;
        }

        private List<Long> sameHour() {
            List<Long> same = new ArrayList<>();
            Kind kind = DAYS.of(now().toLocalDate());
            for (int back = 24; back <= counts.size() && back <= 22 * 24; back += 24) {
                if (DAYS.of(now().minusHours(back).toLocalDate()) == kind) {
                    same.add(counts.get(counts.size() - back));
                }
            }
            return same;
        }

        private long poisson(double mean) {
            if (mean > 50) {
                return Math.max(0, Math.round(mean + Math.sqrt(mean) * random.nextGaussian()));
            }
            double limit = Math.exp(-mean);
            long count = 0;
            for (double product = random.nextDouble(); product > limit; product *= random.nextDouble()) {
                count++;
            }
            return count;
        }
    }
}
