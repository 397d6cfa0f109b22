package io.hourshare.operate.run;

import io.hourshare.kernel.FeedId;
import io.hourshare.operate.slot.RunStep;
import io.hourshare.operate.slot.StepLog;
import io.hourshare.store.JournalAct.RunRequested;
import io.hourshare.store.JournalFact.RunFinished;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One run: the fold of its journal lines, and its live steps where this process works on it.
 *
 * @param todo what going on with it does; everything where it was never gone on with
 * @param queued whether this process has taken it up
 * @param stopping whether somebody asked it to stop
 * @param steps those of a run that is being worked on
 * @param taken those that were taken until it ended
 * @param since when it was asked for, gone on with, or taken up again after the process ended
 */
record RunRecord(
        RunRequested requested,
        Instant requestedAt,
        Instant since,
        @Nullable List<String> todo,
        boolean queued,
        boolean stopping,
        @Nullable StepLog steps,
        List<RunStep> taken,
        @Nullable RunFinished finished,
        @Nullable Instant endedAt) {

    RunRecord(RunRequested requested, Instant at) {
        this(requested, at, at, null, false, false, null, List.of(), null, null);
    }

    RunRecord takenUp(Instant now) {
        return new RunRecord(
                requested, requestedAt, queued ? since : now, todo, true, false, null, List.of(), null, null);
    }

    RunRecord with(StepLog log) {
        return new RunRecord(requested, requestedAt, since, todo, true, stopping, log, taken, finished, endedAt);
    }

    /** Open again, with what was left. */
    RunRecord goneOn(Instant at) {
        return new RunRecord(requested, requestedAt, at, left(), false, false, null, List.of(), null, null);
    }

    RunRecord asStopping() {
        return new RunRecord(requested, requestedAt, since, todo, queued, true, steps, taken, finished, endedAt);
    }

    RunRecord with(RunFinished end, Instant at) {
        List<RunStep> now =
                Objects.requireNonNull(end.steps()).stream().map(RunStep::of).toList();
        return new RunRecord(
                requested, requestedAt, since, todo, false, false, null, now.isEmpty() ? taken : now, end, at);
    }

    String id() {
        return requested.run();
    }

    RunState state() {
        if (finished != null) {
            return RunState.valueOf(finished.outcome());
        } else if (!queued) {
            return RunState.INTERRUPTED;
        } else if (stopping) {
            return RunState.STOPPING;
        }
        return steps == null ? RunState.QUEUED : RunState.RUNNING;
    }

    /** What is worked on, or was last; null for a run of an older version that was never gone on with. */
    @Nullable
    List<String> work() {
        return todo == null ? requested.slots() : todo;
    }

    /** What it touches; null for a run of an older version, which did not write it down. */
    @Nullable
    List<String> slots() {
        return requested.slots();
    }

    List<String> left() {
        return finished == null ? List.of() : Objects.requireNonNull(finished.left());
    }

    RunRequest asRequest() {
        Map<String, String> options = Objects.requireNonNull(requested.options());
        return new RunRequest(
                RunVerb.valueOf(requested.verb().toUpperCase(Locale.ROOT)),
                requested.feeds().stream().map(FeedId::parse).toList(),
                Objects.requireNonNull(requested.from()),
                Objects.requireNonNull(requested.to()),
                BackfillScope.valueOf(options.getOrDefault("scope", BackfillScope.MISSING.name())),
                Integer.parseInt(options.getOrDefault("parallel", Integer.toString(RunRequest.USUAL_PARALLEL))),
                requested.actor(),
                requested.reason());
    }

    /** @param destroyed whether what it read is in landing no more */
    RunView view(boolean destroyed) {
        RunState state = state();
        List<String> slots = slots();
        return new RunView(
                id(),
                requested.verb(),
                state.name(),
                requested.feeds(),
                String.valueOf(requested.from()),
                String.valueOf(requested.to()),
                Objects.requireNonNull(requested.options()).get("scope"),
                slots == null ? 0 : slots.size(),
                requested.actor(),
                requested.reason(),
                requestedAt,
                since,
                endedAt,
                steps == null ? taken : steps.steps(),
                left(),
                finished == null ? "" : finished.detail(),
                RunAction.allowed(state, destroyed).stream()
                        .map(RunAction::word)
                        .toList(),
                RunAction.blockedIn(state, destroyed));
    }
}
