package io.hourshare.operate.run;

import io.hourshare.kernel.Digest;
import io.hourshare.kernel.FeedId;
import io.hourshare.kernel.HourWindow;
import io.hourshare.operate.slot.StepLog;
import io.hourshare.store.Journal;
import io.hourshare.store.JournalAct.RunActed;
import io.hourshare.store.JournalAct.RunRequested;
import io.hourshare.store.JournalFact.RunFinished;
import io.hourshare.store.JournalLine;
import io.hourshare.store.Ledger;
import io.hourshare.store.Slot;
import io.hourshare.store.StepTaken;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Operators' runs: the fold of their journal lines, with the live steps of those that this process works on.
 *
 * <p>Whoever appends holds {@code turn} alone: this object's own lock is taken while the journal tells of a line, by
 * whatever thread wrote it, and must never wait for the journal.
 */
public final class Runs {

    /** A second click is no second wish. */
    private static final Duration DOUBLE_CLICK = Duration.ofSeconds(10);

    /** Of a run that has ended; one of five thousand slots would make a line of megabytes. */
    private static final int MOST_STEPS = 600;

    private final Object turn = new Object();
    private final Journal journal;
    private final Ledger ledger;
    private final Clock clock;
    private final Map<String, RunRecord> runs = new LinkedHashMap<>();

    public Runs(Journal journal, Ledger ledger, Clock clock) {
        this.journal = journal;
        this.ledger = ledger;
        this.clock = clock;
        journal.follow(this::apply);
    }

    /**
     * Records the request and answers the run's id; the same request under the same idempotency key, or an equal one
     * that is still running or was made a moment ago, is the same run.
     */
    Requested request(RunRequest request, List<String> slots, @Nullable String idempotencyKey) {
        synchronized (turn) {
            return requested(request, slots, idempotencyKey);
        }
    }

    private Requested requested(RunRequest request, List<String> slots, @Nullable String idempotencyKey) {
        Optional<RunRecord> before = same(request, idempotencyKey);
        if (before.isPresent()) {
            if (!before.get().asRequest().equals(request)) {
                throw new RunRefusedException(
                        "idempotency-key-reused",
                        "Idempotency-Key「" + idempotencyKey + "」已用于另一项请求 "
                                + before.get().id() + "；请换一个键");
            }
            return new Requested(before.get().id(), false);
        }
        String id = "run-"
                + Digest.of(List.of(request.toString(), String.valueOf(count())))
                        .short8();
        journal.append(new RunRequested(
                id,
                request.verb().name(),
                request.feeds().stream().map(FeedId::toString).toList(),
                request.from(),
                request.to(),
                options(request),
                slots,
                request.actor(),
                request.reason(),
                idempotencyKey));
        takeUp(id);
        return new Requested(id, true);
    }

    private synchronized int count() {
        return runs.size();
    }

    private synchronized Optional<RunRecord> same(RunRequest request, @Nullable String idempotencyKey) {
        return runs.values().stream()
                .filter(run -> isSame(run, request, idempotencyKey))
                .findFirst();
    }

    /** @param fresh whether this call made the run */
    record Requested(String id, boolean fresh) {}

    private static Map<String, String> options(RunRequest request) {
        Map<String, String> options = new TreeMap<>();
        options.put("parallel", Integer.toString(request.parallel()));
        if (request.verb() == RunVerb.BACKFILL) {
            options.put("scope", request.scope().name());
        }
        return options;
    }

    private boolean isSame(RunRecord run, RunRequest request, @Nullable String idempotencyKey) {
        if (idempotencyKey != null) {
            return idempotencyKey.equals(run.requested().idempotencyKey());
        }
        boolean lately =
                run.state().isOpen() || !run.requestedAt().plus(DOUBLE_CLICK).isBefore(clock.instant());
        return lately && run.asRequest().equals(request);
    }

    /** Journals what a person does with a run, if its state allows that at this moment. */
    void act(String id, RunAction action, String actor, String reason) {
        synchronized (turn) {
            action.blocked(known(id).state()).ifPresent(blocked -> {
                throw new RunRefusedException(blocked.code(), blocked.reason());
            });
            journal.append(new RunActed(id, action.name(), actor, reason));
        }
    }

    synchronized RunRecord known(String id) {
        RunRecord run = runs.get(id);
        if (run == null) {
            throw new RunRefusedException("run-unknown", "没有编号为 " + id + " 的运行；请核对编号");
        }
        return run;
    }

    synchronized void takeUp(String id) {
        runs.computeIfPresent(id, (key, run) -> run.takenUp(clock.instant()));
    }

    /** From now on the run's steps are these, the first of them its wait for the runs before it. */
    synchronized void attach(String id, StepLog steps) {
        steps.waited(known(id).since());
        runs.computeIfPresent(id, (key, run) -> run.with(steps));
    }

    synchronized boolean stopping(String id) {
        return known(id).stopping();
    }

    void finish(String id, RunState outcome, String detail, List<String> left) {
        List<StepTaken> taken = taken(id);
        String told = taken.size() < MOST_STEPS ? detail : detail + "；步骤只留存 " + MOST_STEPS + " 个：先留失败的，再留最后的";
        journal.append(new RunFinished(id, outcome.name(), told, left, taken));
    }

    private synchronized List<StepTaken> taken(String id) {
        StepLog steps = known(id).steps();
        return steps == null ? List.of() : steps.taken(MOST_STEPS);
    }

    /** The run as it stands. */
    public synchronized Optional<RunView> find(String id) {
        return Optional.ofNullable(runs.get(id)).map(this::view);
    }

    /** Every run, newest first. */
    public synchronized List<RunView> all() {
        return runs.values().stream()
                .sorted((a, b) -> b.requestedAt().compareTo(a.requestedAt()))
                .map(this::view)
                .toList();
    }

    private RunView view(RunRecord run) {
        return run.view(isDestroyed(run.slots()));
    }

    /** Whether nothing of what the run touches is in landing any more. */
    private boolean isDestroyed(@Nullable List<String> slots) {
        return slots != null && !slots.isEmpty() && slots.stream().allMatch(this::isDestroyed);
    }

    private boolean isDestroyed(String label) {
        int at = label.indexOf('@');
        return ledger.slot(FeedId.parse(label.substring(0, at)), HourWindow.parse(label.substring(at + 1)))
                .map(Slot::delivery)
                .filter(delivery -> ledger.destroyed().coversAny(delivery.objects()))
                .isPresent();
    }

    /** Runs that a crash or a stop of the process left open, oldest first. */
    synchronized Collection<RunRecord> open() {
        return runs.values().stream()
                .filter(run -> run.state() == RunState.INTERRUPTED)
                .toList();
    }

    private synchronized void apply(JournalLine line) {
        if (line.entry() instanceof RunRequested requested) {
            runs.put(requested.run(), new RunRecord(requested, line.at()));
        } else if (line.entry() instanceof RunFinished finished) {
            runs.computeIfPresent(finished.run(), (id, run) -> run.with(finished, line.at()));
        } else if (line.entry() instanceof RunActed acted) {
            runs.computeIfPresent(acted.run(), (id, run) -> acted(run, RunAction.valueOf(acted.action()), line.at()));
        }
    }

    /** A run that goes on is open again; whoever goes on with it takes it up. */
    private static RunRecord acted(RunRecord run, RunAction action, Instant at) {
        return switch (action) {
            case STOP -> run.asStopping();
            case RESUME -> run.goneOn(at);
            default -> run;
        };
    }
}
