package io.hourshare.operate.hour;

import io.hourshare.contract.Catalogue;
import io.hourshare.kernel.HourWindow;
import io.hourshare.operate.slot.Approach;
import io.hourshare.operate.slot.DueSlot;
import io.hourshare.operate.slot.DueSlots;
import io.hourshare.operate.slot.HourNewsroom;
import io.hourshare.operate.slot.OperateSettings;
import io.hourshare.operate.slot.ServiceStop;
import io.hourshare.operate.slot.ServiceStoppingException;
import io.hourshare.operate.slot.SlotPool;
import io.hourshare.operate.slot.StepLog;
import io.hourshare.operate.slot.Troubles;
import io.hourshare.store.Journal;
import io.hourshare.store.JournalAct.SlotWaived;
import io.hourshare.store.JournalFact.SnapshotPublished;
import io.hourshare.store.Ledger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Drives the hours: whatever the ledger says is due is worked on, and published when every due feed is done or has
 * failed, at the latest at minute 20; later arrivals at most every five minutes. A failing feed never holds the rest.
 */
public final class HourLoop {

    private static final Duration POLL = Duration.ofSeconds(5);
    private static final Logger LOG = LoggerFactory.getLogger(HourLoop.class);

    private final Catalogue catalogue;
    private final DueSlots dueSlots;
    private final SlotPool pool;
    private final HourPublisher publisher;
    private final Journal journal;
    private final Ledger ledger;
    private final OperateSettings settings;
    private final Clock clock;
    private final HourNewsroom news;
    private final ServiceStop stop;
    private final Instant since;

    public HourLoop(
            Catalogue catalogue,
            DueSlots dueSlots,
            SlotPool pool,
            HourPublisher publisher,
            Journal journal,
            Ledger ledger,
            OperateSettings settings,
            Clock clock,
            HourNewsroom news,
            ServiceStop stop) {
        this.catalogue = catalogue;
        this.dueSlots = dueSlots;
        this.pool = pool;
        this.publisher = publisher;
        this.journal = journal;
        this.ledger = ledger;
        this.settings = settings;
        this.clock = clock;
        this.news = news;
        this.stop = stop;
        this.since = clock.instant();
    }

    /** Works on everything due and publishes; returns when nothing is left to do now. */
    public synchronized void settle() {
        StepLog steps = new StepLog(clock);
        List<DueSlot> due = nextDue();
        while (!due.isEmpty()) {
            news.starting(due);
            List<CompletableFuture<Boolean>> started = pool.start(due, Approach.WHAT_IS_LEFT, "sync", steps);
            waitFor(new ArrayList<>(started), steps);
            waiveCovered();
            due = started.isEmpty() ? List.of() : nextDue();
        }
        publishIfReady(steps);
    }

    /** The newest windows first, one round at a time, so that a long catch-up never makes the present hour wait. */
    private List<DueSlot> nextDue() {
        return dueSlots.at(clock.instant()).stream()
                .limit(Math.max(8, catalogue.feeds().size()))
                .toList();
    }

    /**
     * Some slots may take longer than the publish deadline, or than an hour: what is there is published meanwhile, and
     * what falls due is begun.
     */
    private void waitFor(List<CompletableFuture<Boolean>> started, StepLog steps) {
        while (!started.stream().allMatch(CompletableFuture::isDone)) {
            try {
                CompletableFuture.allOf(started.toArray(CompletableFuture[]::new))
                        .get(POLL.toSeconds(), TimeUnit.SECONDS);
            } catch (TimeoutException stillRunning) {
                if (stop.isAsked()) {
                    throw new ServiceStoppingException(null);
                }
                publishIfReady(steps);
                started.addAll(pool.start(nextDue(), Approach.WHAT_IS_LEFT, "sync", steps));
            } catch (ExecutionException e) {
                throw new CompletionException(e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CompletionException(e);
            }
        }
    }

    /** Publishes at once, whatever the rule says; an operator's run ends with it. */
    public void publishNow(String run, StepLog steps) {
        Runnable turn = steps.waiting(null);
        synchronized (this) {
            turn.run();
            publishAs(run, steps);
        }
    }

    private void publishAs(String run, StepLog steps) {
        if (stop.isAsked()) {
            throw new ServiceStoppingException(null);
        }
        HourWindow hour = dueSlots.newest(clock.instant());
        try {
            publisher.publish(hour, run, steps);
        } catch (RuntimeException e) {
            throw stop.isAsked() ? new ServiceStoppingException(e) : e;
        }
        news.published(hour);
    }

    private void publishIfReady(StepLog steps) {
        Instant now = clock.instant();
        HourWindow hour = dueSlots.newest(now);
        if (ledger.publicationHold().isPresent() || !ready(hour, now)) {
            return;
        }
        try {
            publishAs("hour-" + hour, steps);
        } catch (ServiceStoppingException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.error("发布失败，继续提供上一个快照：{}", Troubles.of(e).detail(), e);
        }
    }

    private boolean ready(HourWindow hour, Instant now) {
        Optional<SnapshotPublished> last = ledger.lastPublication();
        boolean sameHour =
                last.filter(published -> published.hour().equals(hour)).isPresent();
        if (sameHour) {
            return ledger.adoptionsSincePublication() > 0
                    && !now.isBefore(ledger.publishedAt().orElse(Instant.EPOCH).plus(settings.publishEvery()));
        }
        boolean late = !now.isBefore(later(hour.end(), since).plus(settings.publishBy()));
        return ledger.adoptions() > 0 && (late || everyFeedAnswered(hour));
    }

    /** A process that starts within the hour has the same time to bring the feeds in as the hour itself. */
    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private boolean everyFeedAnswered(HourWindow hour) {
        return catalogue.feeds().stream()
                .filter(feed -> !dueSlots.paused(feed, clock.instant()))
                .flatMap(feed -> dueSlots.ofFeed(feed, hour).stream())
                .filter(slot -> slot.window().equals(hour) || slot.initial())
                .noneMatch(slot -> slot.attempts() == 0);
    }

    private void waiveCovered() {
        HourWindow newest = dueSlots.newest(clock.instant());
        catalogue
                .feeds()
                .forEach(feed -> dueSlots.covered(feed, newest)
                        .forEach(slot ->
                                journal.append(new SlotWaived(feed.id(), slot.window(), "系统", "其后的全量数据已覆盖本小时"))));
    }
}
