package io.hourshare.merge;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.contract.CatalogueReader;
import io.hourshare.contract.CatalogueSource;
import io.hourshare.engine.Session;
import io.hourshare.kernel.FeedId;
import java.nio.file.Path;
import java.util.List;
import java.util.StringJoiner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Size classes and tax for each mu, derived by the catalogue's own models. */
class MeasuresTest {

    private static final FeedId REPORT = FeedId.parse("market-regulation.annual-report");
    private static final FeedId TAX_MONTH = FeedId.parse("tax.monthly-summary");
    private static final FeedId REAL_ESTATE = FeedId.parse("natural-resources.real-estate");
    private static final FeedId LAND_SUPPLY = FeedId.parse("natural-resources.land-supply");
    private static final FeedId LEASE = FeedId.parse("housing.plant-lease");

    @TempDir
    Path home;

    private SmallTown town;
    private int records;

    @BeforeEach
    void open() {
        town = new SmallTown(home)
                .catalogue(CatalogueReader.read(CatalogueSource.embedded()).catalogue());
    }

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void aClassNeedsEveryFigureOfItsTradeAndTheSmallestIsToldByOne() {
        enterprise("E01", "2614", 350, "1500", "null");
        enterprise("E02", "2614", 15, "50000", "null");
        enterprise("E03", "6510", 120, "900", "null");
        enterprise("E04", "2614", 1000, "40000", "null");
        enterprise("E05", "2614", 999, "40000", "null");
        enterprise("E06", "4710", 5, "80000", "80000");
        enterprise("E07", "7010", 5, "1000", "5000");
        enterprise("E08", "6610", 900, "900000", "null");
        enterprise("E09", "7310", 300, "null", "null");
        enterprise("E10", "C", 20, "300", "null");
        enterprise("E11", "5910", 20, "200", "null");
        enterprise("E12", "5920", 19, "99", "null");

        assertThat(rows("select enterprise_id, size_class, trade from \"size-class\" order by 1"))
                .containsExactly(
                        "E01 | SMALL | 工业",
                        "E02 | MICRO | 工业",
                        "E03 | SMALL | 软件和信息技术服务业",
                        "E04 | LARGE | 工业",
                        "E05 | MEDIUM | 工业",
                        "E06 | LARGE | 建筑业",
                        "E07 | MEDIUM | 房地产开发经营",
                        "E08 | NOT_APPLICABLE | 不适用",
                        "E09 | LARGE | 其他未列明行业",
                        "E10 | SMALL | 工业",
                        "E11 | SMALL | 交通运输业",
                        "E12 | MICRO | 仓储业");
    }

    @Test
    void aFigureThatIsMissingOrNotPublishedLeavesTheClassUnknown() {
        enterprise("E1", "2614", 350, "null", "null");
        market("E2", "2614");
        report(
                "E2",
                2025,
                "350 as employee_num, true as employee_num_public, 5000.0::decimal(24,6) as revenue,"
                        + " false as revenue_public");

        assertThat(rows("select enterprise_id, size_class, missing, revenue from \"size-class\" order by 1"))
                .containsExactly("E1 | UNKNOWN | 营业收入 | null", "E2 | UNKNOWN | 营业收入 | null");
    }

    @Test
    void theFiguresAreThoseOfTheNewestReportAndSayWhereTheyStand() {
        enterprise("E1", "2614", 350, "2500", "null");
        report(
                "E1",
                2020,
                "10 as employee_num, true as employee_num_public, 1.0::decimal(24,6) as revenue,"
                        + " true as revenue_public");

        assertThat(rows("select size_class, employee_num, employee_feed, revenue, report_year, feed, object is not null"
                        + " from \"size-class\""))
                .containsExactly("MEDIUM | 350 | market-regulation.annual-report | 2500.000000 | 2025 |"
                        + " market-regulation.registration | true");
    }

