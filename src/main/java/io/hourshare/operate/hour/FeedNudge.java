package io.hourshare.operate.hour;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** Quartz fires at a feed's minute; what is due is the ledger's to say. */
@DisallowConcurrentExecution
final class FeedNudge implements Job {

    private final HourDrive drive;

    FeedNudge(HourDrive drive) {
        this.drive = drive;
    }

    @Override
    public void execute(JobExecutionContext context) {
        drive.nudge();
    }
}
