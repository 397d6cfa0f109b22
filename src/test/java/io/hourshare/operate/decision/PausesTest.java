package io.hourshare.operate.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hourshare.contract.Cycle;
import io.hourshare.contract.Feed;
import io.hourshare.contract.FeedMode;
import io.hourshare.kernel.HourWindow;
import io.hourshare.operate.HourFixture;
import io.hourshare.operate.freshness.Freshness;
import io.hourshare.operate.freshness.FreshnessState;
import io.hourshare.operate.run.PlannedSlot;
import io.hourshare.operate.run.RunRefusedException;
import io.hourshare.operate.slot.DueSlots;
import io.hourshare.store.SlotState;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PausesTest {

    private final Feed tax = HourFixture.feed("tax.registration", FeedMode.INCREMENTAL, Cycle.HOURLY);
    private HourFixture hour;
    private Pauses pauses;
    private DueSlots dueSlots;

    @BeforeEach
    void open(@TempDir Path folder) {
        hour = new HourFixture(folder, "2026-11-22T10:30:00Z");
        pauses = new Pauses(HourFixture.catalogue(tax), hour.journal, hour);
        dueSlots = new DueSlots(HourFixture.catalogue(tax), hour.ledger, hour.settings, pauses::paused);
        hour.landed(tax, "2026-11-22T06Z", true);
        hour.done(tax, "2026-11-22T06Z");
    }

    @AfterEach
    void close() {
        hour.close();
    }

    @Test
    @Tag("F84")
    void aPausedFeedIsNotAskedAndIsCaughtUpWithAfterwardsByItself() {
        assertThat(dueSlots.at(hour.instant())).hasSize(3);

        pauses.pause(tax.id(), Instant.parse("2026-11-22T12:00:00Z"), "张", "部门停机");
        assertThat(dueSlots.at(hour.instant())).isEmpty();
        assertThat(freshness()).isEqualTo(FreshnessState.PAUSED);

        hour.at("2026-11-22T12:06:00Z");
        assertThat(pauses.now()).isEmpty();
        assertThat(dueSlots.at(hour.instant())).hasSize(5);
        assertThat(freshness()).isEqualTo(FreshnessState.OVERDUE);
    }

    @Test
    void aPauseEndsEarlyWhenAPersonSaysSoAndOutlivesTheProcess() {
        pauses.pause(tax.id(), Instant.parse("2026-11-22T12:00:00Z"), "张", "部门停机");
        Pauses afterRestart = new Pauses(HourFixture.catalogue(tax), hour.journal, hour);
        assertThat(afterRestart.paused(tax.id(), hour.instant())).isTrue();

        int lines = hour.journal.lines().size();
        assertThat(afterRestart.previewEnd(tax.id()).reason()).isEqualTo("部门停机");
        assertThat(hour.journal.lines()).as("a dry run changes nothing").hasSize(lines);

        afterRestart.unpause(tax.id(), "李", "提前恢复");

        assertThat(pauses.paused(tax.id(), hour.instant())).isFalse();
        assertThatThrownBy(() -> pauses.unpause(tax.id(), "李", "再来"))
                .isInstanceOfSatisfying(
                        RunRefusedException.class, e -> assertThat(e.code()).isEqualTo("not-paused"));
    }

    @Test
    void aPauseNeedsAReasonAndATimeToCome() {
        assertThatThrownBy(() -> pauses.pause(tax.id(), Instant.parse("2026-11-22T12:00:00Z"), "张", " "))
                .isInstanceOf(RunRefusedException.class);
        assertThatThrownBy(() -> pauses.pause(tax.id(), Instant.parse("2026-11-22T10:00:00Z"), "张", "早了"))
                .isInstanceOfSatisfying(
                        RunRefusedException.class, e -> assertThat(e.code()).isEqualTo("until-out-of-range"));
    }

    @Test
    void aWaiverTouchesWhatItsPreviewListsAndNothingThatIsDone() {
        Waivers waivers = new Waivers(HourFixture.catalogue(tax), hour.ledger, hour.journal, dueSlots, hour);
        hour.done(tax, "2026-11-22T08Z");
        HourWindow from = HourWindow.parse("2026-11-22T06Z");
        HourWindow to = HourWindow.parse("2026-11-22T23Z");

        assertThat(waivers.preview(tax.id(), from, to).slots())
                .extracting(PlannedSlot::label)
                .containsExactly("tax.registration@2026-11-22T07Z", "tax.registration@2026-11-22T09Z");
        waivers.waive(tax.id(), from, to, "张", "部门当日停机");

        assertThat(hour.ledger.slots(tax.id()))
                .extracting(slot -> slot.state())
                .containsExactly(SlotState.DONE, SlotState.WAIVED, SlotState.DONE, SlotState.WAIVED);
    }

    private FreshnessState freshness() {
        return new Freshness(HourFixture.catalogue(tax), hour.ledger, dueSlots, hour)
                .now()
                .get(0)
                .state();
    }
}
