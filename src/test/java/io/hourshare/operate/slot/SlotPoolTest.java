package io.hourshare.operate.slot;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.contract.Cycle;
import io.hourshare.contract.Feed;
import io.hourshare.contract.FeedMode;
import io.hourshare.operate.HourFixture;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One feed takes longer than its hour: its next windows wait, in order, and take nothing from the others. */
@Tag("F81")
class SlotPoolTest {

    private final Feed slow = HourFixture.feed("tax.registration", FeedMode.INCREMENTAL, Cycle.HOURLY);
    private final Feed quick = HourFixture.feed("housing.permit", FeedMode.INCREMENTAL, Cycle.HOURLY);
    private final CountDownLatch gate = new CountDownLatch(1);
    private final List<String> worked = new CopyOnWriteArrayList<>();
    private final AtomicInteger atOnce = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();

    @Test
    void theNextHoursOfASlowFeedWaitAndThoseOfOthersDoNot(@TempDir Path folder) {
        try (HourFixture hour = new HourFixture(folder, "2026-11-22T00:30:00Z");
                SlotPool pool = new SlotPool((slot, approach, trigger, steps) -> work(hour, slot), 2)) {
            DueSlots due = hour.dueSlots(slow, quick);
            for (Feed feed : List.of(slow, quick)) {
                hour.landed(feed, "2026-11-21T23Z", true);
                hour.done(feed, "2026-11-21T23Z");
            }
            for (int passed = 1; passed <= 3; passed++) {
                hour.at("2026-11-22T0" + passed + ":30:00Z");
                pool.start(due.at(hour.instant()), Approach.WHAT_IS_LEFT, "sync", new StepLog(hour));
                await(passed);
            }
            assertThat(worked)
                    .containsExactly(
                            "housing.permit@2026-11-22T00Z",
                            "housing.permit@2026-11-22T01Z",
                            "housing.permit@2026-11-22T02Z");
            gate.countDown();
            await(6);
            assertThat(worked.subList(3, 6))
                    .containsExactly(
                            "tax.registration@2026-11-22T00Z",
                            "tax.registration@2026-11-22T01Z",
                            "tax.registration@2026-11-22T02Z");
            assertThat(most).as("windows of the slow feed at once").hasValue(1);
            assertThat(due.at(hour.instant())).isEmpty();
        }
    }

    private void await(int done) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> worked.size() == done);
    }

    private boolean work(HourFixture hour, DueSlot slot) {
        if (slot.feed().equals(slow)) {
            most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
            try {
                gate.await(30, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            atOnce.decrementAndGet();
        }
        hour.landed(slot.feed(), slot.window().label(), false);
        hour.done(slot.feed(), slot.window().label());
        worked.add(slot.label());
        return true;
    }
}
