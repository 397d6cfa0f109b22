package io.hourshare.operate.hour;

import io.hourshare.land.Retention;
import io.hourshare.operate.run.OperatorRuns;
import io.hourshare.operate.slot.Ending;
import io.hourshare.operate.slot.FeedJobs;
import io.hourshare.operate.slot.JobRows;
import io.hourshare.operate.slot.OperateSettings;
import io.hourshare.operate.slot.ServiceStop;
import io.hourshare.operate.slot.Troubles;
import io.hourshare.publish.Snapshots;
import io.hourshare.verify.HourSeals;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * The reconciler: at start, every minute and whenever somebody nudges, the hour settles what the ledger says is due.
 */
public final class HourDrive implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(HourDrive.class);

    private final HourLoop loop;
    private final FeedJobs jobs;
    private final JobRows rows;
    private final OperatorRuns runs;
    private final OperateSettings settings;
    private final HourSeals seals;
    private final Retention retention;
    private final Snapshots snapshots;
    private final ServiceStop stop;
    private final AtomicBoolean nudged = new AtomicBoolean();
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "hourshare-hour"));
    private volatile boolean running;

    public HourDrive(
            HourLoop loop,
            FeedJobs jobs,
            JobRows rows,
            OperatorRuns runs,
            OperateSettings settings,
            HourSeals seals,
            Retention retention,
            Snapshots snapshots,
            ServiceStop stop) {
        this.loop = loop;
        this.jobs = jobs;
        this.rows = rows;
        this.runs = runs;
        this.settings = settings;
        this.seals = seals;
        this.retention = retention;
        this.snapshots = snapshots;
        this.stop = stop;
    }

    /** Asks for a look at what is due, soon; many nudges at once are one. */
    void nudge() {
        if (running && nudged.compareAndSet(false, true)) {
            thread.execute(this::settle);
        }
    }

    private void settle() {
        nudged.set(false);
        try {
            loop.settle();
            seals.seal();
            letGo();
            snapshots.leaveOutWhatEnded();
        } catch (RuntimeException | VirtualMachineError e) {
            tell(e);
        }
    }

    private void tell(Throwable failure) {
        if (stop.isAsked()) {
            LOG.debug("The hour was cut short", failure);
        } else {
            LOG.error("本轮处理中断，一分钟内自动再试：{}", Troubles.of(failure).detail(), failure);
        }
    }

    private void letGo() {
        List<Retention.Due> gone = retention.endOfDay();
        gone.forEach(due -> LOG.info(
                "{} 于 {} 落地的数据留存期满，已按规则销毁：{} 个文件",
                due.feed(),
                due.day(),
                due.objects().size()));
        rows.letGo();
    }

    @Override
    public void start() {
        if (!settings.automatic()) {
            return;
        }
        running = true;
        jobs.recover();
        runs.resume();
        thread.scheduleWithFixedDelay(this::settle, 0, 1, TimeUnit.MINUTES);
    }

    @Override
    public void stop() {
        running = false;
        Ending.of(thread);
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
