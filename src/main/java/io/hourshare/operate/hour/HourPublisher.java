package io.hourshare.operate.hour;

import io.hourshare.kernel.HourWindow;
import io.hourshare.merge.MergedProfiles;
import io.hourshare.merge.Merger;
import io.hourshare.normalize.CurrentRecords;
import io.hourshare.normalize.Normalization;
import io.hourshare.operate.slot.StepLog;
import io.hourshare.publish.PublicationContext;
import io.hourshare.publish.Publisher;
import io.hourshare.publish.Snapshot;
import io.hourshare.quality.QualityCheck;
import io.hourshare.resolve.Resolution;
import io.hourshare.resolve.Resolver;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.transaction.PlatformTransactionManager;

/** Resolve, merge, publish over everything adopted, as one Spring Batch job. */
public final class HourPublisher {

    private static final Logger LOG = LoggerFactory.getLogger(HourPublisher.class);

    private final JobRepository repository;
    private final JobOperator operator;
    private final PlatformTransactionManager transactions;
    private final Normalization normalization;
    private final Resolver resolver;
    private final Merger merger;
    private final Publisher publisher;
    private final QualityCheck quality;

    public HourPublisher(
            JobRepository repository,
            JobOperator operator,
            PlatformTransactionManager transactions,
            Normalization normalization,
            Resolver resolver,
            Merger merger,
            Publisher publisher,
            QualityCheck quality) {
        this.repository = repository;
        this.operator = operator;
        this.transactions = transactions;
        this.normalization = normalization;
        this.resolver = resolver;
        this.merger = merger;
        this.publisher = publisher;
        this.quality = quality;
    }

    /** Publishes what is adopted by now under the hour's name. */
    Snapshot publish(HourWindow hour, String run, StepLog steps) {
        AtomicReference<CurrentRecords> current = new AtomicReference<>();
        AtomicReference<Resolution> resolution = new AtomicReference<>();
        AtomicReference<MergedProfiles> merged = new AtomicReference<>();
        AtomicReference<Snapshot> snapshot = new AtomicReference<>();
        Job job = new JobBuilder("publish", repository)
                .start(step("resolve", steps, () -> {
                    current.set(normalization.current());
                    resolution.set(resolver.resolve(current.get(), hour));
                    return resolution.get().counts();
                }))
                .next(step("quality", steps, () -> Map.of("rules", quality.run(current.get()))))
                .next(step("merge", steps, () -> {
                    merged.set(merger.merge(current.get(), resolution.get()));
                    return merged.get().counts();
                }))
                .next(step("publish", steps, () -> {
                    snapshot.set(publisher.publish(merged.get(), hour, PublicationContext.of(run)));
                    return Map.of("sequence", snapshot.get().sequence());
                }))
                .build();
        run(job, hour);
        LOG.info("已发布快照 {}（{}）", snapshot.get().sequence(), hour);
        return snapshot.get();
    }

    private Step step(String name, StepLog steps, StepLog.Work<Map<String, Long>> work) {
        return new StepBuilder(name, repository)
                .tasklet(
                        (contribution, context) -> {
                            steps.step(name, null, counts -> counts, work);
                            return RepeatStatus.FINISHED;
                        },
                        transactions)
                .build();
    }

    private void run(Job job, HourWindow hour) {
        try {
            JobExecution execution = operator.start(
                    job,
                    new JobParametersBuilder()
                            .addString("hour", hour.label())
                            .addString("attempt", UUID.randomUUID().toString())
                            .toJobParameters());
            if (execution.getStatus() != BatchStatus.COMPLETED) {
                List<Throwable> failures = execution.getAllFailureExceptions();
                throw new IllegalStateException("Publishing failed", failures.isEmpty() ? null : failures.get(0));
            }
        } catch (JobExecutionException e) {
            throw new IllegalStateException("Publishing cannot be started", e);
        }
    }
}
