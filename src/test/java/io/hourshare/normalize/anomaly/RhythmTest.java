package io.hourshare.normalize.anomaly;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.contract.FeedContract;
import io.hourshare.contract.FeedMode;
import io.hourshare.contract.UsualContract;
import io.hourshare.kernel.FeedId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hours of towns that nobody has seen: their rhythm raises no hold, and what breaks the rhythm does. */
@Tag("F29")
class RhythmTest {

    private static final FeedContract CONTRACT =
            UsualContract.of(FeedId.parse("tax.registration"), FeedMode.INCREMENTAL);

    private static final int MONTH = 31 * 24;

    @ParameterizedTest
    @ValueSource(doubles = {0.2, 3, 20, 80, 400, 3_000})
    void nothingIsHeldOfAMonthOfDaysNightsWeekendsAndItsEnd(double busiest) {
        for (int town = 0; town < 20; town++) {
            Town feed = new Town(busiest, town);
            List<String> held = new ArrayList<>();
            for (int hour = 0; hour < MONTH; hour++) {
                long count = feed.next();
                feed.judge(count).ifPresent(held::add);
                feed.take(count);
            }
            assertThat(held).as("busiest hour %s, town %s", busiest, town).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 1, 5})
    void sixtyQuietHoursAreNothingUnusual(double busiest) {
        Town feed = new Town(busiest, 7);
        for (int hour = 0; hour < 60; hour++) {
            long count = feed.next();
            assertThat(feed.judge(count)).isEmpty();
            feed.take(count);
        }
    }

    @Test
    void whatBreaksTheRhythmIsHeld() {
        for (int town = 0; town < 20; town++) {
            Town feed = new Town(400, town);
            for (int hour = 0; hour < 9 * 24 + 10; hour++) {
                feed.take(feed.next());
            }
            long usual = feed.next();
            assertThat(feed.judge(0)).as("nothing").contains("VOLUME_ZERO");
            assertThat(feed.judge(usual / 50)).as("a fiftieth of %s", usual).contains("VOLUME_DROP");
            assertThat(feed.judge(usual * 60)).as("sixty times").contains("VOLUME_RISE");
        }
    }

    @Test
    void aFeedWithoutRhythmIsJudgedAfterADay() {
        List<Long> earlier = new ArrayList<>();
        for (int hour = 0; hour < 24; hour++) {
            earlier.add(180L + hour);
        }
        assertThat(judge(0, earlier, List.of(190L))).contains("VOLUME_ZERO");
        assertThat(judge(120, earlier, List.of(190L))).contains("VOLUME_DROP");
        assertThat(judge(2_100, earlier, List.of(190L))).contains("VOLUME_RISE");
        assertThat(judge(150, earlier, List.of(190L))).isEmpty();
    }

    private static Optional<String> judge(long count, List<Long> earlier, List<Long> sameHour) {
        VolumeFigures figures = new VolumeFigures(true, count, earlier, sameHour, 0, 0, null, false);
        return VolumeRules.find(CONTRACT, figures).map(VolumeRules.Finding::reason);
    }

    /** A feed whose hours follow the office day, are few on weekends and many at the month's end. */
    private static final class Town {

        private final double busiest;
        private final Random random;
        private final List<Long> counts = new ArrayList<>();

        Town(double busiest, int seed) {
            this.busiest = busiest;
            this.random = new Random(seed);
        }

        long next() {
            int hour = counts.size();
            int ofDay = hour % 24;
            int day = hour / 24;
            boolean office = ofDay >= 9 && ofDay < 18;
            boolean weekend = day % 7 >= 5;
            double monthEnd = day >= 27 ? 5 : 1;
            return poisson(busiest * (office ? 1 : 0.05) * (weekend ? 0.1 : 1) * monthEnd);
        }

        void take(long count) {
            counts.add(count);
        }

        Optional<String> judge(long count) {
            List<Long> earlier = new ArrayList<>();
            List<Long> sameHour = new ArrayList<>();
            for (int i = counts.size() - 1; i >= 0 && earlier.size() < 8 * 24; i--) {
                earlier.add(counts.get(i));
                if ((counts.size() - i) % 24 == 0) {
                    sameHour.add(counts.get(i));
                }
            }
            return RhythmTest.judge(count, earlier, sameHour);
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
