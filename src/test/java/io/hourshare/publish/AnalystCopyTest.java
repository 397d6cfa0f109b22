package io.hourshare.publish;

import static io.hourshare.merge.SmallTown.MARKET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hourshare.engine.Session;
import io.hourshare.merge.SmallTown;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Analysts hold the file open, copy it, or try to write into it: the hours go on, and nobody's answer changes. */
@Tag("F68")
class AnalystCopyTest {

    @TempDir
    Path home;

    private PublishingTown town;
    private Snapshot first;

    @BeforeEach
    void publish() {
        SmallTown records = new SmallTown(home.resolve("data"));
        records.record(MARKET, "E1", "M1", "2026-01-02 00:00:00", "'平湖长江机械有限公司' as ent_name, '330482' as region_code");
        town = new PublishingTown(records);
        first = town.publish("2026-11-22T03Z");
    }

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void whoReadsTheFileKeepsReadingItWhileLaterHoursArePublished() throws Exception {
        try (Connection analyst = readOnly(first.analystFile())) {
            assertThat(name(analyst)).isEqualTo("平湖长江机械有限公司");
            Snapshot next = town.publish("2026-11-22T04Z");
            assertThat(next.sequence()).isEqualTo(2);
            assertThat(name(analyst)).isEqualTo("平湖长江机械有限公司");
            town.snapshots.rollBack(1, "值班员", "演练");
            assertThat(name(analyst)).isEqualTo("平湖长江机械有限公司");
        }
    }

    @Test
    void theFileIsForReadingAndSaysWhichClientsOpenIt() throws Exception {
        if (Files.getFileStore(home).supportsFileAttributeView("posix")) {
            assertThat(Files.getPosixFilePermissions(first.analystFile()))
                    .doesNotContain(
                            PosixFilePermission.OWNER_WRITE,
                            PosixFilePermission.GROUP_WRITE,
                            PosixFilePermission.OTHERS_WRITE);
        }
        try (Connection analyst = readOnly(first.analystFile())) {
            assertThatThrownBy(() -> analyst.createStatement().execute("delete from enterprise"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("read-only");
        }
        try (Session session = town.town.engine.openReadOnly(first.analystFile())) {
            assertThat(session.query(
                            "select tags['storage_version'] from duckdb_databases() where not internal and path is not null",
                            row -> row.getString(1)))
                    .singleElement()
                    .asString()
                    .contains("v1.4.0");
        }
    }

    @Test
    void aCopyIsTheirsAndWhatTheyWriteIntoItReachesNobody() throws Exception {
        Path copy = home.resolve("copy.duckdb");
        Files.copy(first.analystFile(), copy, StandardCopyOption.REPLACE_EXISTING);
        assertThat(copy.toFile().setWritable(true)).isTrue();
        String before = town.document("E1");
        try (Connection own = DriverManager.getConnection("jdbc:duckdb:" + copy)) {
            own.createStatement().execute("update enterprise set ent_name = '改过的名称'");
            assertThat(name(own)).isEqualTo("改过的名称");
        }
        assertThat(town.document("E1")).isEqualTo(before);
        try (Connection analyst = readOnly(first.analystFile())) {
            assertThat(name(analyst)).isEqualTo("平湖长江机械有限公司");
        }
    }

    private static Connection readOnly(Path file) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("access_mode", "read_only");
        return DriverManager.getConnection("jdbc:duckdb:" + file, properties);
    }

    private static String name(Connection connection) throws SQLException {
        try (var rows = connection.createStatement().executeQuery("select ent_name from enterprise")) {
            rows.next();
            return rows.getString(1);
        }
    }
}
