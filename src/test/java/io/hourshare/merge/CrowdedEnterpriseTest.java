package io.hourshare.merge;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.contract.CatalogueReader;
import io.hourshare.contract.CatalogueSource;
import io.hourshare.contract.SqlModel;
import io.hourshare.engine.Engine;
import io.hourshare.engine.EngineSettings;
import io.hourshare.engine.Session;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("F48")
class CrowdedEnterpriseTest {

    @TempDir
    private Path spill;

    @Test
    void theNewestTwoThousandOfAFeedSpeakForAnEnterprise() {
        String model = CatalogueReader.read(CatalogueSource.embedded()).catalogue().models().get("merge").stream()
                .filter(one -> one.name().equals("record"))
                .map(SqlModel::sql)
                .findFirst()
                .orElseThrow();
        try (Session session = new Engine(new EngineSettings("256MB", 1), spill).open()) {
            session.execute(
                    "create table er_entity as select * from (values ('E1', 'active'), ('E2', 'active')) as known"
                            + " (enterprise_id, state)");
            session.execute(
                    "create table speaker as select case when range < 3 then 'E1' else 'E2' end as enterprise_id,"
                            + " case when range % 2010 = 2009 then 'tax.rating' else 'credit.licence' end as feed, 'R' || range"
                            + " as record_key, timestamp '2026-01-01' + range * interval 1 minute as observed_at, null as"
                            + " \"window\", null as object, null as \"offset\", null as length, null as sheet, null as \"row\","
                            + " null as cells from range(2010)");
            session.execute("create table record as " + model);

            assertThat(session.number("select count(*) from record where enterprise_id = 'E1'"))
                    .isEqualTo(3);
            assertThat(session.number("select count(*) from record where feed = 'tax.rating'"))
                    .as("another feed says little and is heard")
                    .isEqualTo(1);
            assertThat(session.number(
                            "select count(*) from record where enterprise_id = 'E2' and feed <> 'tax.rating'"))
                    .isEqualTo(2_000);
            assertThat(session.number(
                            "select count(*) from record where record_key in ('R3', 'R4', 'R5', 'R6', 'R7', 'R8')"))
                    .as("six older ones are left out")
                    .isZero();
        }
    }
}
