package io.hourshare.operate.run;

import io.hourshare.contract.Catalogue;
import io.hourshare.kernel.FeedId;
import io.hourshare.kernel.HourWindow;
import io.hourshare.normalize.ReturnedRecords;
import io.hourshare.operate.slot.Approach;
import io.hourshare.operate.slot.DueSlot;
import io.hourshare.operate.slot.DueSlots;
import io.hourshare.operate.slot.Ending;
import io.hourshare.operate.slot.SlotPool;
import io.hourshare.store.Ledger;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** Accepts operators' runs and works them off, one after the other, beside the hour. */
public final class OperatorRuns implements AutoCloseable {

    private static final int MOST_SLOTS = 5_000;
    private static final int MOST_PARALLEL = 16;

    private final Catalogue catalogue;
    private final Runs runs;
    private final SlotChoice choice;
    private final RunWork work;
    private final DueSlots dueSlots;
    private final Clock clock;
    private final ExecutorService worker =
            Executors.newSingleThreadExecutor(task -> new Thread(task, "hourshare-runs"));

    public OperatorRuns(
            Catalogue catalogue,
            Ledger ledger,
            Runs runs,
            SlotPool pool,
            Publishing publishing,
            DueSlots dueSlots,
            ReturnedRecords returned,
            Clock clock) {
        this.catalogue = catalogue;
        this.runs = runs;
        this.choice = new SlotChoice(catalogue, ledger, dueSlots, returned);
        this.work = new RunWork(ledger, runs, pool, publishing, clock);
        this.dueSlots = dueSlots;
        this.clock = clock;
    }

    /** Checks and records the request, starts it, and answers its id at once. */
    public String submit(RunRequest request, @Nullable String idempotencyKey) {
        return submit(request, idempotencyKey, null);
    }

    /** As {@link #submit(RunRequest, String)}, unless something else would be touched than the plan said. */
    public String submit(RunRequest request, @Nullable String idempotencyKey, @Nullable String plan) {
        requireReason(request.verb().label(), request.reason());
        RunPlan now = preview(request);
        requireSame(plan, now);
        return start(request, now.slots(), idempotencyKey);
    }

    /** Tries the returned records of exactly these slots, {@code feed@window}, again. */
    public String replay(FeedId feed, List<String> labels, String actor, String reason) {
        requireReason(RunVerb.REPLAY.label(), reason);
        List<HourWindow> windows = labels.stream()
                .map(label -> HourWindow.parse(label.substring(label.indexOf('@') + 1)))
                .sorted()
                .toList();
        RunRequest request = new RunRequest(
                RunVerb.REPLAY, List.of(feed), windows.get(0), windows.get(windows.size() - 1), actor, reason);
        return start(request, choice.named(labels, Approach.ONLY_RETURNED), null);
    }

    /** What {@link #replay} of these slots would touch; nothing is started. */
    public RunPlan replayPlan(List<String> labels) {
        return new RunPlan(RunVerb.REPLAY.name(), choice.named(labels, Approach.ONLY_RETURNED), java.util.Map.of());
    }

    /** What the request would touch, and nothing else; nothing is started. */
    public RunPlan preview(RunRequest request) {
        check(request);
        return choice.plan(request);
    }

    /** The last hour that is over. */
    public HourWindow newestHour() {
        return dueSlots.newest(clock.instant());
    }

    /** What the action would touch; nothing is done. */
    public RunPlan preview(String id, RunAction action) {
        RunRecord run = runs.known(id);
        action.blocked(run.state()).ifPresent(blocked -> {
            throw new RunRefusedException(blocked.code(), blocked.reason());
        });
        return new RunPlan(action.name(), touched(run, action), java.util.Map.of());
    }

    /**
     * Acts on a run.
     *
     * @return id of the run that goes on, or of the new one that the action makes
     */
    public String act(String id, RunAction action, String actor, String reason) {
        return act(id, action, actor, reason, null);
    }

    /** As {@link #act(String, RunAction, String, String)}, unless something else would be touched than the plan said. */
    public String act(String id, RunAction action, String actor, String reason, @Nullable String plan) {
        requireReason(action.label(), reason);
        RunPlan now = preview(id, action);
        requireSame(plan, now);
        List<PlannedSlot> slots = now.slots();
        return switch (action) {
            case RERUN, REPULL, BACKFILL -> again(runs.known(id), action, slots, actor, reason);
            case RESUME -> {
                RunRequest request = runs.known(id).asRequest();
                runs.act(id, action, actor, reason);
                take(id, slots, request);
                yield id;
            }
            case STOP -> acted(id, action, actor, reason);
            case ABANDON -> {
                List<String> left = runs.known(id).left();
                runs.act(id, action, actor, reason);
                runs.finish(id, RunState.ABANDONED, "放弃：" + reason, left);
                yield id;
            }
            case RECOVER -> {
                runs.act(id, action, actor, reason);
                runs.finish(
                        id,
                        RunState.STOPPED,
                        "进程中断，已恢复账目",
                        slots.stream().map(PlannedSlot::label).toList());
                yield id;
            }
        };
    }

