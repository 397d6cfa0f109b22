package io.hourshare.operate.slot;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Spring Batch's rows of jobs that ended long ago: nobody restarts them, and what they did stands in the journal. A year
 * of twenty feeds would leave a million.
 */
public final class JobRows {

    private static final Duration KEPT = Duration.ofDays(7);
    private static final Duration PAUSE = Duration.ofHours(1);

    private static final int AT_ONCE = 500;

    /** A job that was tried again lately is needed whole: it goes on where the attempt before stopped. */
    private static final String ENDED = "select job_instance_id from batch_job_execution group by job_instance_id"
            + " having max(end_time) < :since and count(*) = count(end_time) order by job_instance_id limit " + AT_ONCE;

    private static final String EXECUTIONS =
            "(select job_execution_id from batch_job_execution where job_instance_id in (:jobs))";

    private static final List<String> DELETIONS = List.of(
            "delete from batch_step_execution_context where step_execution_id in"
                    + " (select step_execution_id from batch_step_execution where job_execution_id in " + EXECUTIONS
                    + ")",
            "delete from batch_step_execution where job_execution_id in " + EXECUTIONS,
            "delete from batch_job_execution_context where job_execution_id in " + EXECUTIONS,
            "delete from batch_job_execution_params where job_execution_id in " + EXECUTIONS,
            "delete from batch_job_execution where job_instance_id in (:jobs)",
            "delete from batch_job_instance where job_instance_id in (:jobs)");

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private Instant next = Instant.MIN;

    public JobRows(DataSource database, PlatformTransactionManager transactions, Clock clock) {
        this.database = JdbcClient.create(database);
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Deletes what ended more than a week ago, now and then and not too much at once; answers how many jobs went. */
    public synchronized int letGo() {
        Instant now = clock.instant();
        if (now.isBefore(next)) {
            return 0;
        }
        next = now.plus(PAUSE);
        LocalDateTime since =
                LocalDateTime.ofInstant(now.minus(KEPT), ZoneId.systemDefault()); // as Spring Batch writes
        List<Long> jobs =
                database.sql(ENDED).param("since", since).query(Long.class).list();
        if (!jobs.isEmpty()) {
            transaction.executeWithoutResult(status -> DELETIONS.forEach(
                    sql -> database.sql(sql).param("jobs", jobs).update()));
        }
        return jobs.size();
    }
}
