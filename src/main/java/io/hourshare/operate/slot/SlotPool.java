package io.hourshare.operate.slot;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Works on several slots at a time, never twice on the same one and never on two of one feed. */
public final class SlotPool implements AutoCloseable {

    private final ExecutorService threads;
    private final SlotWork work;
    private final FeedLocks locks = new FeedLocks();
    private final Set<String> inFlight = ConcurrentHashMap.newKeySet();

    public SlotPool(SlotWork work, int parallel) {
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
            if (inFlight.add(slot.label())) {
                started.add(CompletableFuture.supplyAsync(() -> run(slot, approach, trigger, steps), threads));
            }
        }
        return started;
    }

    public boolean idle() {
        return inFlight.isEmpty();
    }

    public boolean worksOn(DueSlot slot) {
        return inFlight.contains(slot.label());
    }

    private boolean run(DueSlot slot, Approach approach, String trigger, StepLog steps) {
        try {
            return locks.holding(slot.feed().id(), () -> work.run(slot, approach, trigger, steps));
        } finally {
            inFlight.remove(slot.label());
        }
    }

    /** Lets running slots end; what has not ended by then is redone at the next start. */
    @Override
    public void close() {
        threads.shutdownNow();
        try {
            threads.awaitTermination(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
