package io.hourshare.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.contract.CatalogueReader;
import io.hourshare.contract.CatalogueSource;
import io.hourshare.engine.Session;
import io.hourshare.merge.MergedProfiles;
import io.hourshare.merge.SmallTown;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContradictionTrialTest {

    /** A rule that binds in the trial must bind in the hour. */
    @Test
    void theTrialsTablesHaveTheColumnsThatTheMergeWrites(@TempDir Path home) {
        try (SmallTown town = new SmallTown(home)
                .catalogue(CatalogueReader.read(CatalogueSource.embedded()).catalogue())) {
            town.record(SmallTown.MARKET, "E1", "M1", "2026-01-01 00:00:00", "'平湖甲有限公司' as ent_name");
            MergedProfiles merged = town.merge();

            ContradictionTrial.MERGED.forEach((table, columns) -> assertThat(
                            written(town, merged.tables().get(table).base()))
                    .as(table)
                    .containsExactlyInAnyOrder(columns.replace("\"", "").split(", ")));
        }
    }

    private static List<String> written(SmallTown town, String file) {
        try (Session session = town.engine.open()) {
            session.view("written", List.of(town.root.resolve(file)));
            return session.query(
                    "select column_name || ' ' || lower(column_type) from (describe select * from written)",
                    row -> row.getString(1));
        }
    }
}
