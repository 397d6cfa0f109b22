package io.hourshare.normalize;

import io.hourshare.contract.Feed;
import io.hourshare.land.LandedBatch;
import io.hourshare.land.LandedObject;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The Spring Batch steps that normalize one landed batch: a partition for each object, then the adoption. A restarted
 * job redoes only the objects that had failed.
 */
public final class NormalizeSteps {

    private static final String OBJECT = "object";

    private final JobRepository repository;
    private final PlatformTransactionManager transactions;
    private final Normalization normalization;
    private final Clock clock;

    NormalizeSteps(
            JobRepository repository,
            PlatformTransactionManager transactions,
            Normalization normalization,
            Clock clock) {
        this.repository = repository;
        this.transactions = transactions;
        this.normalization = normalization;
        this.clock = clock;
    }

    /**
     * The steps in the order in which they run.
     *
     * @param failures hears why an object failed; the partitioned step itself only says that one did
     */
    public List<Step> of(Feed feed, LandedBatch batch, Consumer<RuntimeException> failures) {
        Instant started = clock.instant();
        return List.of(objects(feed, batch, failures), adopt(feed, batch, started));
    }

    /** What an earlier mapping sent back of the batch, and nothing else of it. */
    public void mend(Feed feed, LandedBatch batch) {
        normalization.mend(feed, batch);
    }

    private Step objects(Feed feed, LandedBatch batch, Consumer<RuntimeException> failures) {
        return new StepBuilder("normalize", repository)
                .partitioner(OBJECT, gridSize -> partitions(batch))
                .step(object(feed, batch, failures))
                .build();
    }

    private static Map<String, ExecutionContext> partitions(LandedBatch batch) {
        Map<String, ExecutionContext> partitions = new LinkedHashMap<>();
        for (int i = 0; i < batch.objects().size(); i++) {
            ExecutionContext partition = new ExecutionContext();
            partition.putInt(OBJECT, i);
            partitions.put(OBJECT + i, partition);
        }
        return partitions;
    }

    private Step object(Feed feed, LandedBatch batch, Consumer<RuntimeException> failures) {
        return new StepBuilder(OBJECT, repository)
                .tasklet(
                        (contribution, context) -> {
                            int place = place(contribution.getStepExecution().getStepName());
                            normalize(feed, batch.objects().get(place), failures);
                            return RepeatStatus.FINISHED;
                        },
                        transactions)
                .build();
    }

    /** By its name, not its context: a crash may leave a partition's row without its context. */
    private static int place(String partition) {
        return Integer.parseInt(partition.substring(partition.lastIndexOf(OBJECT) + OBJECT.length()));
    }

    private void normalize(Feed feed, LandedObject object, Consumer<RuntimeException> failures) {
        try {
            normalization.normalize(feed, object);
        } catch (RuntimeException e) {
            failures.accept(e);
            throw e;
        }
    }

    private Step adopt(Feed feed, LandedBatch batch, Instant started) {
        return new StepBuilder("adopt", repository)
                .tasklet(
                        (contribution, context) -> {
                            normalization.adopt(feed, batch, started);
                            return RepeatStatus.FINISHED;
                        },
                        transactions)
                .build();
    }
}
