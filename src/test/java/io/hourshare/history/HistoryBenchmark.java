package io.hourshare.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.Figures;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What keeping changes costs an hour, and what reading them costs, after so many days of them.
 *
 * <p>Run by {@code mvn -Pbench verify}; {@code -Dbench.stages=history}, {@code -Dhistory.days},
 * {@code -Dhistory.publications} and {@code -Dhistory.changes} choose.
 */
class HistoryBenchmark {

    private static final int DAYS = Integer.getInteger("history.days", 20);
    private static final int A_DAY = Integer.getInteger("history.publications", 24);
    private static final int CHANGES = Integer.getInteger("history.changes", 50);

    @TempDir
    Path home;

    @Test
    void anHourCostsWhatChangedAndNotWhatIsStored() {
        Assumptions.assumeTrue(System.getProperty("bench.stages", "history").contains("history"));
        List<Long> first = new ArrayList<>();
        List<Long> last = new ArrayList<>();
        try (ManyHours hours = new ManyHours(home, "2025-09-17T20:05:00Z")) {
            for (int hour = 0; hour < DAYS * A_DAY; hour++) {
                hours.publish(CHANGES);
                hours.pass(Duration.ofHours(24 / A_DAY - 1));
                long start = System.nanoTime();
                hours.keeping.keep();
                long took = System.nanoTime() - start;
                (hour < 30 * A_DAY ? first : last).add(took);
            }
            Figures.say(
                    "%d days x %d publications x %d changes: %d files",
                    DAYS, A_DAY, CHANGES, hours.files().size());
            tell("keeping, first 30 days", first);
            tell("keeping, last 30 days", last.subList(Math.max(0, last.size() - 30 * A_DAY), last.size()));
            time("read the journal anew", hours::restart);
            time(
                    "one enterprise's whole history",
                    () -> assertThat(hours.rows.of("E39", hours.rows.kept(hours.batches.all())))
                            .isNotEmpty());
            ChangeBatch middle = hours.batches.all().get(DAYS * A_DAY / 2);
            time(
                    "a page of 1,000 from the middle",
                    () -> assertThat(hours.feed()
                                    .page(middle.number() + ".0", 1_000)
                                    .rows())
                            .hasSize(1_000));
        }
    }

    private static void tell(String what, List<Long> nanos) {
        List<Long> sorted = new ArrayList<>(nanos);
        Collections.sort(sorted);
        Figures.say(
                "%s: median %.1f ms, p95 %.1f ms, worst %.1f ms",
                what,
                sorted.get(sorted.size() / 2) / 1e6,
                sorted.get(sorted.size() * 95 / 100) / 1e6,
                sorted.get(sorted.size() - 1) / 1e6);
    }

    private static void time(String what, Runnable work) {
        long start = System.nanoTime();
        work.run();
        Figures.say("%s: %.1f ms", what, (System.nanoTime() - start) / 1e6);
    }
}
