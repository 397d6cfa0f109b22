package io.hourshare.operate.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.kernel.Digest;
import io.hourshare.kernel.HourWindow;
import io.hourshare.operate.HourFixture;
import io.hourshare.store.BatchCounts;
import io.hourshare.store.JournalAct.RunRequested;
import io.hourshare.store.JournalAct.SlotWaived;
import io.hourshare.store.JournalFact.BatchAdopted;
import io.hourshare.store.JournalFact.SlotHeld;
import io.hourshare.store.JournalLine;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever an operator asks for: the journal afterwards speaks of the slots that the dry run listed, and no other. */
class EveryVerbTest {

    private static final HourWindow FIRST = HourWindow.parse("2026-11-22T00Z");
    private static final HourWindow LAST = HourWindow.parse("2026-11-22T08Z");

    private RunBench bench;

    @BeforeEach
    void aDayOfEveryKind(@TempDir Path folder) {
        bench = new RunBench(folder, "2026-11-22T09:30:00Z");
        done("00", true, bench.tax.digest());
        done("01", false, bench.tax.digest());
        done("02", false, Digest.of("an older mapping"));
        bench.hour.failed(bench.tax, "2026-11-22T03Z", 1);
        bench.hour.landed(bench.tax, "2026-11-22T04Z", false);
        bench.hour.landed(bench.tax, "2026-11-22T05Z", false);
        HourWindow held = HourWindow.parse("2026-11-22T05Z");
        bench.hour.journal.append(new SlotHeld(bench.tax.id(), held, "VOLUME_DROP", "少了一半"));
        HourWindow waived = HourWindow.parse("2026-11-22T06Z");
        bench.hour.journal.append(new SlotWaived(bench.tax.id(), waived, "张", "停机"));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    static Stream<Arguments> verbs() {
        return Arrays.stream(RunVerb.values())
                .flatMap(verb -> verb == RunVerb.BACKFILL
                        ? Arrays.stream(BackfillScope.values()).map(scope -> Arguments.of(verb, scope))
                        : Stream.of(Arguments.of(verb, BackfillScope.MISSING)));
    }

    @ParameterizedTest
    @MethodSource("verbs")
    @Tag("F83")
    void aRunTouchesWhatItsDryRunLists(RunVerb verb, BackfillScope scope) {
        RunRequest request = new RunRequest(verb, List.of(bench.tax.id()), FIRST, LAST, scope, 2, "张", "每个动作都试一遍");
        RunPlan plan = bench.operator.preview(request);
        int before = bench.hour.journal.lines().size();
        assertThat(plan.slots()).isNotEmpty();

        bench.ended(bench.operator.submit(request, null, plan.plan()));

        List<JournalLine> since = since(before);
        assertThat(touched(since)).isEqualTo(labels(plan));
        assertThat(since.get(0).entry()).isInstanceOfSatisfying(RunRequested.class, line -> {
            assertThat(Set.copyOf(line.slots())).isEqualTo(labels(plan));
            assertThat(line.actor()).isEqualTo("张");
            assertThat(line.reason()).isEqualTo("每个动作都试一遍");
        });
        assertThat(plan.slots().size()
                        + plan.leftOut().values().stream()
                                .mapToLong(Long::longValue)
                                .sum())
                .as("every other window of the range says why it is left out")
                .isEqualTo(9);
    }

    @ParameterizedTest
    @EnumSource(
            value = RunAction.class,
            names = {"RESUME", "RERUN", "REPULL", "BACKFILL", "ABANDON"})
    void anActionTouchesWhatItsDryRunLists(RunAction action) {
        bench.poisoned.add("tax.registration@2026-11-22T07Z");
        RunRequest missing = new RunRequest(
                RunVerb.BACKFILL, List.of(bench.tax.id()), FIRST, LAST, BackfillScope.MISSING, 2, "张", "补缺");
        RunView run = bench.ended(bench.operator.submit(missing, null));
        assertThat(run.allowedActions()).contains(action.word());
        bench.poisoned.clear();
        RunPlan plan = bench.operator.preview(run.id(), action);
        int before = bench.hour.journal.lines().size();

        bench.ended(bench.operator.act(run.id(), action, "李", "每个动作都试一遍"));

        assertThat(touched(since(before))).isEqualTo(labels(plan));
        assertThat(plan.slots().isEmpty()).isEqualTo(action == RunAction.ABANDON);
    }

    @Test
    void aStopTouchesNothingAndWhatWasNotBegunIsLeft() {
        bench.gate = new CountDownLatch(1);
        RunRequest all = new RunRequest(
                RunVerb.REPULL, List.of(bench.tax.id()), FIRST, LAST, BackfillScope.MISSING, 1, "张", "重新取");
        Set<String> planned = labels(bench.operator.preview(all));
        String id = bench.operator.submit(all, null);
        RunPlan plan = bench.operator.preview(id, RunAction.STOP);
        int before = bench.hour.journal.lines().size();

        bench.operator.act(id, RunAction.STOP, "李", "先停下");
        assertThat(plan.slots()).isEmpty();
        assertThat(touched(since(before))).isEmpty();
        bench.gate.countDown();
        RunView stopped = bench.ended(id);

        assertThat(stopped.state()).isEqualTo("STOPPED");
        Set<String> finished = touched(since(before));
        assertThat(finished).as("only what was begun").hasSizeLessThanOrEqualTo(2);
        assertThat(stopped.left()).hasSize(planned.size() - finished.size()).doesNotContainAnyElementsOf(finished);
    }

    @Test
    void aRecoveryTouchesNothingAndLeavesWhatItsDryRunLists() {
        List<String> slots = List.of("tax.registration@2026-11-22T03Z", "tax.registration@2026-11-22T07Z");
        bench.hour.journal.append(new RunRequested(
                "run-old",
                "BACKFILL",
                List.of("tax.registration"),
                FIRST,
                LAST,
                Map.of("scope", "ALL", "parallel", "1"),
                slots,
                "张",
                "补数",
                null));
        RunPlan plan = bench.operator.preview("run-old", RunAction.RECOVER);
        int before = bench.hour.journal.lines().size();

        bench.operator.act("run-old", RunAction.RECOVER, "李", "机器重启");

        assertThat(labels(plan)).isEqualTo(Set.copyOf(slots));
        assertThat(touched(since(before))).isEmpty();
        assertThat(bench.runs.find("run-old").orElseThrow().left()).isEqualTo(slots);
    }

    private void done(String hour, boolean initial, Digest mapping) {
        String window = "2026-11-22T" + hour + "Z";
        bench.hour.landed(bench.tax, window, initial);
        bench.hour.journal.append(new BatchAdopted(
                bench.tax.id(),
                HourWindow.parse(window),
                HourFixture.CONTENT,
                mapping,
                List.of(),
                new BatchCounts(null, 10, 8, 2, 0, 0, 0, 0),
                null,
                7));
    }

    private List<JournalLine> since(int lines) {
        return bench.since(lines);
    }

    private static Set<String> labels(RunPlan plan) {
        return RunBench.labels(plan);
    }

    private static Set<String> touched(List<JournalLine> lines) {
        return RunBench.touched(lines);
    }
}