    @Test
    void taxForEachMuCountsOwnedAndLeasedLandAndNoMonthTwice() {
        tax("E1", "2025-01-01", "2025-01-31", 300_000);
        tax("E1", "2025-02-01", "2025-02-28", -100_000);
        tax("E1", "2025-01-01", "2025-03-31", 900_000);
        tax("E1", "2025-03-01", "2025-03-31", 700_000);
        estate("E1", "U1", "B1", 20_000, 40_000, "CURRENT");
        estate("E2", "U1", "B1", 20_000, 40_000, "CURRENT");
        estate("E1", "U9", "B9", 90_000, 90_000, "HISTORY");
        lease("E1", "U1", 10_000, "2024-01-01", "2025-12-31", "FILED");
        lease("E1", "U1", 10_000, "2020-01-01", "2021-12-31", "FILED");
        lease("E1", "U1", 10_000, "2024-01-01", "2025-12-31", "ENDED");

        assertThat(rows("select enterprise_id, tax_year, tax_paid_total, tax_months, round(owned_mu, 3), owned_basis,"
                        + " round(leased_mu, 3), round(leased_out_mu, 3), round(land_mu, 3), round(tax_per_mu, 3)"
                        + " from \"land-yield\""))
                .containsExactly("E1 | 2025 | 90.000000 | 3 | 15.000 | REAL_ESTATE | 7.500 | 3.750 | 18.750 | 4.800");
    }

    /** 30 mu: the owner lets half of it to the park's company, which lets half of that on from July. */
    @Test
    void landThatIsLetIsTheTenantsAndNoLongerTheOwners() {
        List.of("E1", "E2", "E3").forEach(one -> tax(one, "2025-01-01", "2025-01-31", 150_000));
        estate("E1", "330482001002GB00012F00010001", "B1", 20_000, 40_000, "CURRENT");
        String unit = "330482001002GB00012F00010001";
        let("E2", "平湖园区运营有限公司", "平湖地主有限公司", unit, 20_000, "2025-01-01");
        let("E3", "平湖承租有限公司", "平湖园区运营有限公司", unit, 10_000, "2025-07-01");
        let("E9", "平湖未税有限公司", "平湖地主有限公司", unit, 4_000, "2025-01-01");
        town.record(
                LAND_SUPPLY,
                "E4",
                "P4",
                "2025-01-01 00:00:00",
                "1.0::decimal(24,6) as land_area_ha, '330482001002GB00099' as parcel_code");
        tax("E4", "2025-01-01", "2025-01-31", 150_000);
        let("E9", "平湖未税有限公司", "张某", "330482001002GB00099F00010001", 2_000, "2025-01-01");

        assertThat(rows("select enterprise_id, round(owned_mu, 3), round(leased_mu, 3), round(leased_out_mu, 3),"
                        + " round(land_mu, 3) from \"land-yield\" order by 1"))
                .containsExactly(
                        "E1 | 30.000 | null | 18.000 | 12.000",
                        "E2 | null | 15.000 | 3.750 | 11.250",
                        "E3 | null | 3.750 | null | 3.750",
                        "E4 | 15.000 | null | 3.000 | 12.000");
        assertThat(rows("select enterprise_id, round(amount, 3), feed from \"land-yield-input\""
                        + " where basis = 'LEASED_OUT' order by 1, 2"))
                .containsExactly(
                        "E1 | -15.000 | housing.plant-lease",
                        "E1 | -3.000 | housing.plant-lease",
                        "E2 | -3.750 | housing.plant-lease",
                        "E4 | -3.000 | housing.plant-lease");
    }

    /** 30 mu with two buildings of two floors in all, and a plot of which a building names a share only. */
    @Test
    void landUnderSeveralBuildingsCountsOnceForItsHolder() {
        List.of("E1", "E2").forEach(one -> tax(one, "2025-01-01", "2025-01-31", 150_000));
        estate("E1", "330482001002GB00012F00010001", "B1", 20_000, 30_000, "CURRENT");
        estate("E1", "330482001002GB00012F00020001", "B2", 20_000, 10_000, "CURRENT");
        estate("E1", "330482001002GB00077F00010001", "B3", 6_000, 6_000, "CURRENT");
        estate("E1", "330482001002GB00077F00020001", "B4", 4_000, 4_000, "CURRENT");
        let("E2", "平湖承租有限公司", "平湖地主有限公司", "330482001002GB00012F00020001", 8_000, "2025-01-01");

        assertThat(rows("select enterprise_id, round(owned_mu, 3), round(leased_mu, 3), round(leased_out_mu, 3)"
                        + " from \"land-yield\" order by 1"))
                .containsExactly("E1 | 45.000 | null | 6.000", "E2 | null | 6.000 | null");
        assertThat(rows("select count(*) from \"land-yield-input\" where basis = 'REAL_ESTATE'"))
                .containsExactly("3");
    }

