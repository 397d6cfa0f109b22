package io.hourshare.operate.slot;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Records the steps of one run while they happen; safe for use by many threads. */
public final class StepLog {

    private final Clock clock;
    private final List<RunStep> steps = new ArrayList<>();

    public StepLog(Clock clock) {
        this.clock = clock;
    }

    /** Work that is a step; what it answers are the step's counts. */
    @FunctionalInterface
    public interface Work<T> {
        T run();
    }

    /** Runs the work as a step; a failure is recorded and thrown on. */
    public <T> T step(
            String name,
            @Nullable DueSlot slot,
            java.util.function.Function<T, Map<String, Long>> counts,
            Work<T> work) {
        RunStep started = new RunStep(
                name,
                slot == null ? null : slot.feed().id().toString(),
                slot == null ? null : slot.window().label(),
                "RUNNING",
                clock.instant(),
                null,
                Map.of(),
                "");
        int place = add(started);
        try {
            T result = work.run();
            replace(place, ended(started, "DONE", counts.apply(result), ""));
            return result;
        } catch (RuntimeException | VirtualMachineError e) {
            replace(place, ended(started, "FAILED", Map.of(), Troubles.of(e).detail()));
            throw e;
        }
    }

    public synchronized List<RunStep> steps() {
        return List.copyOf(steps);
    }

    private RunStep ended(RunStep step, String state, Map<String, Long> counts, String detail) {
        return new RunStep(
                step.name(), step.feed(), step.window(), state, step.startedAt(), clock.instant(), counts, detail);
    }

    private synchronized int add(RunStep step) {
        steps.add(step);
        return steps.size() - 1;
    }

    private synchronized void replace(int place, RunStep step) {
        steps.set(place, step);
    }
}
