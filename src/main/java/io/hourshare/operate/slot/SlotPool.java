package io.hourshare.operate.slot;

import io.hourshare.kernel.FeedId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Works on several slots at a time, never twice on the same one and never on two of one feed. */
public final class SlotPool implements AutoCloseable {

    /** Brings one slot as far as it gets; answers whether it is done. */
    @FunctionalInterface
    public interface Work {
        boolean run(DueSlot slot, Approach approach, String trigger, StepLog steps);
    }

    private final ExecutorService threads;
    private final Work work;
    private final Map<String, CompletableFuture<Boolean>> inFlight = new ConcurrentHashMap<>();
    private final Map<FeedId, CompletableFuture<Boolean>> lastOfFeed = new ConcurrentHashMap<>();

    public SlotPool(Work work, int parallel) {
        this.work = work;
        AtomicInteger number = new AtomicInteger();
        this.threads = Executors.newFixedThreadPool(
                parallel, task -> new Thread(task, "hourshare-slot-" + number.incrementAndGet()));
    }

    /** Starts the slots that nobody works on yet; each future answers whether its slot is done. */
    public List<CompletableFuture<Boolean>> start(
            List<DueSlot> slots, Approach approach, String trigger, StepLog steps) {
        List<CompletableFuture<Boolean>> started = new ArrayList<>();
        for (DueSlot slot : slots) {
            if (!inFlight.containsKey(slot.label())) {
                started.add(submit(slot, approach, trigger, steps));
            }
        }
        return started;
    }

    /**
     * Works on the slot after whatever was begun of its feed before; the future answers whether it is done. What waits
     * takes no thread, so that a feed with a slow hour or many missed ones leaves the others theirs.
     */
    public synchronized CompletableFuture<Boolean> submit(
            DueSlot slot, Approach approach, String trigger, StepLog steps) {
        CompletableFuture<Boolean> before =
                lastOfFeed.getOrDefault(slot.feed().id(), CompletableFuture.completedFuture(true));
        CompletableFuture<Boolean> work = new CompletableFuture<>();
        inFlight.put(slot.label(), work);
        lastOfFeed.put(slot.feed().id(), work);
        Runnable turn = steps.waiting(slot);
        before.handle((done, failure) -> true)
                .thenRunAsync(
                        () -> {
                            turn.run();
                            run(slot, approach, trigger, steps, work);
                        },
                        threads)
                .exceptionally(failure -> failed(work, failure));
        return work;
    }

    /** The slot counts as free before anybody hears of its end, so that whoever waited may begin it again. */
    private void run(
            DueSlot slot, Approach approach, String trigger, StepLog steps, CompletableFuture<Boolean> outcome) {
        boolean done;
        try {
            done = work.run(slot, approach, trigger, steps);
        } finally {
            inFlight.remove(slot.label(), outcome);
        }
        outcome.complete(done);
    }

    private static @Nullable Void failed(CompletableFuture<Boolean> outcome, Throwable failure) {
        outcome.completeExceptionally(failure);
        return null;
    }

    /** Lets running slots end; what has not ended by then is redone at the next start. */
    @Override
    public void close() {
        Ending.of(threads);
    }
}
