package io.hourshare.pull;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.contract.Feed;
import io.hourshare.contract.FeedMode;
import io.hourshare.land.LandedBatch;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JdbcViewPostgresTest {

    private static EmbeddedPostgres source;

    @TempDir
    Path folder;

    private PullBench bench;

    @BeforeAll
    static void start() throws IOException, SQLException {
        source = EmbeddedPostgres.start();
        execute("create schema exchange");
        execute("create table exchange.v_entity (id text, capital numeric(24,6), listed boolean, seal bytea, "
                + "changed timestamp, changed_zoned timestamptz)");
        execute("insert into exchange.v_entity select 'e' || lpad(i::text, 5, '0'), i + 0.500000, i % 2 = 0, "
                + "'\\x0aff', timestamp '2026-11-22 11:00:00' + i * interval '1 millisecond', "
                + "timestamptz '2026-11-22 11:00:00+08' + i * interval '1 millisecond' "
                + "from generate_series(1, 3000) i");
        execute("insert into exchange.v_entity values ('late', null, null, null, "
                + "'2026-11-22 12:00:00', '2026-11-22 12:00:00+08')");
    }

    @AfterAll
    static void stop() throws IOException {
        source.close();
    }

    @BeforeEach
    void open() {
        bench = new PullBench(folder);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void takesTheWindowByLocalTime() {
        LandedBatch batch = bench.pull(feed(FeedMode.INCREMENTAL, "updatedAt", "changed"));

        assertThat(bench.text(batch.objects().get(0)).lines())
                .hasSize(3000)
                .first()
                .asString()
                .isEqualTo("{\"id\":\"e00001\",\"capital\":\"1.500000\",\"listed\":\"false\",\"seal\":\"0aff\","
                        + "\"changed\":\"2026-11-22T11:00:00.001\",\"changed_zoned\":\"2026-11-22T03:00:00.001Z\"}");
        assertThat(batch.declared()).isEqualTo(3000);
        assertThat(batch.sourceTime()).isEqualTo(Instant.parse("2026-11-22T03:00:03Z"));
    }

    @Test
    void takesTheWindowByZonedTime() {
        LandedBatch batch =
                bench.pull(feed(FeedMode.INCREMENTAL, "updatedAt", "changed_zoned", "updatedAtZoned", "true"));

        assertThat(batch.declared()).isEqualTo(3000);
        assertThat(batch.sourceTime()).isEqualTo(Instant.parse("2026-11-22T03:00:03Z"));
    }

    @Test
    void takesTheWholeList() {
        assertThat(bench.pull(feed(FeedMode.FULL)).declared()).isEqualTo(3001);
    }

    private static Feed feed(FeedMode mode, String... more) {
        String[] parameters = new String[more.length + 8];
        System.arraycopy(
                new String[] {
                    "jdbcUrl",
                    source.getJdbcUrl("postgres", "postgres"),
                    "jdbcUser",
                    "postgres",
                    "table",
                    "exchange.v_entity",
                    "key",
                    "id"
                },
                0,
                parameters,
                0,
                8);
        System.arraycopy(more, 0, parameters, 8, more.length);
        return PullBench.feed("market-regulation.registration", "jdbc-view", mode, parameters);
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = source.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