    private String acted(String id, RunAction action, String actor, String reason) {
        runs.act(id, action, actor, reason);
        return id;
    }

    /** A new run over slots of an earlier one. */
    private String again(RunRecord run, RunAction action, List<PlannedSlot> slots, String actor, String reason) {
        if (slots.isEmpty()) {
            throw new RunRefusedException("nothing-to-do", "没有可以" + action.label() + "的时段：落地数据已按规则销毁，请改用重新拉取");
        }
        RunRequest before = run.asRequest();
        RunRequest request = new RunRequest(
                RunVerb.valueOf(action.name()),
                before.feeds(),
                before.from(),
                before.to(),
                BackfillScope.FAILED,
                before.parallel(),
                actor,
                reason);
        return start(request, slots, null);
    }

    private List<PlannedSlot> touched(RunRecord run, RunAction action) {
        RunRequest request = run.asRequest();
        return switch (action) {
            case STOP, ABANDON -> List.of();
            case RESUME, BACKFILL -> choice.named(run.left(), request.approach());
            case RERUN -> choice.named(all(run), Approach.FROM_LANDING);
            case REPULL -> choice.named(all(run), Approach.FROM_SOURCE);
            case RECOVER -> choice.named(run.work() == null ? all(run) : run.work(), request.approach());
        };
    }

    private List<String> all(RunRecord run) {
        List<String> slots = run.slots();
        return slots == null
                ? choice.plan(run.asRequest()).slots().stream()
                        .map(PlannedSlot::label)
                        .toList()
                : slots;
    }

    /** Goes on with runs that were open when the process ended. */
    public void resume() {
        for (RunRecord open : List.copyOf(runs.open())) {
            RunRequest request = open.asRequest();
            List<String> work = open.work();
            take(open.id(), choice.named(work == null ? all(open) : work, request.approach()), request);
        }
    }

    private String start(RunRequest request, List<PlannedSlot> slots, @Nullable String idempotencyKey) {
        List<String> labels = slots.stream().map(PlannedSlot::label).toList();
        Runs.Requested requested = runs.request(request, labels, idempotencyKey);
        if (requested.fresh()) {
            take(requested.id(), slots, request);
        }
        return requested.id();
    }

    private void take(String id, List<PlannedSlot> slots, RunRequest request) {
        runs.takeUp(id);
        List<DueSlot> due =
                slots.stream().map(choice::due).flatMap(Optional::stream).toList();
        worker.execute(() -> work.work(id, due, request.approach(), request.parallel()));
    }

    private static void requireSame(@Nullable String plan, RunPlan now) {
        if (plan != null && !plan.equals(now.plan())) {
            throw new RunRefusedException("plan-changed", "预演之后情况有变，会动到的内容已不同；请重新预演后再发起");
        }
    }

    private static void requireReason(String what, String reason) {
        if (reason.isBlank()) {
            throw new RunRefusedException("reason-missing", "缺少事由（reason）；请说明为什么要" + what);
        }
    }

    private void check(RunRequest request) {
        for (FeedId feed : request.feeds()) {
            if (catalogue.feed(feed).isEmpty()) {
                throw new RunRefusedException("feed-unknown", "没有数据源 " + feed + "；可用的见 /api/v1/freshness");
            }
        }
        if (request.to().compareTo(request.from()) < 0) {
            throw new RunRefusedException("range-reversed", "时段的终点早于起点；请对调 from 与 to");
        }
        if (request.to().compareTo(newestHour()) > 0) {
            throw new RunRefusedException("window-not-over", "时段 " + request.to() + " 尚未结束；请等整点之后再发起");
        }
        if (request.parallel() < 1 || request.parallel() > MOST_PARALLEL) {
            throw new RunRefusedException("parallel-out-of-range", "并行数须在 1 到 " + MOST_PARALLEL + " 之间");
        }
        long hours =
                Duration.between(request.from().start(), request.to().end()).toHours();
        if (hours * choice.feeds(request).size() > MOST_SLOTS) {
            throw new RunRefusedException("range-too-large", "一次最多处理 " + MOST_SLOTS + " 个时段（数据源×小时）；请缩小范围分批发起");
        }
    }

    @Override
    public void close() {
        Ending.of(worker);
    }
}
