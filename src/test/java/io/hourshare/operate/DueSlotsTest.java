package io.hourshare.operate;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.contract.Cycle;
import io.hourshare.contract.Feed;
import io.hourshare.contract.FeedMode;
import io.hourshare.operate.slot.DueSlot;
import io.hourshare.operate.slot.DueSlots;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DueSlotsTest {

    private final Feed changes = HourFixture.feed("tax.registration", FeedMode.INCREMENTAL, Cycle.HOURLY);
    private final Feed list = HourFixture.feed("park.roster", FeedMode.FULL, Cycle.IRREGULAR);
    private HourFixture hour;

    @BeforeEach
    void open(@TempDir Path folder) {
        hour = new HourFixture(folder, "2026-11-22T10:01:00Z");
    }

    @AfterEach
    void close() {
        hour.close();
    }

    @Test
    void aNewFeedIsLoadedWholeUpToTheLastHour() {
        assertThat(labels(changes)).containsExactly("tax.registration@2026-11-22T08Z");
        assertThat(hour.dueSlots(changes).at(hour.instant()))
                .singleElement()
                .extracting(DueSlot::initial)
                .isEqualTo(true);
    }

    @Test
    void theHourAfterTheFirstLoadDoesNotWaitForTheFeedsMinute() {
        loaded("2026-11-22T08Z");

        assertThat(labels(changes)).containsExactly("tax.registration@2026-11-22T09Z");
    }

    @Test
    void laterHoursWaitForTheFeedsMinute() {
        loaded("2026-11-22T07Z");
        hour.landed(changes, "2026-11-22T08Z", false);
        hour.done(changes, "2026-11-22T08Z");

        assertThat(labels(changes)).isEmpty();
        hour.at("2026-11-22T10:05:00Z");
        assertThat(labels(changes)).containsExactly("tax.registration@2026-11-22T09Z");
    }

    @Test
    @Tag("F80")
    void afterAnOutageTheNewestHourComesFirstThenTheGaps() {
        loaded("2026-11-22T05Z");
        hour.done(changes, "2026-11-22T07Z");
        hour.at("2026-11-22T10:30:00Z");

        assertThat(labels(changes))
                .containsExactly(
                        "tax.registration@2026-11-22T09Z",
                        "tax.registration@2026-11-22T08Z",
                        "tax.registration@2026-11-22T06Z");
    }

    @Test
    void aFailedHourComesBackAfterAGrowingPause() {
        loaded("2026-11-22T08Z");
        hour.failed(changes, "2026-11-22T09Z", 3);

        hour.at("2026-11-22T10:04:30Z");
        assertThat(labels(changes)).isEmpty();
        hour.at("2026-11-22T10:05:01Z");
        assertThat(labels(changes)).containsExactly("tax.registration@2026-11-22T09Z");
    }

    @Test
    void whatLandedBeforeACrashIsDueToBeNormalized() {
        loaded("2026-11-22T08Z");
        hour.landed(changes, "2026-11-22T09Z", false);

        assertThat(labels(changes)).containsExactly("tax.registration@2026-11-22T09Z");
    }

    @Test
    void aLaterFullListCoversTheHoursBefore() {
        hour.landed(list, "2026-11-22T06Z", true);
        hour.done(list, "2026-11-22T06Z");
        hour.landed(list, "2026-11-22T09Z", false);
        hour.done(list, "2026-11-22T09Z");

        assertThat(covered(list)).containsExactly("park.roster@2026-11-22T08Z", "park.roster@2026-11-22T07Z");
    }

    @Test
    @Tag("F80")
    void changesOfAMissedHourAreCoveredByNothing() {
        loaded("2026-11-22T06Z");
        hour.done(changes, "2026-11-22T09Z");

        assertThat(covered(changes)).isEmpty();
    }

    @Test
    void aFirstLoadCoversTheFailedTriesBeforeIt() {
        hour.failed(changes, "2026-11-22T06Z", 1);
        loaded("2026-11-22T08Z");

        assertThat(covered(changes)).containsExactly("tax.registration@2026-11-22T06Z");
    }

    private void loaded(String window) {
        hour.landed(changes, window, true);
        hour.done(changes, window);
    }

    private List<String> labels(Feed feed) {
        return hour.dueSlots(feed).at(hour.instant()).stream()
                .map(DueSlot::label)
                .toList();
    }

    private List<String> covered(Feed feed) {
        DueSlots dueSlots = hour.dueSlots(feed);
        return dueSlots.covered(feed, dueSlots.newest(hour.instant())).stream()
                .map(DueSlot::label)
                .toList();
    }
}
