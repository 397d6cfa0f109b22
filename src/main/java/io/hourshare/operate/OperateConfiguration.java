package io.hourshare.operate;

import io.hourshare.contract.Catalogue;
import io.hourshare.engine.Engine;
import io.hourshare.land.Landing;
import io.hourshare.land.Retention;
import io.hourshare.merge.Merger;
import io.hourshare.normalize.Normalization;
import io.hourshare.normalize.NormalizeSteps;
import io.hourshare.normalize.ReturnedRecords;
import io.hourshare.operate.hour.HourDrive;
import io.hourshare.operate.hour.HourLoop;
import io.hourshare.operate.hour.HourPublisher;
import io.hourshare.operate.retention.RetentionDesk;
import io.hourshare.operate.run.OperatorRuns;
import io.hourshare.operate.run.Runs;
import io.hourshare.operate.slot.DueSlots;
import io.hourshare.operate.slot.FeedJobs;
import io.hourshare.operate.slot.HourNewsroom;
import io.hourshare.operate.slot.JobRows;
import io.hourshare.operate.slot.OperateSettings;
import io.hourshare.operate.slot.ServiceStop;
import io.hourshare.operate.slot.SlotPool;
import io.hourshare.operate.slot.SlotWork;
import io.hourshare.publish.Publisher;
import io.hourshare.publish.Snapshots;
import io.hourshare.pull.Puller;
import io.hourshare.quality.QualityCheck;
import io.hourshare.resolve.Resolver;
import io.hourshare.store.DataRoot;
import io.hourshare.store.Journal;
import io.hourshare.store.Ledger;
import io.hourshare.verify.HourSeals;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** Puts the hour together from the stages' faces. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OperateSettings.class)
class OperateConfiguration {

    @Bean
    HourNewsroom hourNewsroom() {
        return new HourNewsroom();
    }

    @Bean
    ServiceStop serviceStop() {
        return new ServiceStop();
    }

    @Bean
    FeedJobs feedJobs(JobRepository repository, JobOperator operator, NormalizeSteps steps) {
        return new FeedJobs(repository, operator, steps);
    }

    @Bean
    JobRows jobRows(DataSource database, PlatformTransactionManager transactions, Clock clock) {
        return new JobRows(database, transactions, clock);
    }

    @Bean
    SlotPool slotPool(
            Puller puller,
            Landing landing,
            FeedJobs jobs,
            Journal journal,
            Ledger ledger,
            HourNewsroom news,
            ServiceStop stop,
            OperateSettings settings) {
        return new SlotPool(new SlotWork(puller, landing, jobs, journal, ledger, news, stop)::run, settings.parallel());
    }

    @Bean
    HourPublisher hourPublisher(
            JobRepository repository,
            JobOperator operator,
            PlatformTransactionManager transactions,
            Normalization normalization,
            Resolver resolver,
            Merger merger,
            Publisher publisher,
            QualityCheck quality) {
        return new HourPublisher(
                repository, operator, transactions, normalization, resolver, merger, publisher, quality);
    }

    @Bean
    HourLoop hourLoop(
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
        return new HourLoop(catalogue, dueSlots, pool, publisher, journal, ledger, settings, clock, news, stop);
    }

    @Bean
    OperatorRuns operatorRuns(
            Catalogue catalogue,
            Ledger ledger,
            Runs runs,
            SlotPool pool,
            HourLoop loop,
            DueSlots dueSlots,
            DataRoot root,
            Engine engine,
            Clock clock) {
        ReturnedRecords returned = new ReturnedRecords(engine, root::resolve);
        return new OperatorRuns(catalogue, ledger, runs, pool, loop::publishNow, dueSlots, returned, clock);
    }

    @Bean
    RetentionDesk retentionDesk(Retention retention, Catalogue catalogue, DataRoot root) {
        return new RetentionDesk(retention, catalogue, root);
    }

    @Bean
    HourDrive hourDrive(
            HourLoop loop,
            FeedJobs jobs,
            JobRows rows,
            OperatorRuns runs,
            OperateSettings settings,
            HourSeals seals,
            Retention retention,
            Snapshots snapshots,
            ServiceStop stop) {
        return new HourDrive(loop, jobs, rows, runs, settings, seals, retention, snapshots, stop);
    }
}
