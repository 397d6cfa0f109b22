package io.hourshare.operate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("F61")
class EmbeddedDatabaseTest {

    private static final Instant NOW = Instant.parse("2026-11-22T04:05:06Z");

    @TempDir
    private Path home;

    @Test
    void aDamagedOneIsKeptAsideAndAnEmptyOneTakesItsPlace() throws Exception {
        fill();
        Path file = home.resolve("db/hourshare.mv.db");
        Files.write(file, new byte[(int) Files.size(file)]);

        database().setAsideIfDamaged(NOW);

        assertThat(home.resolve("db")).doesNotExist();
        assertThat(home.resolve("db-damaged-" + NOW.getEpochSecond())).isNotEmptyDirectory();
        fill();
    }

    @Test
    void aSoundOneIsLeftAlone() throws Exception {
        fill();

        database().setAsideIfDamaged(NOW);

        try (Connection connection = DriverManager.getConnection(url(), "sa", "");
                ResultSet rows = connection.createStatement().executeQuery("select count(*) from thing")) {
            rows.next();
            assertThat(rows.getInt(1)).isEqualTo(1);
        }
        try (Stream<Path> all = Files.list(home)) {
            assertThat(all).hasSize(1);
        }
    }

    @Test
    void oneWhoseTablesWereHalfMadeIsMadeAnew() throws Exception {
        try (Connection connection = DriverManager.getConnection(url(), "sa", "")) {
            connection.createStatement().execute("create table BATCH_JOB_INSTANCE (id int)");
        }
        Flyway flyway = Flyway.configure()
                .dataSource(url(), "sa", "")
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .javaMigrations(new DatabaseConfiguration().batchTables(), new DatabaseConfiguration().quartzTables())
                .load();

        new TableMaking().migrate(flyway);

        assertThat(flyway.info().applied())
                .extracting(one -> String.valueOf(one.getVersion()))
                .contains("1", "2");
    }

    private void fill() throws Exception {
        try (Connection connection = DriverManager.getConnection(url(), "sa", "")) {
            connection.createStatement().execute("create table thing (id int)");
            connection.createStatement().execute("insert into thing values (1)");
        }
    }

    private EmbeddedDatabase database() {
        return new EmbeddedDatabase(home.resolve("db"), url());
    }

    private String url() {
        return "jdbc:h2:file:" + home.resolve("db/hourshare") + ";WRITE_DELAY=0";
    }
}
