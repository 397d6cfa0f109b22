package io.hourshare.operate.run;

import io.hourshare.contract.Catalogue;
import io.hourshare.contract.Feed;
import io.hourshare.kernel.FeedId;
import io.hourshare.kernel.HourWindow;
import io.hourshare.operate.slot.DueSlot;
import io.hourshare.operate.slot.DueSlots;
import io.hourshare.operate.slot.SlotPool;
import io.hourshare.operate.slot.StepLog;
import io.hourshare.operate.slot.Troubles;
import io.hourshare.store.Ledger;
import io.hourshare.store.Slot;
import io.hourshare.store.SlotState;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** Accepts operators' runs and works them off, one after the other, beside the hour. */
public final class OperatorRuns implements AutoCloseable {

    private static final int MOST_SLOTS = 5_000;

    private final Catalogue catalogue;
    private final Ledger ledger;
    private final Runs runs;
    private final SlotPool pool;
    private final Publishing publishing;
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
            Clock clock) {
        this.catalogue = catalogue;
        this.ledger = ledger;
        this.runs = runs;
        this.pool = pool;
        this.publishing = publishing;
        this.dueSlots = dueSlots;
        this.clock = clock;
    }

    /** Checks and records the request, starts it, and answers its id at once. */
    public String submit(RunRequest request, @Nullable String idempotencyKey) {
        check(request);
        Runs.Requested requested = runs.request(request, idempotencyKey);
        if (requested.fresh()) {
            worker.execute(() -> work(requested.id(), request));
        }
        return requested.id();
    }

    /** The slots that the request would touch, and no others; nothing is started. */
    public List<PlannedSlot> preview(RunRequest request) {
        check(request);
        return slots(request).stream()
                .map(slot ->
                        new PlannedSlot(slot.feed().id(), slot.feed().contract().title(), slot.window()))
                .toList();
    }

    /** The last hour that is over. */
    public HourWindow newestHour() {
        return dueSlots.newest(clock.instant());
    }

    /** Goes on with runs that were open when the process ended. */
    public void resume() {
        runs.open().stream()
                .filter(open -> open.steps() == null)
                .forEach(open -> worker.execute(() -> work(open.id(), open.request())));
    }

    private void check(RunRequest request) {
        if (request.reason().isBlank()) {
            throw new RunRefusedException(
                    "reason-missing", "缺少事由（reason）；请说明为什么要" + request.verb().label());
        }
        for (FeedId feed : request.feeds()) {
            if (catalogue.feed(feed).isEmpty()) {
                throw new RunRefusedException("feed-unknown", "没有数据源 " + feed + "；可用的见 /api/v1/freshness");
            }
        }
        if (request.to().compareTo(request.from()) < 0) {
            throw new RunRefusedException("range-reversed", "时段的终点早于起点；请对调 from 与 to");
        }
        if (request.to().compareTo(dueSlots.newest(clock.instant())) > 0) {
            throw new RunRefusedException("window-not-over", "时段 " + request.to() + " 尚未结束；请等整点之后再发起");
        }
        long hours = java.time.Duration.between(
                        request.from().start(), request.to().end())
                .toHours();
        if (hours * feeds(request).size() > MOST_SLOTS) {
            throw new RunRefusedException("range-too-large", "一次最多处理 " + MOST_SLOTS + " 个时段（数据源×小时）；请缩小范围分批发起");
        }
    }

    private void work(String id, RunRequest request) {
        StepLog steps = new StepLog(clock);
        runs.attach(id, steps);
        try {
            List<DueSlot> slots = slots(request);
            List<CompletableFuture<Boolean>> started =
                    pool.start(slots, request.verb().approach(), id, steps);
            long done = started.stream().filter(CompletableFuture::join).count();
            if (done > 0) {
                publishing.publishNow(id, steps);
            }
            runs.finish(id, outcome(done, started.size()), summary(slots.size(), done, started.size()));
        } catch (RuntimeException e) {
            runs.finish(id, "FAILED", Troubles.of(e).detail());
        }
    }

    private static String outcome(long done, int started) {
        return done == started ? "DONE" : done == 0 ? "FAILED" : "PARTIAL";
    }

    private static String summary(int slots, long done, int started) {
        return slots == 0 ? "所选时段没有需要处理的内容" : "处理 " + started + " 个时段，完成 " + done + " 个，失败 " + (started - done) + " 个";
    }

    /** The slots that the request touches, and no others. */
    List<DueSlot> slots(RunRequest request) {
        List<DueSlot> slots = new ArrayList<>();
        for (Feed feed : feeds(request)) {
            for (HourWindow window = request.to(); window.compareTo(request.from()) >= 0; window = window.previous()) {
                slot(feed, window, request.verb()).ifPresent(slots::add);
            }
        }
        return slots;
    }

    private List<Feed> feeds(RunRequest request) {
        return request.feeds().isEmpty()
                ? catalogue.feeds()
                : catalogue.feeds().stream()
                        .filter(feed -> request.feeds().contains(feed.id()))
                        .toList();
    }

    private Optional<DueSlot> slot(Feed feed, HourWindow window, RunVerb verb) {
        Optional<Slot> slot = ledger.slot(feed.id(), window);
        boolean touched = switch (verb) {
            case SYNC ->
                dueSlots.ofFeed(feed, window).stream()
                        .anyMatch(due -> due.window().equals(window));
            case RERUN -> slot.filter(known -> known.delivery() != null).isPresent();
            case REPULL ->
                slot.filter(known -> known.state() != SlotState.WAIVED).isPresent();
        };
        boolean initial =
                slot.map(Slot::delivery).filter(delivery -> delivery.initial()).isPresent()
                        || verb == RunVerb.SYNC
                                && ledger.slots(feed.id()).stream().noneMatch(known -> known.delivery() != null);
        return touched
                ? Optional.of(new DueSlot(
                        feed, window, initial, slot.map(Slot::attempts).orElse(0)))
                : Optional.empty();
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }
}
