package io.hourshare.operate.slot;

import io.hourshare.contract.Feed;
import io.hourshare.kernel.HourWindow;
import io.hourshare.land.LandedBatch;
import io.hourshare.land.Landing;
import io.hourshare.pull.PullRequest;
import io.hourshare.pull.Puller;
import io.hourshare.store.BatchCounts;
import io.hourshare.store.Journal;
import io.hourshare.store.JournalFact.BatchAdopted;
import io.hourshare.store.JournalFact.SlotFailed;
import io.hourshare.store.Ledger;
import io.hourshare.store.Slot;
import io.hourshare.store.SlotState;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings one slot from due to done: pull (or what landed before), normalize, adopt. A failure is journalled. */
public final class SlotWork {

    private static final Logger LOG = LoggerFactory.getLogger(SlotWork.class);

    private final Puller puller;
    private final Landing landing;
    private final FeedJobs jobs;
    private final Journal journal;
    private final Ledger ledger;
    private final HourNewsroom news;
    private final ServiceStop stop;

    public SlotWork(
            Puller puller,
            Landing landing,
            FeedJobs jobs,
            Journal journal,
            Ledger ledger,
            HourNewsroom news,
            ServiceStop stop) {
        this.puller = puller;
        this.landing = landing;
        this.jobs = jobs;
        this.journal = journal;
        this.ledger = ledger;
        this.news = news;
        this.stop = stop;
    }

    /**
     * Whether the slot is done; a failure is in the journal and stays due.
     *
     * @throws ServiceStoppingException where the service is being stopped: the slot is as if it had not been begun
     */
    public boolean run(DueSlot due, Approach approach, String trigger, StepLog steps) {
        goOn();
        String step = "pull";
        try {
            LandedBatch batch = landed(due, approach, steps);
            goOn();
            step = "normalize";
            steps.step(step, due, SlotWork::counts, () -> {
                if (approach == Approach.ONLY_RETURNED) {
                    jobs.mend(due.feed(), batch);
                } else {
                    jobs.normalize(due.feed(), batch, due.attempts() == 0 ? trigger : trigger + "-" + due.attempts());
                }
                return ledger.slot(due.feed().id(), due.window());
            });
            report(due);
            return true;
        } catch (RuntimeException | VirtualMachineError e) {
            if (stop.isAsked()) {
                LOG.info("{} {} 因服务停止而中断，下次启动后继续", due.label(), step);
                throw new ServiceStoppingException(e);
            }
            if (approach == Approach.ONLY_RETURNED) {
                news.done(due, "退回的记录没有变动：" + Troubles.of(e).detail()); // the adopted result stands
            } else if (isHeld(due)) {
                report(due);
            } else {
                fail(due, step, e);
            }
            return false;
        }
    }

    private void goOn() {
        if (stop.isAsked()) {
            throw new ServiceStoppingException(null);
        }
    }

    /** A batch that is held says so in the journal itself: a person or a rule decides, a retry would not help. */
    private boolean isHeld(DueSlot due) {
        return ledger.slot(due.feed().id(), due.window())
                .filter(slot -> slot.state() == SlotState.HELD)
                .isPresent();
    }

    private void fail(DueSlot due, String step, Throwable failure) {
        Troubles trouble = Troubles.of(failure);
        int attempt = due.attempts() + 1;
        journal.append(
                new SlotFailed(due.feed().id(), due.window(), step, trouble.reason(), trouble.detail(), attempt));
        LOG.warn("{} {} 失败（第 {} 次）：{}", due.label(), step, attempt, trouble.detail());
        LOG.debug("Cause of {}", due.label(), failure);
        news.done(due, "失败：" + trouble.detail());
    }

    private LandedBatch landed(DueSlot due, Approach approach, StepLog steps) {
        Feed feed = due.feed();
        boolean neverAsked = approach == Approach.FROM_LANDING || approach == Approach.ONLY_RETURNED;
        boolean fromLanding = neverAsked || approach == Approach.WHAT_IS_LEFT && waitsInLanding(feed, due.window());
        if (fromLanding) {
            Optional<LandedBatch> before = landing.find(feed.id(), due.window());
            if (before.filter(this::isThere).isPresent()) {
                return before.get();
            }
            if (neverAsked) {
                throw new NothingLandedException(feed.id(), due.window());
            }
        }
        return steps.step(
                "pull",
                due,
                batch -> Map.of("objects", (long) batch.objects().size()),
                () -> puller.pull(
                        due.initial() ? PullRequest.initial(feed, due.window()) : PullRequest.of(feed, due.window())));
    }

    private boolean isThere(LandedBatch batch) {
        return batch.objects().stream().noneMatch(object -> ledger.destroyed().covers(object.path()));
    }

    private boolean waitsInLanding(Feed feed, HourWindow window) {
        return ledger.slot(feed.id(), window).filter(Slot::waitsInLanding).isPresent();
    }

    private void report(DueSlot due) {
        Slot slot = ledger.slot(due.feed().id(), due.window()).orElseThrow();
        BatchAdopted adopted = slot.adopted();
        if (slot.state() == SlotState.HELD || adopted == null) {
            LOG.warn("{} 待处理：{}", due.label(), slot.trouble());
            news.done(due, "待处理：" + slot.trouble());
            return;
        }
        String summary = summary(adopted.counts());
        LOG.info("{} {}", due.label(), summary);
        news.done(due, summary);
    }

    private static String summary(BatchCounts counts) {
        return "收到 %d = 入库 %d + 退回 %d + 重复 %d + 剔除 %d"
                .formatted(
                        counts.received(),
                        counts.accepted(),
                        counts.quarantined(),
                        counts.duplicates(),
                        counts.dropped());
    }

    private static Map<String, Long> counts(Optional<Slot> slot) {
        BatchAdopted adopted = slot.map(Slot::adopted).orElse(null);
        if (adopted == null) {
            return Map.of();
        }
        BatchCounts counts = adopted.counts();
        return Map.of(
                "received", counts.received(),
                "accepted", counts.accepted(),
                "quarantined", counts.quarantined(),
                "duplicates", counts.duplicates(),
                "dropped", counts.dropped());
    }
}
