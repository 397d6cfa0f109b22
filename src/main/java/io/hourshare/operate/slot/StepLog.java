package io.hourshare.operate.slot;

import io.hourshare.store.StepTaken;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Records the steps of one run while they happen, its waits among them; safe for use by many threads. */
public final class StepLog {

    private static final String WAIT = "queue";

    /** A wait that nobody could have seen is no step. */
    private static final Duration SEEN = Duration.ofMillis(100);

    private final Clock clock;
    private final NavigableMap<Integer, RunStep> steps = new TreeMap<>();
    private int begun;

    public StepLog(Clock clock) {
        this.clock = clock;
    }

    /** Work that is a step; what it answers are the step's counts. */
    @FunctionalInterface
    public interface Work<T> {
        T run();
    }

    /** Runs the work as a step; a failure is recorded and thrown on. */
    public <T> T step(String name, @Nullable DueSlot slot, Function<T, Map<String, Long>> counts, Work<T> work) {
        RunStep started = started(name, slot, clock.instant());
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

    /** What has waited since then has its turn now. */
    public void waited(Instant since) {
        RunStep waiting = started(WAIT, null, since);
        turn(add(waiting), waiting);
    }

    /** Waits from now on, until what is answered is run. */
    public Runnable waiting(@Nullable DueSlot slot) {
        RunStep waiting = started(WAIT, slot, clock.instant());
        int place = add(waiting);
        return () -> turn(place, waiting);
    }

    private synchronized void turn(int place, RunStep waiting) {
        if (Duration.between(waiting.startedAt(), clock.instant()).compareTo(SEEN) < 0) {
            steps.remove(place);
        } else {
            steps.put(place, ended(waiting, "DONE", Map.of(), ""));
        }
    }

    /** What is to be kept of a run that has ended: all of it, or what failed and then the last, as many as may be. */
    public List<StepTaken> taken(int most) {
        List<RunStep> all = steps();
        Set<RunStep> chosen = Collections.newSetFromMap(new IdentityHashMap<>());
        all.stream().filter(RunStep::isFailed).limit(most).forEach(chosen::add);
        for (int i = all.size() - 1; i >= 0 && chosen.size() < most; i--) {
            chosen.add(all.get(i));
        }
        return all.stream().filter(chosen::contains).map(RunStep::taken).toList();
    }

    /** In the order in which they began. */
    public synchronized List<RunStep> steps() {
        return List.copyOf(steps.values());
    }

    private static RunStep started(String name, @Nullable DueSlot slot, Instant at) {
        return new RunStep(
                name,
                slot == null ? null : slot.feed().id().toString(),
                slot == null ? null : slot.window().label(),
                "RUNNING",
                at,
                null,
                Map.of(),
                "");
    }

    private RunStep ended(RunStep step, String state, Map<String, Long> counts, String detail) {
        return new RunStep(
                step.name(), step.feed(), step.window(), state, step.startedAt(), clock.instant(), counts, detail);
    }

    private synchronized int add(RunStep step) {
        begun++;
        steps.put(begun, step);
        return begun;
    }

    private synchronized void replace(int place, RunStep step) {
        steps.put(place, step);
    }
}
