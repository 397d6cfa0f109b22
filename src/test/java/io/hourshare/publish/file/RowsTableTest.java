package io.hourshare.publish.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.engine.Engine;
import io.hourshare.engine.EngineSettings;
import io.hourshare.engine.Session;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowsTableTest {

    private static final String FIRST = "select hour || ' ' || coalesce(title, '-') || ' ' || received from balance";

    @TempDir
    Path folder;

    @Test
    void moreRowsThanAChunkHoldsKeepTheirOrderAndWhatIsAbsent() {
        try (Session session = engine().create(folder.resolve("file.duckdb"))) {
            session.execute("begin transaction");
            table(5_000).create(session, "balance");
            session.execute("commit");

            assertThat(session.number("select count(*) from balance where received = rowid"))
                    .isEqualTo(5_000);
            assertThat(session.query(FIRST + " limit 2", row -> row.getString(1)))
                    .containsExactly("2026-11-22 03:00:00 - 0", "2026-11-22 03:00:00 登记'信息 1");
        }
    }

    @Test
    void otherRowsTakeThePlaceOfThoseThatWereThere() {
        try (Session session = engine().open()) {
            table(3).create(session, "balance");
            table(1).renew(session, "balance");
            assertThat(session.query(FIRST, row -> row.getString(1))).isEqualTo(List.of("2026-11-22 03:00:00 - 0"));
            table(0).renew(session, "balance");
            assertThat(session.number("select count(*) from balance")).isZero();
        }
    }

    private static RowsTable table(int rows) {
        RowsTable table = new RowsTable()
                .column("hour", "timestamp")
                .column("title", "varchar")
                .column("received", "bigint");
        for (int row = 0; row < rows; row++) {
            table.row("2026-11-22T03:00:00Z", row % 2 == 0 ? null : "登记'信息", row);
        }
        return table;
    }

    private Engine engine() {
        return new Engine(new EngineSettings("300MB", 2), folder.resolve("spill"));
    }
}
