package io.hourshare.trace;

import io.hourshare.kernel.FeedId;
import io.hourshare.kernel.HourWindow;
import io.hourshare.store.Journal;
import io.hourshare.store.JournalAct.SlotWaived;
import io.hourshare.store.JournalEntry;
import io.hourshare.store.JournalFact.BatchAdopted;
import io.hourshare.store.JournalFact.DeliveryLanded;
import io.hourshare.store.JournalFact.SlotFailed;
import io.hourshare.store.JournalFact.SlotHeld;
import io.hourshare.store.JournalFact.SnapshotPublished;
import io.hourshare.store.JournalFact.StageDone;
import io.hourshare.store.JournalLine;
import io.hourshare.trace.BatchTrace.Trouble;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Fold of the journal: every window's trace. Safe for use by many threads. */
@Component
final class BatchTraces {

    private final Map<FeedId, NavigableMap<HourWindow, BatchTrace>> traces = new TreeMap<>();
    private final Map<FeedId, Set<HourWindow>> unpublished = new TreeMap<>();
    private final Map<FeedId, Set<HourWindow>> waived = new TreeMap<>();
    private @Nullable Instant mergedAt;

    BatchTraces(Journal journal) {
        journal.follow(this::apply);
    }

    synchronized Optional<BatchTrace> of(FeedId feed, HourWindow window) {
        return Optional.ofNullable(traces.getOrDefault(feed, new TreeMap<>()).get(window));
    }

    /** The feed's traces, oldest window first. */
    synchronized List<BatchTrace> of(FeedId feed) {
        return List.copyOf(traces.getOrDefault(feed, new TreeMap<>()).values());
    }

    /** Whether somebody or a later whole list excused the window. */
    synchronized boolean isWaived(FeedId feed, HourWindow window) {
        return waived.getOrDefault(feed, Set.of()).contains(window);
    }

    private synchronized void apply(JournalLine line) {
        JournalEntry entry = line.entry();
        Instant at = line.at();
        if (entry instanceof DeliveryLanded landed) {
            put(landed.feed(), landed.window(), trace -> trace.landed(at, landed.sourceTime(), landed.initial()));
        } else if (entry instanceof BatchAdopted adopted) {
            put(adopted.feed(), adopted.window(), trace -> trace.adopted(at, adopted.counts()));
            unpublished.computeIfAbsent(adopted.feed(), feed -> new HashSet<>()).add(adopted.window());
        } else if (entry instanceof SlotFailed failed) {
            Trouble trouble = new Trouble(failed.step(), failed.reason(), failed.detail(), failed.attempt(), false, at);
            put(failed.feed(), failed.window(), trace -> trace.troubled(trouble));
        } else if (entry instanceof SlotHeld held) {
            Trouble trouble = new Trouble("normalize", held.reason(), held.detail(), 1, true, at);
            put(held.feed(), held.window(), trace -> trace.troubled(trouble));
        } else if (entry instanceof SlotWaived one) {
            waived.computeIfAbsent(one.feed(), feed -> new HashSet<>()).add(one.window());
        } else if (entry instanceof StageDone stage) {
            done(stage, at);
        } else if (entry instanceof SnapshotPublished) {
            publish(at);
        }
    }

    private void done(StageDone stage, Instant at) {
        stage.folded()
                .ifPresent(feed -> unpublished
                        .getOrDefault(feed, Set.of())
                        .forEach(window -> put(feed, window, trace -> trace.folded(at))));
        if (stage.stage().equals(StageDone.MERGE)) {
            mergedAt = at;
        }
    }

    private void publish(Instant at) {
        unpublished.forEach((feed, windows) -> windows.removeIf(window -> publish(feed, window, at)));
    }

    /** A batch that was accepted while this snapshot was being built waits for the next. */
    private boolean publish(FeedId feed, HourWindow window, Instant at) {
        BatchTrace trace = of(feed, window).orElseThrow();
        if (trace.publishedAt() != null) {
            return true;
        }
        if (!trace.ready()) {
            return false;
        }
        Instant merged = mergedAt != null && trace.adoptedAt() != null && !mergedAt.isBefore(trace.adoptedAt())
                ? mergedAt
                : null;
        put(feed, window, ready -> ready.published(merged, at));
        return true;
    }

    private void put(FeedId feed, HourWindow window, UnaryOperator<BatchTrace> change) {
        traces.computeIfAbsent(feed, absent -> new TreeMap<>())
                .merge(window, change.apply(BatchTrace.of(feed, window)), (known, ignored) -> change.apply(known));
    }
}
