package io.hourshare.operate.slot;

import io.hourshare.contract.Feed;
import io.hourshare.land.LandedBatch;
import io.hourshare.normalize.NormalizeSteps;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.builder.SimpleJobBuilder;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;

/** Normalizes a landed batch as a Spring Batch job of one (feed, window, delivery, catalogue). */
public final class FeedJobs {

    private static final String RECOVERED = "batch.recovered";

    private final JobOperator operator;
    private final JobRepository repository;
    private final NormalizeSteps steps;

    public FeedJobs(JobRepository repository, JobOperator operator, NormalizeSteps steps) {
        this.operator = operator;
        this.repository = repository;
        this.steps = steps;
    }

    /**
     * Runs the job to its end; a failed attempt of the same batch is restarted where it stopped.
     *
     * @param trigger tells reruns of one batch apart: the run's id, or {@code sync}
     */
    public void normalize(Feed feed, LandedBatch batch, String trigger) {
        JobParameters parameters = new JobParametersBuilder()
                .addString("feed", feed.id().toString())
                .addString("window", batch.window().label())
                .addString("delivery", batch.digest().hex())
                .addString("catalogue", feed.digest().hex())
                .addString("trigger", trigger)
                .toJobParameters();
        AtomicReference<RuntimeException> failure = new AtomicReference<>();
        JobExecution execution = start(job(feed, batch, failure::set), parameters);
        if (execution.getStatus() != BatchStatus.COMPLETED) {
            throw failure(execution, failure.get());
        }
    }

    /** Normalizes what an earlier mapping sent back of the batch; small enough to be done in one go. */
    public void mend(Feed feed, LandedBatch batch) {
        steps.mend(feed, batch);
    }

    /**
     * Starts the job, or restarts what is left of it. The journal is the truth and every output is named after its
     * content, so bookkeeping that refuses (a crash left it torn, or the database was restored) is passed by.
     */
    private JobExecution start(Job job, JobParameters parameters) {
        try {
            return operator.start(job, parameters);
        } catch (JobExecutionException refused) {
            return startAfresh(job, parameters, refused);
        }
    }

    private JobExecution startAfresh(Job job, JobParameters parameters, JobExecutionException refused) {
        try {
            return operator.start(
                    job,
                    new JobParametersBuilder(parameters)
                            .addString("afresh", UUID.randomUUID().toString())
                            .toJobParameters());
        } catch (JobExecutionException e) {
            e.addSuppressed(refused);
            throw new IllegalStateException("Job cannot be started: " + parameters, e);
        }
    }

    private Job job(Feed feed, LandedBatch batch, Consumer<RuntimeException> failures) {
        List<Step> parts = steps.of(feed, batch, failures);
        SimpleJobBuilder job = new JobBuilder("normalize", repository).start(parts.get(0));
        parts.stream().skip(1).forEach(job::next);
        return job.build();
    }

    /** Marks executions as failed that a crash left running, so that they can be restarted. */
    public void recover() {
        for (String name : repository.getJobNames()) {
            repository.findRunningJobExecutions(name).forEach(this::recover);
        }
    }

    /** A restarted execution inherits the mark of an earlier recovery, and would not be recovered a second time. */
    private void recover(JobExecution execution) {
        execution.getExecutionContext().remove(RECOVERED);
        operator.recover(execution);
    }

    private static RuntimeException failure(JobExecution execution, @Nullable RuntimeException cause) {
        if (cause != null) {
            return cause;
        }
        List<Throwable> failures = execution.getAllFailureExceptions();
        return new IllegalStateException(
                "Job ended as " + execution.getStatus(), failures.isEmpty() ? null : failures.get(0));
    }
}
