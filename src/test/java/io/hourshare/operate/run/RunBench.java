package io.hourshare.operate.run;

import io.hourshare.contract.Catalogue;
import io.hourshare.contract.Cycle;
import io.hourshare.contract.Feed;
import io.hourshare.contract.FeedMode;
import io.hourshare.engine.Engine;
import io.hourshare.engine.EngineSettings;
import io.hourshare.normalize.ReturnedRecords;
import io.hourshare.operate.HourFixture;
import io.hourshare.operate.slot.Approach;
import io.hourshare.operate.slot.DueSlot;
import io.hourshare.operate.slot.DueSlots;
import io.hourshare.operate.slot.SlotPool;
import io.hourshare.store.JournalEntry;
import io.hourshare.store.JournalFact.BatchAdopted;
import io.hourshare.store.JournalFact.DeliveryLanded;
import io.hourshare.store.JournalFact.SlotFailed;
import io.hourshare.store.JournalFact.SlotHeld;
import io.hourshare.store.JournalLine;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** Runs over a journal, with work that writes down what it was asked for and fails where it is told to. */
final class RunBench implements AutoCloseable {

    final Feed tax = HourFixture.feed("tax.registration", FeedMode.INCREMENTAL, Cycle.HOURLY);
    final Feed housing = HourFixture.feed("housing.permit", FeedMode.INCREMENTAL, Cycle.HOURLY);
    final HourFixture hour;
    final Runs runs;
    final OperatorRuns operator;
    final Set<String> poisoned = ConcurrentHashMap.newKeySet();
    final List<String> worked = new CopyOnWriteArrayList<>();
    final List<Approach> approaches = new CopyOnWriteArrayList<>();
    final AtomicInteger published = new AtomicInteger();
    volatile CountDownLatch gate = new CountDownLatch(0);
    private final SlotPool pool = new SlotPool(
            (slot, approach, trigger, steps) ->
                    steps.step("pull", slot, done -> Map.of("objects", 1L), () -> work(slot, approach)),
            4);

    RunBench(Path folder, String start) {
        hour = new HourFixture(folder, start);
        Catalogue catalogue = HourFixture.catalogue(tax, housing);
        DueSlots dueSlots = hour.dueSlots(tax, housing);
        runs = new Runs(hour.journal, hour.ledger, hour);
        ReturnedRecords returned = new ReturnedRecords(
                new Engine(new EngineSettings("256MB", 1), folder.resolve("spill")), folder::resolve);
        operator = new OperatorRuns(
                catalogue,
                hour.ledger,
                runs,
                pool,
                (run, steps) -> published.incrementAndGet(),
                dueSlots,
                returned,
                hour);
    }

    private boolean work(DueSlot slot, Approach approach) {
        try {
            gate.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        worked.add(slot.label());
        approaches.add(approach);
        if (poisoned.contains(slot.label())) {
            hour.failed(slot.feed(), slot.window().label(), slot.attempts() + 1);
            return false;
        }
        hour.landed(slot.feed(), slot.window().label(), slot.initial());
        hour.done(slot.feed(), slot.window().label());
        return true;
    }

    RunView ended(String id) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> runs.find(id).orElseThrow().endedAt() != null);
        return runs.find(id).orElseThrow();
    }

    /** What the journal says since it had so many lines. */
    List<JournalLine> since(int lines) {
        List<JournalLine> all = hour.journal.lines();
        return all.subList(lines, all.size());
    }

    static Set<String> labels(RunPlan plan) {
        return plan.slots().stream().map(PlannedSlot::label).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Slots of which the lines speak. */
    static Set<String> touched(List<JournalLine> lines) {
        return lines.stream()
                .map(JournalLine::entry)
                .flatMap(RunBench::slot)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> slot(JournalEntry entry) {
        if (entry instanceof DeliveryLanded landed) {
            return Stream.of(landed.feed() + "@" + landed.window());
        } else if (entry instanceof BatchAdopted adopted) {
            return Stream.of(adopted.feed() + "@" + adopted.window());
        } else if (entry instanceof SlotFailed failed) {
            return Stream.of(failed.feed() + "@" + failed.window());
        } else if (entry instanceof SlotHeld held) {
            return Stream.of(held.feed() + "@" + held.window());
        }
        return Stream.empty();
    }

    @Override
    public void close() {
        operator.close();
        pool.close();
        hour.close();
    }
}
