package io.hourshare.operate.hour;

import io.hourshare.contract.Catalogue;
import io.hourshare.contract.Feed;
import io.hourshare.operate.slot.OperateSettings;
import org.quartz.CronScheduleBuilder;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.springframework.boot.quartz.autoconfigure.SchedulerFactoryBeanCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One Quartz trigger a feed, at the minute of the hour that its job file names. */
@Configuration(proxyBeanMethods = false)
class NudgeSchedule {

    @Bean
    SchedulerFactoryBeanCustomizer feedTriggers(Catalogue catalogue, OperateSettings settings) {
        return factory -> {
            factory.setAutoStartup(settings.automatic());
            factory.setOverwriteExistingJobs(true);
            factory.setJobDetails(
                    catalogue.feeds().stream().map(NudgeSchedule::job).toArray(JobDetail[]::new));
            factory.setTriggers(
                    catalogue.feeds().stream().map(NudgeSchedule::trigger).toArray(Trigger[]::new));
        };
    }

    private static JobDetail job(Feed feed) {
        return JobBuilder.newJob(FeedNudge.class)
                .withIdentity(feed.id().toString(), "feeds")
                .storeDurably()
                .build();
    }

    private static Trigger trigger(Feed feed) {
        String cron = "5 " + feed.job().minute() + " * * * ?";
        return TriggerBuilder.newTrigger()
                .withIdentity(feed.id().toString(), "feeds")
                .forJob(feed.id().toString(), "feeds")
                .withSchedule(CronScheduleBuilder.cronSchedule(cron).withMisfireHandlingInstructionDoNothing())
                .build();
    }
}
