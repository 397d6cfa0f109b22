package io.hourshare.pull;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hourshare.contract.Feed;
import io.hourshare.contract.FeedMode;
import io.hourshare.land.LandedBatch;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JdbcViewPullTest {

    private static final String URL = "jdbc:h2:mem:source;DB_CLOSE_DELAY=-1";

    @TempDir
    Path folder;

    private PullBench bench;
    private Connection source;

    @BeforeEach
    void open() throws SQLException {
        bench = new PullBench(folder);
        source = DriverManager.getConnection(URL, "sa", "");
        execute(
                "create table E_BASEINFO (PRIPID varchar(36), ENTNAME varchar(200), REGCAP decimal(24,6), "
                        + "OPSCOPE clob, ESTDATE date, S_EXT_TIMESTAMP timestamp(6), SEEN timestamp with time zone)",
                "insert into E_BASEINFO values ('1', '早', 1, null, null, timestamp '2026-11-22 10:54:59.999', null)",
                "insert into E_BASEINFO values ('2', '重叠', 1, null, null, timestamp '2026-11-22 10:55:00', null)",
                "insert into E_BASEINFO values ('3', '甲\"公司\\', 1234567890123456.500000, '经营\n范围', "
                        + "date '2001-02-03', timestamp '2026-11-22 11:30:00.123', "
                        + "timestamp with time zone '2026-11-22 11:30:00+08:00')",
                "insert into E_BASEINFO values ('4', '迟', 1, null, null, timestamp '2026-11-22 12:00:00', null)",
                "insert into E_BASEINFO values ('5', '无时间', 1, null, null, null, null)");
    }

    @AfterEach
    void close() throws SQLException {
        execute("drop all objects");
        source.close();
        bench.close();
    }

    @Test
    @Tag("F26")
    void takesTheWindowWithItsOverlapAndNothingBeyond() {
        LandedBatch batch = bench.pull(feed(FeedMode.INCREMENTAL, "updatedAt", "S_EXT_TIMESTAMP"));

        assertThat(keys(batch)).containsExactly("2", "3");
        assertThat(batch.declared()).isEqualTo(2);
        assertThat(batch.sourceTime()).isEqualTo(Instant.parse("2026-11-22T03:30:00.123Z"));
    }

    @Test
    void writesTheExactTextOfEveryColumn() {
        LandedBatch batch = bench.pull(feed(FeedMode.INCREMENTAL, "updatedAt", "S_EXT_TIMESTAMP"));

        assertThat(lines(batch).get(1))
                .isEqualTo("{\"PRIPID\":\"3\",\"ENTNAME\":\"甲\\\"公司\\\\\","
                        + "\"REGCAP\":\"1234567890123456.500000\",\"OPSCOPE\":\"经营\\u000a范围\","
                        + "\"ESTDATE\":\"2001-02-03\",\"S_EXT_TIMESTAMP\":\"2026-11-22T11:30:00.123\","
                        + "\"SEEN\":\"2026-11-22T11:30:00+08:00\"}");
        assertThat(lines(batch).get(0)).contains("\"OPSCOPE\":null,\"ESTDATE\":null");
    }

    @Test
    void theInitialLoadTakesEverythingUpToTheWindowsEnd() {
        Feed feed = feed(FeedMode.INCREMENTAL, "updatedAt", "S_EXT_TIMESTAMP");

        LandedBatch batch = bench.pull(PullRequest.initial(feed, PullBench.HOUR));

        assertThat(keys(batch)).containsExactlyInAnyOrder("1", "2", "3", "5");
        assertThat(batch.initial()).isTrue();
    }

    @Test
    void aFullFeedTakesTheWholeListInKeyOrder() {
        LandedBatch batch = bench.pull(feed(FeedMode.FULL, "updatedAt", "S_EXT_TIMESTAMP"));

        assertThat(keys(batch)).containsExactly("1", "2", "3", "4", "5");
        assertThat(batch.declared()).isEqualTo(5);
    }

    @Test
    void anHourWithoutChangesIsAnEmptyObjectNotAFailure() throws SQLException {
        execute("delete from E_BASEINFO");

        LandedBatch batch = bench.pull(feed(FeedMode.INCREMENTAL, "updatedAt", "S_EXT_TIMESTAMP"));

        assertThat(batch.declared()).isZero();
        assertThat(batch.objects())
                .singleElement()
                .satisfies(object -> assertThat(object.size()).isZero());
    }

    @Test
    @Tag("F26")
    void askedTwiceItLandsOnce() {
        Feed feed = feed(FeedMode.INCREMENTAL, "updatedAt", "S_EXT_TIMESTAMP");

        assertThat(bench.pull(feed)).isEqualTo(bench.pull(feed));
        assertThat(bench.entries()).hasSize(2);
    }

    @Test
    void changeTimesThatAreTextAreComparedAsText() throws SQLException {
        execute(
                "create table V_DJ_NSRXX (DJXH varchar(20), XGRQ varchar(19))",
                "insert into V_DJ_NSRXX values ('10011100000000000001', '2026-11-22 11:00:00')",
                "insert into V_DJ_NSRXX values ('10011100000000000002', '2026-11-22 12:00:00')");

        LandedBatch batch = bench.pull(feed(
                "V_DJ_NSRXX",
                "DJXH",
                FeedMode.INCREMENTAL,
                "updatedAt",
                "XGRQ",
                "updatedAtPattern",
                "uuuu-MM-dd HH:mm:ss"));

        assertThat(lines(batch))
                .containsExactly("{\"DJXH\":\"10011100000000000001\",\"XGRQ\":\"2026-11-22 11:00:00\"}");
        assertThat(batch.sourceTime()).isEqualTo(Instant.parse("2026-11-22T03:00:00Z"));
    }

    @Test
    void moreRowsThanAFetchComeThroughWhole() throws SQLException {
        execute("insert into E_BASEINFO select 'x' || x, 'n', 1, null, null, timestamp '2026-11-22 11:10:00', null "
                + "from system_range(1, 5000)");

        LandedBatch batch = bench.pull(feed(FeedMode.INCREMENTAL, "updatedAt", "S_EXT_TIMESTAMP"));

        assertThat(lines(batch)).hasSize(5002).doesNotHaveDuplicates();
    }

    @Test
    void aMissingViewIsAFailedQueryAndLandsNothing() {
        Feed feed = feed("NO_SUCH", "ID", FeedMode.FULL);

        assertThatThrownBy(() -> bench.pull(feed))
                .satisfies(failure -> assertThat(reason(failure)).isEqualTo("QUERY_FAILED"));
        assertThat(bench.entries()).isEmpty();
        assertThat(bench.landed()).isEmpty();
    }

    @Test
    void aWrongPasswordIsARefusal() {
        Feed feed = PullBench.feed(
                "market-regulation.registration",
                "jdbc-view",
                FeedMode.FULL,
                "jdbcUrl",
                URL,
                "jdbcUser",
                "sa",
                "jdbcPassword",
                "wrong",
                "table",
                "E_BASEINFO",
                "key",
                "PRIPID");

        assertThatThrownBy(() -> bench.pull(feed))
                .satisfies(failure -> assertThat(reason(failure)).isEqualTo("SOURCE_REFUSED"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"E_BASEINFO; drop table x", "(select 1)", "a b", "E_BASEINFO--", "\"E\"", ""})
    void namesThatCouldCarrySqlAreRefused(String table) {
        assertThatThrownBy(() -> bench.pull(feed(table, "PRIPID", FeedMode.FULL)))
                .isInstanceOf(PullFailedException.class);
    }

    private Feed feed(FeedMode mode, String... more) {
        return feed("E_BASEINFO", "PRIPID", mode, more);
    }

    private static Feed feed(String table, String key, FeedMode mode, String... more) {
        String[] parameters = new String[more.length + 8];
        System.arraycopy(
                new String[] {"jdbcUrl", URL, "jdbcUser", "sa", "table", table, "key", key}, 0, parameters, 0, 8);
        System.arraycopy(more, 0, parameters, 8, more.length);
        return PullBench.feed("market-regulation.registration", "jdbc-view", mode, parameters);
    }

    private List<String> lines(LandedBatch batch) {
        return bench.text(batch.objects().get(0)).lines().toList();
    }

    private List<String> keys(LandedBatch batch) {
        return lines(batch).stream()
                .map(line -> line.replaceAll(".*\"PRIPID\":\"([^\"]*)\".*", "$1"))
                .toList();
    }

    private static String reason(Throwable failure) {
        return ((PullFailedException) failure).reason();
    }

    private void execute(String... statements) throws SQLException {
        try (var statement = source.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
