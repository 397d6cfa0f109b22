package io.hourshare.operate.run;

import io.hourshare.kernel.Digest;
import io.hourshare.kernel.FeedId;
import io.hourshare.operate.slot.RunStep;
import io.hourshare.operate.slot.StepLog;
import io.hourshare.store.Journal;
import io.hourshare.store.JournalEntry.RunFinished;
import io.hourshare.store.JournalEntry.RunRequested;
import io.hourshare.store.JournalLine;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Operators' runs: the fold of their journal lines, with the live steps of those that this process works on. */
public final class Runs {

    private final Journal journal;
    private final Map<String, Run> runs = new LinkedHashMap<>();

    public Runs(Journal journal) {
        this.journal = journal;
        journal.follow(this::apply);
    }

    /** A requested run that is not finished. */
    record Open(String id, RunRequest request, @Nullable StepLog steps) {}

    /**
     * Records the request and answers the run's id; the same request under the same idempotency key, or an equal one
     * while it is still running, is the same run.
     */
    synchronized Requested request(RunRequest request, @Nullable String idempotencyKey) {
        Optional<Run> before = runs.values().stream()
                .filter(run -> run.same(request, idempotencyKey))
                .findFirst();
        if (before.isPresent()) {
            return new Requested(before.get().id(), false);
        }
        String id = "run-"
                + Digest.of(List.of(request.toString(), String.valueOf(runs.size())))
                        .short8();
        journal.append(new RunRequested(
                id,
                request.verb().name(),
                request.feeds().stream().map(FeedId::toString).toList(),
                request.from(),
                request.to(),
                request.actor(),
                request.reason(),
                idempotencyKey));
        return new Requested(id, true);
    }

    /** @param fresh whether this call made the run */
    record Requested(String id, boolean fresh) {}

    synchronized void attach(String id, StepLog steps) {
        runs.computeIfPresent(id, (key, run) -> run.with(steps));
    }

    void finish(String id, String outcome, String detail) {
        journal.append(new RunFinished(id, outcome, detail));
    }

    /** The run as it stands. */
    public synchronized Optional<RunView> find(String id) {
        return Optional.ofNullable(runs.get(id)).map(Run::view);
    }

    /** Every run, newest first. */
    public synchronized List<RunView> all() {
        return runs.values().stream()
                .sorted((a, b) -> b.requestedAt().compareTo(a.requestedAt()))
                .map(Run::view)
                .toList();
    }

    /** Runs that a crash or a stop left open, oldest first. */
    synchronized Collection<Open> open() {
        return runs.values().stream()
                .filter(run -> run.finished() == null)
                .map(run -> new Open(run.id(), run.asRequest(), run.steps()))
                .toList();
    }

    private synchronized void apply(JournalLine line) {
        if (line.entry() instanceof RunRequested requested) {
            runs.put(requested.run(), new Run(requested, line.at(), null, null, null));
        } else if (line.entry() instanceof RunFinished finished) {
            runs.computeIfPresent(finished.run(), (id, run) -> run.with(finished, line.at()));
        }
    }

    private record Run(
            RunRequested requested,
            Instant requestedAt,
            @Nullable StepLog steps,
            @Nullable RunFinished finished,
            @Nullable Instant endedAt) {

        String id() {
            return requested.run();
        }

        Run with(StepLog log) {
            return new Run(requested, requestedAt, log, finished, endedAt);
        }

        Run with(RunFinished end, Instant at) {
            return new Run(requested, requestedAt, steps, end, at);
        }

        boolean same(RunRequest request, @Nullable String idempotencyKey) {
            if (idempotencyKey != null && idempotencyKey.equals(requested.idempotencyKey())) {
                return true;
            }
            return idempotencyKey == null && finished == null && asRequest().equals(request);
        }

        RunRequest asRequest() {
            return new RunRequest(
                    RunVerb.valueOf(requested.verb()),
                    requested.feeds().stream().map(FeedId::parse).toList(),
                    java.util.Objects.requireNonNull(requested.from()),
                    java.util.Objects.requireNonNull(requested.to()),
                    requested.actor(),
                    requested.reason());
        }

        RunView view() {
            List<RunStep> log = steps == null ? List.of() : steps.steps();
            String state = finished != null ? finished.outcome() : steps == null ? "QUEUED" : "RUNNING";
            return new RunView(
                    id(),
                    requested.verb(),
                    state,
                    requested.feeds(),
                    String.valueOf(requested.from()),
                    String.valueOf(requested.to()),
                    requested.actor(),
                    requested.reason(),
                    requestedAt,
                    endedAt,
                    log,
                    finished == null ? "" : finished.detail());
        }
    }
}
