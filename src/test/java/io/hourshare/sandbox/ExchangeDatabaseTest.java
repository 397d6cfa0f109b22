package io.hourshare.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.kernel.Uscc;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExchangeDatabaseTest {

    private static final Clock MORNING = Clock.fixed(Instant.parse("2026-11-22T03:10:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder;

    @Test
    void answersBothViewsOverTcp() throws SQLException {
        try (SandboxTown town = SandboxTown.start(SandboxSettings.usual(folder), MORNING)) {
            List<String> codes = column(town, "market-regulation", "select UNISCID from E_BASEINFO");
            List<String> taxpayers = column(town, "tax", "select DJXH from V_DJ_NSRXX");

            assertThat(codes).hasSizeBetween(2200, 2400);
            assertThat(codes.stream().filter(code -> code != null && Uscc.isValid(code)))
                    .hasSizeGreaterThan(1850);
            assertThat(taxpayers).hasSizeBetween(1900, 2300);
        }
    }

    @Test
    void everyHourBringsAFewChangesStampedWithinIt() throws SQLException {
        try (SandboxTown town = SandboxTown.start(SandboxSettings.usual(folder), MORNING)) {
            List<String> flags = column(
                    town,
                    "market-regulation",
                    "select S_EXT_FLAG from E_BASEINFO where S_EXT_TIMESTAMP >= timestamp '2026-11-22 10:00:00'"
                            + " and S_EXT_TIMESTAMP < timestamp '2026-11-22 11:00:00'");

            assertThat(flags).hasSizeBetween(1, 150);
            assertThat(column(town, "tax", "select max(XGRQ) from V_DJ_NSRXX").get(0))
                    .isLessThan("2026-11-22 11:00:00")
                    .isGreaterThan("2026-11-22 08:00:00");
        }
    }

    @Test
    void livesOnToTheSameTownThatAFreshStartWouldGive(@TempDir Path other) throws SQLException {
        Instant start = Instant.parse("2026-11-20T02:30:00Z");
        AtomicReference<Instant> now = new AtomicReference<>(start);
        InstantSource source = now::get;
        Clock stepped = source.withZone(ZoneOffset.UTC);
        try (SandboxTown living =
                SandboxTown.start(SandboxSettings.usual(folder).withSize(400, 100), stepped)) {
            for (int hour = 1; hour <= 30; hour++) {
                now.set(start.plusSeconds(3600L * hour));
                living.advance();
            }
            try (SandboxTown fresh =
                    SandboxTown.start(SandboxSettings.usual(other).withSize(400, 100), stepped)) {
                for (String view : List.of("E_BASEINFO", "E_ALTER_RECODER")) {
                    assertThat(rows(living, view)).containsExactlyInAnyOrderElementsOf(rows(fresh, view));
                }
            }
        }
    }

    private static List<String> rows(SandboxTown town, String view) throws SQLException {
        String columns = view.equals("E_BASEINFO")
                ? "PRIPID, ENTNAME, DOM, REGCAP, REGSTATE_CN, S_EXT_FLAG, S_EXT_TIMESTAMP"
                : "PRIPID, ALTITEM, ALTBE, ALTAF, ALTDATE, S_EXT_TIMESTAMP";
        return column(town, "market-regulation", "select concat_ws('|', " + columns + ") from " + view);
    }

    static List<String> column(SandboxTown town, String department, String sql) throws SQLException {
        Map<String, String> sources = town.sources();
        String prefix = "hourshare.sources." + department + ".jdbc-";
        List<String> values = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(
                        sources.get(prefix + "url"), sources.get(prefix + "user"), sources.get(prefix + "password"));
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }
}
