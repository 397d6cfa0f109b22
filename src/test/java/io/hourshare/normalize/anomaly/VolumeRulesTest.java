package io.hourshare.normalize.anomaly;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.contract.ChangedContract;
import io.hourshare.contract.FeedContract;
import io.hourshare.contract.FeedMode;
import io.hourshare.contract.UsualContract;
import io.hourshare.contract.Watch;
import io.hourshare.kernel.FeedId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Zero, ten times, a third less, the same again: held where that is unusual for the feed, and only there. */
@Tag("F29")
class VolumeRulesTest {

    private static final List<Long> STEADY = Collections.nCopies(30, 200L);
    private static final List<Long> RESTLESS = List.of(
            0L, 3L, 40L, 220L, 0L, 1L, 0L, 0L, 9L, 180L, 60L, 0L, 0L, 5L, 70L, 12L, 0L, 0L, 0L, 31L, 2L, 90L, 0L, 4L);

    @Test
    void nothingWhereThereIsAlwaysSomethingIsHeld() {
        assertThat(reason(FeedMode.INCREMENTAL, 0, STEADY)).contains("VOLUME_ZERO");
        assertThat(reason(FeedMode.FULL, 0, List.of(0L, 800L))).contains("VOLUME_ZERO");
    }

    @Test
    void anHourWithoutChangesIsNothingUnusualWhereThatHappens() {
        assertThat(reason(FeedMode.INCREMENTAL, 0, RESTLESS)).isEmpty();
        assertThat(reason(FeedMode.INCREMENTAL, 0, List.of(50L, 60L))).isEmpty();
    }

    @Test
    void aSourceThatGaveNoFileSaidNothing() {
        assertThat(find(
                        contract(FeedMode.FULL, Map.of()),
                        new VolumeFigures(false, 0, List.of(800L), List.of(), false, 800, 0, null, false)))
                .isEmpty();
    }

    @Test
    void tenTimesAsMuchIsHeld() {
        assertThat(reason(FeedMode.INCREMENTAL, 2_000, STEADY)).contains("VOLUME_RISE");
        assertThat(reason(FeedMode.FULL, 800, List.of(80L))).contains("VOLUME_RISE");
        assertThat(reason(FeedMode.INCREMENTAL, 1_900, STEADY)).isEmpty();
        assertThat(reason(FeedMode.INCREMENTAL, 400, RESTLESS)).isEmpty();
    }

    @Test
    void aThirdLessIsHeldWhereItWasSteady() {
        assertThat(reason(FeedMode.FULL, 700, List.of(1_000L))).contains("VOLUME_DROP");
        assertThat(reason(FeedMode.FULL, 720, List.of(1_000L))).isEmpty();
        assertThat(reason(FeedMode.INCREMENTAL, 140, STEADY)).contains("VOLUME_DROP");
        assertThat(reason(FeedMode.INCREMENTAL, 5, RESTLESS)).isEmpty();
    }

    @Test
    void theSameFileAgainIsHeldUnlessTheQuestionsOverlap() {
        assertThat(find(
                        contract(FeedMode.EVENT, Map.of()),
                        new VolumeFigures(true, 300, STEADY, List.of(), false, 9_000, 300, "2026-11-22T01Z", false)))
                .contains("VOLUME_REPEAT");
        assertThat(find(
                        contract(FeedMode.EVENT, Map.of()),
                        new VolumeFigures(true, 300, STEADY, List.of(), false, 9_000, 300, "2026-11-22T01Z", true)))
                .isEmpty();
        assertThat(find(
                        contract(FeedMode.FULL, Map.of()),
                        new VolumeFigures(
                                true, 300, List.of(300L), List.of(), false, 300, 300, "2026-11-22T01Z", false)))
                .as("a list that did not change is a list")
                .isEmpty();
    }

    @Test
    void aFullListSentAsChangesIsHeld() {
        assertThat(find(
                        contract(FeedMode.INCREMENTAL, Map.of()),
                        new VolumeFigures(true, 5_100, STEADY, List.of(), false, 5_000, 4_900, null, false)))
                .contains("FULL_AS_INCREMENT");
    }

    @Test
    void theContractMayLetItPass() {
        assertThat(find(
                        contract(FeedMode.FULL, Map.of(Watch.DROP, false)),
                        new VolumeFigures(true, 100, List.of(1_000L), List.of(), false, 1_000, 0, null, false)))
                .isEmpty();
    }

    private static Optional<String> reason(FeedMode mode, long received, List<Long> earlier) {
        return find(
                contract(mode, Map.of()),
                new VolumeFigures(true, received, earlier, List.of(), false, 0, 0, null, false));
    }

    private static Optional<String> find(FeedContract contract, VolumeFigures figures) {
        return VolumeRules.find(contract, figures).map(VolumeRules.Finding::reason);
    }

    private static FeedContract contract(FeedMode mode, Map<Watch, Boolean> watches) {
        return ChangedContract.watching(UsualContract.of(FeedId.parse("tax.registration"), mode), watches);
    }
}