    @Test
    void aMeasureNamesEveryRecordThatItRestsOn() {
        enterprise("E1", "2614", 350, "2500", "null");
        tax("E1", "2025-01-01", "2025-01-31", 300_000);
        tax("E1", "2025-01-01", "2025-03-31", 900_000);
        estate("E1", "U1", "B1", 20_000, 40_000, "CURRENT");
        estate("E1", "U9", "B9", 90_000, 90_000, "HISTORY");
        lease("E1", "U1", 10_000, "2024-01-01", "2025-12-31", "FILED");
        town.record(LAND_SUPPLY, "E1", "P1", "2025-01-01 00:00:00", "1.0::decimal(24,6) as land_area_ha");

        assertThat(rows("select tax_year, basis, round(amount, 3), feed from \"land-yield-input\" order by basis"))
                .containsExactly(
                        "2025 | LEASE | 7.500 | housing.plant-lease",
                        "2025 | LEASED_OUT | -7.500 | housing.plant-lease",
                        "2025 | REAL_ESTATE | 30.000 | natural-resources.real-estate",
                        "2025 | TAX | 30.000 | tax.monthly-summary");
        assertThat(rows("select basis, record_key from \"size-class-input\" order by 1"))
                .containsExactly("INDUSTRY | ME1", "REPORT | E1|2025");
    }

    @Test
    void landThatIsOnlySuppliedCountsAndTaxWithoutLandHasNoYield() {
        tax("E1", "2025-01-01", "2025-01-31", 150_000);
        tax("E2", "2025-01-01", "2025-01-31", 150_000);
        town.record(LAND_SUPPLY, "E1", "P1", "2025-01-01 00:00:00", "1.0::decimal(24,6) as land_area_ha");

        assertThat(rows("select enterprise_id, owned_basis, round(land_mu, 2), round(tax_per_mu, 2) from \"land-yield\""
                        + " order by 1"))
                .containsExactly("E1 | PARCEL | 15.00 | 1.00", "E2 | null | null | null");
    }

    private void enterprise(String id, String industry, int employees, String revenue, String assets) {
        market(id, industry);
        report(
                id,
                2025,
                employees + " as employee_num, true as employee_num_public, " + revenue + "::decimal(24,6) as revenue, "
                        + "true as revenue_public, " + assets
                        + "::decimal(24,6) as total_assets, true as total_assets_public");
    }

    private void market(String id, String industry) {
        town.record(SmallTown.MARKET, id, "M" + id, "2026-01-01 00:00:00", "'" + industry + "' as industry_code");
    }

    private void report(String id, int year, String columns) {
        town.record(
                REPORT, id, id + "|" + year, year + "-06-01 00:00:00", year + "::bigint as report_year, " + columns);
    }

    private void tax(String id, String from, String to, int paid) {
        town.record(
                TAX_MONTH,
                id,
                id + "|" + from + "|" + to,
                "2026-01-01 00:00:00",
                "'" + id + "' as taxpayer_id, date '" + from + "' as period_from, date '" + to + "' as period_to, "
                        + paid + "::decimal(24,6) as tax_paid_total");
    }

    private void estate(String id, String unit, String business, int land, int floors, String status) {
        town.record(
                REAL_ESTATE,
                id,
                unit + business + ++records,
                "2026-01-01 00:00:00",
                "'" + unit + "' as realty_unit_no, '" + business + "' as biz_no, " + land
                        + "::decimal(24,6) as land_area_m2, " + floors + "::decimal(24,6) as building_area_m2, '"
                        + status
                        + "' as right_status");
    }

    private void lease(String id, String unit, int floors, String from, String to, String status) {
        town.record(
                LEASE,
                id,
                "L" + ++records,
                "2026-01-01 00:00:00",
                "'" + unit + "' as realty_unit_no, " + floors + "::decimal(24,6) as lease_area_m2, date '" + from
                        + "' as lease_from, date '" + to + "' as lease_to, '" + status + "' as status");
    }

    private void let(String tenant, String name, String lessor, String unit, int floors, String from) {
        town.record(
                LEASE,
                tenant,
                "L" + ++records,
                "2026-01-01 00:00:00",
                "'" + name + "' as ent_name, '" + lessor + "' as lessor_name, '" + unit + "' as realty_unit_no, "
                        + floors + "::decimal(24,6) as lease_area_m2, date '" + from + "' as lease_from");
    }

    private List<String> rows(String sql) {
        MergedProfiles merged = town.merge();
        try (Session session = town.engine.open()) {
            SmallTown.show(session, merged, town.root);
            return session.query(sql, row -> {
                StringJoiner line = new StringJoiner(" | ");
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    line.add(String.valueOf(row.getString(i)));
                }
                return line.toString();
            });
        }
    }
}
