package io.hourshare.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.hourshare.contract.Catalogue;
import io.hourshare.engine.Engine;
import io.hourshare.kernel.FeedId;
import io.hourshare.kernel.HourWindow;
import io.hourshare.kernel.SteppedClock;
import io.hourshare.normalize.ReturnedRecords;
import io.hourshare.operate.run.OperatorRuns;
import io.hourshare.operate.run.RunRequest;
import io.hourshare.operate.run.RunVerb;
import io.hourshare.operate.run.RunView;
import io.hourshare.operate.run.Runs;
import io.hourshare.operate.slot.DueSlot;
import io.hourshare.operate.slot.DueSlots;
import io.hourshare.operate.slot.SlotPool;
import io.hourshare.operate.slot.StepLog;
import io.hourshare.serve.ServingApplication;
import io.hourshare.store.DataRoot;
import io.hourshare.store.Ledger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an operator sees of time passing, without touching anything. */
@ExtendWith(BrowserTown.Lent.class)
class LiveConsoleBrowserTest {

    private static final double WITHIN_TEN_SECONDS = 10_000;
    private static final List<String> STEPS = List.of("拉取", "入库", "识别", "质量", "归并", "发布");

    private final BrowserTown town;
    private final SteppedClock clock;
    private final CountDownLatch[] seen =
            STEPS.stream().map(step -> new CountDownLatch(1)).toArray(CountDownLatch[]::new);

    LiveConsoleBrowserTest(BrowserTown town) {
        this.town = town;
        this.clock = (SteppedClock) town.bean(Clock.class);
    }

    @AfterEach
    void resetClock() {
        clock.halt();
        clock.at(ServingApplication.NOW);
    }

    /** The feed answered for 03 to 04 o'clock, and 04 to 05 is promised by six. */
    @Test
    void theBoardTurnsLateAsThePromiseIsOver() {
        clock.at("2026-11-22T05:44:58Z");
        try (Page page = town.tab("/console")) {
            Locator state = page.locator("tr[data-key='natural-resources.real-estate'] .badge");
            assertThat(state.textContent()).contains("准时");
            page.locator("tr[data-key='natural-resources.real-estate'] summary").focus();

            clock.at("2026-11-22T05:45:01Z");
            becomes(state, "临期");
            clock.at("2026-11-22T06:00:01Z");
            becomes(state, "逾期");

            assertThat(page.evaluate("document.activeElement.closest('tr')?.dataset.key"))
                    .as("whoever stands on a line stays there")
                    .isEqualTo("natural-resources.real-estate");
        }
    }

    @Test
    void aPauseStandsOnTheBoardUntilItsTimeAndEndsByItself() {
        try (Page page = town.tab("/console")) {
            Locator banner = page.locator(".notes").getByText("暂停采集到");
            Locator state = page.locator("tr[data-key='housing.completion'] .badge");
            assertThat(banner.count()).isEqualTo(1);
            assertThat(state.textContent()).contains("已暂停");

            clock.at("2026-11-22T10:00:01Z");
            becomes(state, "逾期");
            banner.waitFor(new Locator.WaitForOptions()
                    .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED)
                    .setTimeout(WITHIN_TEN_SECONDS));
        }
    }

    /** Each step ends when the browser has seen it begin, while every processor is kept busy. */
    @Test
    void everyStepIsSeenAndTheyAddUpToTheWholeUnderLoad() {
        AtomicBoolean over = new AtomicBoolean();
        List<Thread> load = busy(over);
        clock.go();
        try (Page page = town.tab("/console/runs");
                SlotPool pool = new SlotPool((slot, approach, trigger, steps) -> work(slot, steps), 1);
                OperatorRuns operator = operator(pool)) {
            HourWindow hour = HourWindow.parse("2026-11-22T03Z");
            FeedId feed = FeedId.parse("tax.registration");
            String id = operator.submit(new RunRequest(RunVerb.REPULL, List.of(feed), hour, hour, "演示", "看每一步"), null);
            page.navigate(town.uri("/console/runs/" + id));
            for (int step = 0; step < STEPS.size(); step++) {
                page.locator("#live tbody tr", new Page.LocatorOptions().setHasText(STEPS.get(step)))
                        .getByText("运行中")
                        .waitFor();
                seen[step].countDown();
            }
            page.locator("#live .answer-head").getByText("完成").waitFor();

            assertThat(page.locator("#live tbody tr .badge").allTextContents())
                    .hasSizeGreaterThanOrEqualTo(STEPS.size())
                    .containsOnly("完成");
            RunView run = town.bean(Runs.class).find(id).orElseThrow();
            Duration whole = Duration.between(run.since(), ended(run));
            Duration steps = run.steps().stream()
                    .map(step -> Duration.between(step.startedAt(), step.endedAt()))
                    .reduce(Duration.ZERO, Duration::plus);
            assertThat(whole.minus(steps).abs()).isLessThan(Duration.ofSeconds(1));
            assertThat(page.locator("#can button[value=rerun]:not([formaction])")
                            .isEnabled())
                    .as("what can be done is said anew")
                    .isTrue();
            assertThat(page.locator("#can button[value=stop]").isDisabled()).isTrue();
        } finally {
            over.set(true);
            load.forEach(Thread::interrupt);
        }
    }

    private static Instant ended(RunView run) {
        return java.util.Objects.requireNonNull(run.endedAt());
    }

    private OperatorRuns operator(SlotPool pool) {
        return new OperatorRuns(
                town.bean(Catalogue.class),
                town.bean(Ledger.class),
                town.bean(Runs.class),
                pool,
                (run, steps) -> List.of("resolve", "quality", "merge", "publish")
                        .forEach(name -> {
                            int number = 2
                                    + List.of("resolve", "quality", "merge", "publish")
                                            .indexOf(name);
                            step(name, null, steps, number);
                        }),
                town.bean(DueSlots.class),
                new ReturnedRecords(town.bean(Engine.class), town.bean(DataRoot.class)::resolve),
                clock);
    }

    private boolean work(DueSlot slot, StepLog steps) {
        step("pull", slot, steps, 0);
        step("normalize", slot, steps, 1);
        return true;
    }

    private void step(String name, @org.jspecify.annotations.Nullable DueSlot slot, StepLog steps, int number) {
        steps.step(name, slot, done -> Map.of(), () -> {
            try {
                return seen[number].await(30, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        });
    }

    private static List<Thread> busy(AtomicBoolean over) {
        List<Thread> threads = java.util.stream.IntStream.range(
                        0, 2 * Runtime.getRuntime().availableProcessors())
                .mapToObj(number -> new Thread(
                        () -> {
                            double sum = 0;
                            while (!over.get()) {
                                sum += Math.sqrt(sum + 1);
                            }
                        },
                        "busy-" + number))
                .toList();
        threads.forEach(thread -> thread.setDaemon(true));
        threads.forEach(Thread::start);
        return threads;
    }

    private static void becomes(Locator state, String word) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .pollDelay(Duration.ZERO)
                .pollInSameThread()
                .untilAsserted(() -> assertThat(state.textContent()).contains(word));
    }
}
