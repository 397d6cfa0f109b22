package io.hourshare.operate;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.contract.Cycle;
import io.hourshare.contract.Feed;
import io.hourshare.contract.FeedMode;
import io.hourshare.kernel.HourWindow;
import io.hourshare.operate.freshness.Freshness;
import io.hourshare.operate.freshness.FreshnessState;
import io.hourshare.operate.slot.DueSlot;
import io.hourshare.operate.slot.DueSlots;
import io.hourshare.store.Slot;
import io.hourshare.store.SlotState;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Days in which process and source fail at random, driven by the ledger alone: no scheduler is there at all. */
@Tag("F80")
@Tag("F82")
class OutageTest {

    private static final Instant START = Instant.parse("2026-11-16T00:20:00Z");
    private static final int DAYS = 4;

    private final Feed feed = HourFixture.feed("tax.registration", FeedMode.INCREMENTAL, Cycle.HOURLY);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void windowsTileTimeAndTheNewestIsCaughtUpWithFirst(long seed, @TempDir Path folder) {
        Random random = new Random(seed);
        try (HourFixture hour = new HourFixture(folder, START.toString())) {
            DueSlots dueSlots = hour.dueSlots(feed);
            Freshness freshness = new Freshness(HourFixture.catalogue(feed), hour.ledger, dueSlots, hour);
            int down = 0;
            for (int tick = 0; tick < DAYS * 24; tick++) {
                hour.at(START.plus(Duration.ofHours(tick)).toString());
                down = down > 0 ? down - 1 : random.nextInt(8) == 0 ? random.nextInt(12) : 0;
                if (down > 0) {
                    continue;
                }
                List<DueSlot> due = dueSlots.at(hour.instant());
                assertThat(due)
                        .isSortedAccordingTo(
                                Comparator.comparing(DueSlot::window).reversed());
                due.forEach(slot -> work(hour, slot, random));
            }
            settle(hour, dueSlots);

            assertTiles(hour, dueSlots.newest(hour.instant()));
            assertThat(freshness.now())
                    .singleElement()
                    .satisfies(one -> assertThat(one.state()).isIn(FreshnessState.ON_TIME, FreshnessState.DUE_SOON));
            hour.at(hour.instant().plus(Duration.ofHours(3)).toString());
            assertThat(freshness.now())
                    .as("a silent scheduler is noticed")
                    .singleElement()
                    .satisfies(one -> assertThat(one.state()).isEqualTo(FreshnessState.OVERDUE));
        }
    }

    private void work(HourFixture hour, DueSlot slot, Random random) {
        String window = slot.window().label();
        if (random.nextInt(5) == 0) {
            hour.failed(feed, window, slot.attempts() + 1);
        } else {
            hour.landed(feed, window, slot.initial());
            if (random.nextInt(9) > 0) {
                hour.done(feed, window); // else the process dies between landing and adoption
            }
        }
    }

    /** The source is well again: what is left is worked off, each failed slot after its pause. */
    private void settle(HourFixture hour, DueSlots dueSlots) {
        HourWindow newest = dueSlots.newest(hour.instant());
        for (DueSlot slot : dueSlots.ofFeed(feed, newest)) {
            hour.landed(feed, slot.window().label(), slot.initial());
            hour.done(feed, slot.window().label());
        }
    }

    private void assertTiles(HourFixture hour, HourWindow newest) {
        List<Slot> slots = hour.ledger.slots(feed.id()).stream()
                .filter(slot -> slot.state() == SlotState.DONE)
                .toList();
        for (int i = 1; i < slots.size(); i++) {
            assertThat(slots.get(i).window().previous())
                    .isEqualTo(slots.get(i - 1).window());
        }
        assertThat(slots.get(slots.size() - 1).window()).isEqualTo(newest);
        assertThat(slots).hasSizeGreaterThan((DAYS - 1) * 24);
    }
}
