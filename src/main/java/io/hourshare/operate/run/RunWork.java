package io.hourshare.operate.run;

import io.hourshare.operate.slot.Approach;
import io.hourshare.operate.slot.DueSlot;
import io.hourshare.operate.slot.ServiceStoppingException;
import io.hourshare.operate.slot.SlotPool;
import io.hourshare.operate.slot.StepLog;
import io.hourshare.operate.slot.Troubles;
import io.hourshare.store.Ledger;
import io.hourshare.store.Slot;
import io.hourshare.store.SlotState;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;

/** Works a run's slots off, a few at a time; one that fails stops no other. */
final class RunWork {

    private final Ledger ledger;
    private final Runs runs;
    private final SlotPool pool;
    private final Publishing publishing;
    private final Clock clock;

    RunWork(Ledger ledger, Runs runs, SlotPool pool, Publishing publishing, Clock clock) {
        this.ledger = ledger;
        this.runs = runs;
        this.pool = pool;
        this.publishing = publishing;
        this.clock = clock;
    }

    /** What became of the slots. */
    private record Tally(List<String> failed, List<String> held, List<String> waiting, int done) {

        List<String> left() {
            List<String> left = new ArrayList<>(failed);
            left.addAll(waiting);
            return Collections.unmodifiableList(left);
        }

        RunState outcome() {
            if (!waiting.isEmpty()) {
                return RunState.STOPPED;
            }
            boolean whole = failed.isEmpty() && held.isEmpty();
            return whole ? RunState.DONE : done == 0 ? RunState.FAILED : RunState.PARTIAL;
        }

        String summary() {
            int all = done + failed.size() + held.size() + waiting.size();
            return all == 0
                    ? "所选时段没有需要处理的内容"
                    : "处理 %d 个时段，完成 %d 个，失败 %d 个".formatted(all - waiting.size(), done, failed.size())
                            + (held.isEmpty() ? "" : "，待处理 " + held.size() + " 个")
                            + (waiting.isEmpty() ? "" : "，停止时还有 " + waiting.size() + " 个没有开始");
        }
    }

    void work(String id, List<DueSlot> slots, Approach approach, int parallel) {
        StepLog steps = new StepLog(clock);
        runs.attach(id, steps);
        try {
            Tally tally = work(id, slots, approach, parallel, steps);
            if (tally.done() > 0) {
                publishing.publishNow(id, steps);
            }
            runs.finish(id, tally.outcome(), tally.summary(), tally.left());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the process ends; the run is taken up at the next start
        } catch (RejectedExecutionException | ServiceStoppingException e) {
            return; // likewise
        } catch (RuntimeException e) {
            runs.finish(id, RunState.FAILED, Troubles.of(e).detail(), labels(slots));
        }
    }

    private Tally work(String id, List<DueSlot> slots, Approach approach, int parallel, StepLog steps)
            throws InterruptedException {
        Semaphore permits = new Semaphore(parallel);
        List<DueSlot> begun = new ArrayList<>();
        List<CompletableFuture<Boolean>> results = new ArrayList<>();
        for (DueSlot slot : slots) {
            permits.acquire();
            if (runs.stopping(id)) {
                break;
            }
            begun.add(slot);
            results.add(pool.submit(slot, approach, id, steps).whenComplete((done, failure) -> permits.release()));
        }
        List<String> failed = new ArrayList<>();
        List<String> held = new ArrayList<>();
        for (int i = 0; i < begun.size(); i++) {
            if (!isDone(results.get(i))) {
                (isHeld(begun.get(i)) ? held : failed).add(begun.get(i).label());
            }
        }
        int done = begun.size() - failed.size() - held.size();
        return new Tally(failed, held, labels(slots.subList(begun.size(), slots.size())), done);
    }

    private static boolean isDone(CompletableFuture<Boolean> result) {
        try {
            return result.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RejectedExecutionException || e.getCause() instanceof ServiceStoppingException
                    ? new ServiceStoppingException(e)
                    : e;
        }
    }

    private boolean isHeld(DueSlot slot) {
        return ledger.slot(slot.feed().id(), slot.window())
                .map(Slot::state)
                .filter(state -> state == SlotState.HELD)
                .isPresent();
    }

    private static List<String> labels(List<DueSlot> slots) {
        return slots.stream().map(DueSlot::label).toList();
    }
}
