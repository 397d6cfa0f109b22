package io.hourshare.operate.slot;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.kernel.SteppedClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

@Tag("F05")
class JobRowsTest {

    private static final List<String> TABLES = List.of(
            "batch_step_execution_context",
            "batch_step_execution",
            "batch_job_execution_context",
            "batch_job_execution_params",
            "batch_job_execution",
            "batch_job_instance");

    @TempDir
    private Path folder;

    private final SteppedClock clock = new SteppedClock("2026-11-22T09:00:00Z");
    private JdbcDataSource database;
    private JobRows rows;

    @BeforeEach
    void open() {
        database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:" + folder.getFileName() + ";DB_CLOSE_DELAY=-1");
        new ResourceDatabasePopulator(new ClassPathResource("org/springframework/batch/core/schema-h2.sql"))
                .execute(database);
        rows = new JobRows(database, new DataSourceTransactionManager(database), clock);
    }

    @Test
    void whatEndedLongAgoGoesAndWhatMayGoOnStays() {
        execution(1, 1, "'2026-11-14 09:00:00'");
        execution(2, 2, "'2026-11-14 09:00:00'"); // failed, and tried again yesterday
        execution(2, 3, "'2026-11-21 09:00:00'");
        execution(3, 4, "null");

        assertThat(rows.letGo()).isEqualTo(1);

        assertThat(JdbcClient.create(database)
                        .sql("select job_execution_id from batch_job_execution order by 1")
                        .query(Long.class)
                        .list())
                .containsExactly(2L, 3L, 4L);
        assertThat(TABLES).allSatisfy(table -> assertThat(count(table)).isBetween(2L, 3L));
    }

    @Test
    void anOldSiteIsTidiedBitByBit() {
        for (int number = 1; number <= 600; number++) {
            execution(number, number, "'2026-10-01 09:00:00'");
        }
        assertThat(rows.letGo()).isEqualTo(500);
        assertThat(rows.letGo()).as("not again at once").isZero();
        clock.advance(Duration.ofHours(1));
        assertThat(rows.letGo()).isEqualTo(100);
        assertThat(TABLES).allSatisfy(table -> assertThat(count(table)).isZero());
    }

    private void execution(int job, int execution, String ended) {
        run("merge into batch_job_instance (job_instance_id, job_name, job_key) key (job_instance_id) values (" + job
                + ", 'normalize', '" + job + "')");
        run("insert into batch_job_execution (job_execution_id, job_instance_id, create_time, end_time) values ("
                + execution + ", " + job + ", '2026-10-01 08:00:00', " + ended + ")");
        run("insert into batch_job_execution_params (job_execution_id, parameter_name, parameter_type, identifying)"
                + " values (" + execution + ", 'feed', 'java.lang.String', 'Y')");
        run("insert into batch_job_execution_context (job_execution_id, short_context) values (" + execution + ", '')");
        run("insert into batch_step_execution (step_execution_id, version, step_name, job_execution_id, create_time)"
                + " values (" + execution + ", 1, 'read', " + execution + ", '2026-10-01 08:00:00')");
        run("insert into batch_step_execution_context (step_execution_id, short_context) values (" + execution
                + ", '')");
    }

    private void run(String sql) {
        JdbcClient.create(database).sql(sql).update();
    }

    private long count(String table) {
        return JdbcClient.create(database)
                .sql("select count(*) from " + table)
                .query(Long.class)
                .single();
    }
}
