package io.hourshare.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.contract.Catalogue;
import io.hourshare.contract.CatalogueReader;
import io.hourshare.contract.CatalogueSource;
import io.hourshare.engine.Session;
import io.hourshare.kernel.FeedId;
import io.hourshare.merge.SmallTown;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContradictionTest {

    private static final FeedId MARKET = FeedId.parse("market-regulation.registration");
    private static final FeedId TAX = FeedId.parse("tax.registration");
    private static final FeedId PERMIT = FeedId.parse("housing.construction-permit");
    private static final FeedId LAND = FeedId.parse("natural-resources.land-supply");
    private static final FeedId ROSTER = FeedId.parse("park.roster");
    private static final String WHEN = "2026-11-01 00:00:00";

    @TempDir
    Path home;

    @Test
    void departmentsThatContradictEachOtherAreRankedByRule() {
        Catalogue catalogue =
                CatalogueReader.read(CatalogueSource.directory(Path.of("."))).catalogue();
        try (PublishingTown town = new PublishingTown(new SmallTown(home).catalogue(catalogue))) {
            town.town.record(
                    MARKET,
                    "E1",
                    "M1",
                    WHEN,
                    "'甲有限公司' as ent_name, 'CANCELLED' as reg_status_code, '注销' as reg_status_name,"
                            + " date '2025-03-01' as cancel_date, '330482' as region_code, '张三' as legal_rep_name");
            town.town.record(
                    TAX, "E1", "T1", WHEN, "'甲有限公司' as ent_name, '03' as tax_status_code, '李四' as legal_rep_name");
            town.town.record(
                    PERMIT,
                    "E1",
                    "P1",
                    WHEN,
                    "'330482202506150101' as permit_no, '甲有限公司' as ent_name," + " date '2025-06-15' as issue_date");
            town.town.record(LAND, "E1", "L1", WHEN, "'330483' as region_code, '甲有限公司' as ent_name, 'X' as supply_no");
            town.town.record(ROSTER, "E1", "R1", WHEN, "'甲有限公司' as ent_name, 'IN_PARK' as park_status");
            town.town.record(
                    PERMIT,
                    "E9",
                    "P9",
                    WHEN,
                    "'330482202506150102' as permit_no, '乙有限公司' as ent_name," + " date '2025-06-15' as issue_date");
            Snapshot snapshot = town.publish("2026-11-22T03Z");

            assertThat(served(
                            town,
                            "select rule_id || ' ' || department from contradiction order by weight desc, rule_id"))
                    .contains(
                            "revoked-but-tax-normal tax",
                            "permit-without-licence housing",
                            "roster-keeps-cancelled park",
                            "permit-without-registration housing",
                            "region-against-parcel market-regulation");
            try (Session session = town.town.engine.openReadOnly(snapshot.analystFile())) {
                List<String> said = session.query(
                        "select coalesce(said, '') from contradiction where rule_id = 'legal-representative-differs'",
                        row -> row.getString(1));
                assertThat(said).allMatch(String::isEmpty);
                assertThat(session.number("select count(*) from contradiction")).isPositive();
            }
        }
    }

    @Test
    void aRuleThatASiteCannotAnswerIsPassedOver() {
        try (PublishingTown town = new PublishingTown(new SmallTown(home))) {
            town.town.record(MARKET, "E1", "M1", WHEN, "'甲有限公司' as ent_name");
            town.publish("2026-11-22T03Z");

            assertThat(served(town, "select rule_id from contradiction")).isEmpty();
        }
    }

    private static List<String> served(PublishingTown town, String sql) {
        try (SnapshotLease lease = town.snapshots.lease()) {
            return lease.session().query(sql, row -> row.getString(1));
        }
    }
}
