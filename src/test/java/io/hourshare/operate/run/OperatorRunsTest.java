package io.hourshare.operate.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.hourshare.kernel.Digest;
import io.hourshare.kernel.HourWindow;
import io.hourshare.operate.slot.Approach;
import io.hourshare.operate.slot.StepLog;
import io.hourshare.store.JournalAct.RetentionEnded;
import io.hourshare.store.JournalAct.RunRequested;
import io.hourshare.store.JournalFact.DeliveryLanded;
import io.hourshare.store.StepTaken;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OperatorRunsTest {

    private static final HourWindow FIRST = HourWindow.parse("2026-11-21T08Z");
    private static final HourWindow LAST = HourWindow.parse("2026-11-22T08Z");

    private RunBench bench;

    @BeforeEach
    void open(@TempDir Path folder) {
        bench = new RunBench(folder, "2026-11-22T09:30:00Z");
        bench.hour.landed(bench.tax, "2026-11-21T08Z", true);
        bench.hour.done(bench.tax, "2026-11-21T08Z");
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void threePoisonedSlotsOfTwentyFourFailAloneAndOneCallRetriesExactlyThem() {
        Set<String> poisoned = Set.of(
                "tax.registration@2026-11-21T11Z",
                "tax.registration@2026-11-21T20Z",
                "tax.registration@2026-11-22T05Z");
        bench.poisoned.addAll(poisoned);

        RunView first = bench.ended(bench.operator.submit(backfill(BackfillScope.MISSING), null));

        assertThat(first.state()).isEqualTo("PARTIAL");
        assertThat(bench.worked).hasSize(24);
        assertThat(first.left()).containsExactlyInAnyOrderElementsOf(poisoned);
        assertThat(first.detail()).contains("完成 21 个", "失败 3 个");
        assertThat(poisoned)
                .allSatisfy(label -> assertThat(bench.hour
                                .ledger
                                .slot(bench.tax.id(), HourWindow.parse(label.split("@")[1]))
                                .orElseThrow()
                                .trouble())
                        .contains("SOURCE_UNREACHABLE"));

        bench.poisoned.clear();
        bench.worked.clear();
        String again = bench.operator.act(first.id(), RunAction.RESUME, "张", "部门已修复");
        RunView second = bench.ended(again);

        assertThat(again).isEqualTo(first.id());
        assertThat(bench.worked).containsExactlyInAnyOrderElementsOf(poisoned);
        assertThat(second.state()).isEqualTo("DONE");
        assertThat(second.left()).isEmpty();
    }

    @Test
    void aBackfillOfTheFailedTouchesTheFailedOnly() {
        bench.poisoned.add("tax.registration@2026-11-22T05Z");
        RunView first = bench.ended(bench.operator.submit(backfill(BackfillScope.MISSING), null));
        bench.poisoned.clear();
        bench.worked.clear();

        RunView second = bench.ended(bench.operator.act(first.id(), RunAction.BACKFILL, "张", "补失败"));

        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(bench.worked).containsExactly("tax.registration@2026-11-22T05Z");
    }

    @Test
    void aPlanThatNoLongerHoldsIsRefused() {
        RunRequest request = backfill(BackfillScope.MISSING);
        String plan = bench.operator.preview(request).plan();
        bench.hour.done(bench.tax, "2026-11-21T09Z");

        assertThatThrownBy(() -> bench.operator.submit(request, null, plan))
                .isInstanceOfSatisfying(
                        RunRefusedException.class, e -> assertThat(e.code()).isEqualTo("plan-changed"));
        assertThat(bench.worked).isEmpty();
    }

    @Test
    void aRerunReadsWhatLandedAndARepullAsksTheDepartment() {
        RunRequest rerun = request(RunVerb.RERUN, BackfillScope.MISSING, FIRST, FIRST);
        RunRequest repull = request(RunVerb.REPULL, BackfillScope.MISSING, FIRST, FIRST);

        bench.ended(bench.operator.submit(rerun, null));
        bench.ended(bench.operator.submit(repull, null));
        bench.ended(bench.operator.submit(backfill(BackfillScope.MISSING), null));

        assertThat(bench.approaches)
                .startsWith(Approach.FROM_LANDING, Approach.FROM_SOURCE)
                .endsWith(Approach.WHAT_IS_LEFT);
    }

    @Test
    void whatWasDestroyedByRuleIsNotRunAgainFromLanding() {
        RunRequest rerun = request(RunVerb.RERUN, BackfillScope.MISSING, FIRST, FIRST);
        List<String> objects = List.of("landing/tax.registration/2026-11-21T08Z/0badcafe/rows.jsonl");
        bench.hour.journal.append(
                new DeliveryLanded(bench.tax.id(), FIRST, Digest.of("rows"), objects, null, null, null, true));
        bench.hour.journal.append(new RetentionEnded(
                bench.tax.id(), LocalDate.parse("2026-11-20"), objects, List.of(), true, "系统", "留存期满"));

        RunPlan plan = bench.operator.preview(rerun);

        assertThat(plan.slots()).extracting(PlannedSlot::label).doesNotContain(bench.tax.id() + "@" + FIRST);
        assertThat(plan.leftOut()).containsEntry("落地数据已按规则销毁，请改用重新拉取", 1L);
    }

    @Test
    void aRunWhoseLandingWasDestroyedSaysSo() {
        RunRequest repull = request(RunVerb.REPULL, BackfillScope.MISSING, FIRST, FIRST);
        RunView run = bench.ended(bench.operator.submit(repull, null));
        assertThat(run.allowedActions()).contains("rerun", "repull");
        List<String> objects = List.of("landing/tax.registration/2026-11-21T08Z/0badcafe/rows.jsonl");
        bench.hour.journal.append(
                new DeliveryLanded(bench.tax.id(), FIRST, Digest.of("rows"), objects, null, null, null, true));
        bench.hour.journal.append(new RetentionEnded(
                bench.tax.id(), LocalDate.parse("2026-11-20"), objects, List.of(), true, "系统", "留存期满"));

        RunView gone = bench.runs.find(run.id()).orElseThrow();

        assertThat(gone.allowedActions()).contains("repull").doesNotContain("rerun");
        assertThat(gone.blockedActions())
                .filteredOn(blocked -> blocked.action().equals("rerun"))
                .singleElement()
                .satisfies(blocked -> assertThat(blocked.reason()).contains("按规则销毁", "重新拉取"));
    }

    /** The journal tells every line while it is written; whoever asks for a run must not hold what that waits for. */
    @Test
    @Tag("F84")
    void requestsAndTheHoursOwnLinesNeverWaitForEachOther() throws Exception {
        List<String> ids = new ArrayList<>();
        Thread hours = new Thread(() -> {
            for (int attempt = 1; attempt <= 400; attempt++) {
                bench.hour.failed(bench.housing, "2026-11-21T08Z", attempt);
            }
        });
        hours.setDaemon(true);
        Thread people = new Thread(() -> {
            for (int number = 0; number < 60; number++) {
                RunRequest request = new RunRequest(
                        RunVerb.REPULL, List.of(bench.tax.id()), FIRST, FIRST, "张", "第 " + number + " 次");
                ids.add(bench.operator.submit(request, null));
                bench.runs.all();
            }
        });
        people.setDaemon(true);
        hours.start();
        people.start();

        hours.join(30_000);
        people.join(30_000);
        assertThat(hours.isAlive() || people.isAlive())
                .as("they wait for each other")
                .isFalse();
        bench.ended(ids.get(ids.size() - 1));
    }

    @Test
    @Tag("F70")
    void twentyEqualPostsAtOnceAreOneRun() {
        for (String key : new String[] {null, "a-key"}) {
            bench.gate = new CountDownLatch(1);
            RunRequest request =
                    new RunRequest(RunVerb.REPULL, List.of(bench.tax.id()), FIRST, FIRST, "张", "演练 " + key);

            Set<String> ids = IntStream.range(0, 20)
                    .parallel()
                    .mapToObj(one -> bench.operator.submit(request, key))
                    .collect(java.util.stream.Collectors.toSet());
            bench.gate.countDown();

            assertThat(ids).hasSize(1);
            bench.ended(ids.iterator().next());
        }
        assertThat(bench.worked).hasSize(2);
        assertThat(bench.hour.journal.lines().stream().filter(line -> line.entry() instanceof RunRequested))
                .hasSize(2);
    }

    @Test
    @Tag("F70")
    void aKeyIsNotLentToAnotherRequest() {
        bench.ended(bench.operator.submit(backfill(BackfillScope.MISSING), "k"));

        assertThatThrownBy(() -> bench.operator.submit(request(RunVerb.RERUN, BackfillScope.ALL, FIRST, LAST), "k"))
                .isInstanceOfSatisfying(
                        RunRefusedException.class, e -> assertThat(e.code()).isEqualTo("idempotency-key-reused"));
    }

    @Test
    @Tag("F84")
    void aStoppedRunLeavesTheRestAndGoesOnWithExactlyThat() {
        bench.gate = new CountDownLatch(1);
        RunRequest one = new RunRequest(
                RunVerb.BACKFILL, List.of(bench.tax.id()), FIRST, LAST, BackfillScope.MISSING, 1, "张", "演练");
        String id = bench.operator.submit(one, null);
        org.awaitility.Awaitility.await()
                .until(() -> bench.runs.find(id).orElseThrow().state().equals("RUNNING"));
        bench.operator.act(id, RunAction.STOP, "张", "先停");
        assertThat(bench.runs.find(id).orElseThrow().state()).isEqualTo("STOPPING");
        bench.gate.countDown();

        RunView stopped = bench.ended(id);
        assertThat(stopped.state()).isEqualTo("STOPPED");
        Set<String> begun = new HashSet<>(bench.worked);
        assertThat(stopped.left()).hasSize(24 - begun.size()).doesNotContainAnyElementsOf(begun);

        bench.worked.clear();
        bench.operator.act(id, RunAction.RESUME, "张", "继续");
        assertThat(bench.ended(id).state()).isEqualTo("DONE");
        assertThat(bench.worked).containsExactlyInAnyOrderElementsOf(stopped.left());
    }

    @Test
    @Tag("F84")
    void anAbandonedRunIsNotGoneOnWith() {
        bench.poisoned.add("tax.registration@2026-11-22T05Z");
        String id = bench.operator.submit(backfill(BackfillScope.MISSING), null);
        bench.ended(id);
        bench.operator.act(id, RunAction.ABANDON, "张", "部门停用该接口");

        assertThat(bench.runs.find(id).orElseThrow().state()).isEqualTo("ABANDONED");
        assertThatThrownBy(() -> bench.operator.act(id, RunAction.RESUME, "张", "再试"))
                .isInstanceOfSatisfying(
                        RunRefusedException.class, e -> assertThat(e.code()).isEqualTo("run-abandoned"));
    }

    @Test
    @Tag("F84")
    void aRunThatACrashLeftIsRecoveredAndThenGoneOnWith() {
        bench.hour.journal.append(new RunRequested(
                "run-old",
                "BACKFILL",
                List.of("tax.registration"),
                FIRST,
                LAST,
                java.util.Map.of("scope", "MISSING", "parallel", "1"),
                List.of("tax.registration@2026-11-21T09Z"),
                "张",
                "演练",
                null));
        assertThat(bench.runs.find("run-old").orElseThrow().state()).isEqualTo("INTERRUPTED");

        bench.operator.act("run-old", RunAction.RECOVER, "张", "机器重启");
        assertThat(bench.runs.find("run-old").orElseThrow().state()).isEqualTo("STOPPED");
        bench.operator.act("run-old", RunAction.RESUME, "张", "继续");

        assertThat(bench.ended("run-old").state()).isEqualTo("DONE");
        assertThat(bench.worked).containsExactly("tax.registration@2026-11-21T09Z");
    }

    @Test
    void theStepsOfAnEndedRunOutliveTheProcess() {
        RunView ended = bench.ended(bench.operator.submit(backfill(BackfillScope.MISSING), null));
        assertThat(ended.steps())
                .filteredOn(step -> step.name().equals("pull"))
                .hasSize(24)
                .allSatisfy(step -> assertThat(step.counts()).containsEntry("objects", 1L));

        Runs afterwards = new Runs(bench.hour.journal, bench.hour.ledger, bench.hour);

        assertThat(afterwards.find(ended.id()).orElseThrow().steps()).isEqualTo(ended.steps());
    }

    @Test
    void ofVeryManyStepsTheFailedAndTheLastAreKept() {
        StepLog steps = new StepLog(bench.hour);
        for (int number = 0; number < 9; number++) {
            String name = "step-" + number;
            boolean fails = number == 2;
            catchThrowable(() -> steps.step(name, null, done -> Map.of(), () -> {
                if (fails) {
                    throw new IllegalStateException("坏了");
                }
                return true;
            }));
        }

        assertThat(steps.taken(4)).extracting(StepTaken::name).containsExactly("step-2", "step-6", "step-7", "step-8");
        assertThat(steps.taken(20)).hasSize(9);
    }

    @Test
    void aRunThatIsOpenAtTheStartIsTakenUpAgainByItself() {
        bench.hour.journal.append(new RunRequested(
                "run-old",
                "BACKFILL",
                List.of("tax.registration"),
                FIRST,
                LAST,
                null,
                List.of("tax.registration@2026-11-21T09Z"),
                "张",
                "演练",
                null));

        bench.operator.resume();

        assertThat(bench.ended("run-old").state()).isEqualTo("DONE");
    }

    @Test
    void nothingIsDoneWithoutAReason() {
        RunRequest silent = new RunRequest(RunVerb.SYNC, List.of(bench.tax.id()), FIRST, LAST, "张", "");

        assertThatThrownBy(() -> bench.operator.submit(silent, null))
                .isInstanceOfSatisfying(
                        RunRefusedException.class, e -> assertThat(e.code()).isEqualTo("reason-missing"));
        assertThat(bench.operator.preview(silent).slots()).isNotEmpty();
    }

    private RunRequest backfill(BackfillScope scope) {
        return request(RunVerb.BACKFILL, scope, FIRST, LAST);
    }

    private RunRequest request(RunVerb verb, BackfillScope scope, HourWindow from, HourWindow to) {
        return new RunRequest(verb, List.of(bench.tax.id()), from, to, scope, 3, "张", "演练");
    }
}
