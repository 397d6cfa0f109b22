package io.hourshare.merge;

import static io.hourshare.merge.SmallTown.MARKET;
import static io.hourshare.merge.SmallTown.RATING;
import static io.hourshare.merge.SmallTown.TAX;
import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.contract.LogicalType;
import io.hourshare.engine.Session;
import io.hourshare.kernel.Digest;
import io.hourshare.kernel.FeedId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.StringJoiner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MergerTest {

    private static final String MARKET_COLUMNS =
            "'%s' as uscc, '%s' as ent_name, '%s' as address, '330482' as region_code, 'C3484' as industry_code,"
                    + " 1000.5::decimal(24,6) as reg_capital, '张三' as legal_rep_name, date '2010-05-06' as est_date";
    private static final String TAX_COLUMNS = "'%s' as uscc, '%s' as ent_name, %s as address, 'C3485' as industry_code,"
            + " date '2010-05-06' as est_date";

    @TempDir
    Path home;

    private SmallTown town;

    @BeforeEach
    void open() {
        town = new SmallTown(home);
        market("E1", "M1", "重庆长江机械有限公司", "平湖市新明路1号");
        tax("E1", "T1", "重庆长江机械（有限）公司", "'平湖市经开路9号'");
        rating("E1", "R1", 2025, "A");
    }

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void theFeedNamedFirstIsBelievedAndTheOtherIsKept() {
        MergedProfiles merged = town.merge();

        assertThat(rows(merged, "select value, feed, winner from claim where attribute = 'industry_code' order by 1"))
                .containsExactly("C3484 | market-regulation.registration | false", "C3485 | tax.registration | true");
        assertThat(rows(merged, "select industry_code, reg_capital, est_date, in_park from enterprise"))
                .containsExactly("C3485 | 1000.500000 | 2010-05-06 | true");
    }

    @Test
    void aWayOfWritingIsNoConflictAndARealDifferenceIs() {
        MergedProfiles merged = town.merge();

        assertThat(rows(merged, "select attribute, value, winner_value, feed from conflict order by 1"))
                .containsExactly(
                        "address | 平湖市经开路9号 | 平湖市新明路1号 | tax.registration",
                        "industry_code | C3484 | C3485 | market-regulation.registration");
    }

    @Test
    void anAddressWrittenFromTheRoadOnIsTheSameAddress() {
        tax("E3", "T3", "甲", "'新明路100号3幢'");
        market("E3", "M3", "甲", "平湖市新明路100号3幢");

        MergedProfiles merged = town.merge();

        assertThat(rows(merged, "select attribute from conflict where enterprise_id = 'E3' and attribute = 'address'"))
                .isEmpty();
    }

    @Test
    void groupedAttributesComeFromOneSource() {
        town.record(MARKET, "E4", "M4", "2026-01-01 00:00:00", "null::varchar as address, '320571' as region_code");
        tax("E4", "T4", "乙", "'平湖市当湖路2号'");

        MergedProfiles merged = town.merge();

        assertThat(rows(merged, "select address, region_code from enterprise where enterprise_id = 'E4'"))
                .containsExactly("平湖市当湖路2号 | null");
    }

    @Test
    void recordsThatAreGoneSayNothing() {
        town.record(TAX, "E1", "T9", "2026-11-21 00:00:00", "D", "'X' as uscc, 'gone' as ent_name");

        MergedProfiles merged = town.merge();

        assertThat(rows(merged, "select 1 from claim where record_key = 'T9'")).isEmpty();
    }

    @Test
    void theNewestRecordOfAnUnlistedAttributeWins() {
        town.record(TAX, "E1", "T2", "2026-11-21 00:00:00", "date '2011-01-01' as est_date");

        MergedProfiles merged = town.merge();

        assertThat(rows(merged, "select est_date from enterprise")).containsExactly("2011-01-01");
    }

    @Test
    void everyValueOfTheProfileHasExactlyOneWinner() {
        town.record(TAX, "E1", "T2", "2026-11-20 00:00:00", "date '2011-01-01' as est_date, 'C1' as industry_code");

        MergedProfiles merged = town.merge();

        assertThat(rows(
                        merged,
                        "select enterprise_id, attribute from claim group by enterprise_id, attribute"
                                + " having count(*) filter (where winner) > 1"))
                .isEmpty();
        assertThat(rows(merged, "select count(*) from claim where winner")).containsExactly("8");
    }

    @Test
    void satellitesKeepEveryRecordWithItsPlace() {
        rating("E1", "R2", 2024, "B");

        MergedProfiles merged = town.merge();

        assertThat(rows(
                        merged,
                        "select enterprise_id, rating_year, rating, feed, \"offset\" from \"credit-rating\" order by"
                                + " rating_year"))
                .containsExactly("E1 | 2024 | B | tax.credit-rating | 100", "E1 | 2025 | A | tax.credit-rating | 0");
    }

    @Test
    void anAttributeOfANewDepartmentAppearsWithoutJava() {
        FeedId insured = FeedId.parse("human-resources.insured-headcount");
        town.attribute(
                SmallTown.field("insured_headcount", "参保人数", LogicalType.INTEGER, null),
                SmallTown.feed(insured, "enterprise", List.of("insured_headcount")));
        town.record(insured, "E1", "H1", "2026-11-01 00:00:00", "120::bigint as insured_headcount");

        MergedProfiles merged = town.merge();

        assertThat(rows(merged, "select insured_headcount from enterprise")).containsExactly("120");
    }

    @Test
    void mergingTheSameAgainGivesTheSameFilesAndNoFurtherLine() {
        MergedProfiles first = town.merge();
        int lines = town.journal.lines().size();

        MergedProfiles second = town.merge();

        assertThat(second).isEqualTo(first);
        assertThat(town.journal.lines()).hasSize(lines);
    }

    @Test
    void equalRecordsGiveEqualBytesWhateverTheInputsAreCalled() throws IOException {
        MergedProfiles first = town.merge();
        MergedProfiles second = town.version("2").merge();

        for (String table : first.tables().keySet()) {
            byte[] before = Files.readAllBytes(
                    town.root.resolve(first.tables().get(table).base()));
            byte[] after = Files.readAllBytes(
                    town.root.resolve(second.tables().get(table).base()));
            assertThat(Digest.of(after)).as(table).isEqualTo(Digest.of(before));
        }
        assertThat(second.digest()).isNotEqualTo(first.digest());
    }

    private void market(String enterprise, String key, String name, String address) {
        town.record(
                MARKET, enterprise, key, "2026-01-02 00:00:00", MARKET_COLUMNS.formatted(enterprise, name, address));
    }

    private void tax(String enterprise, String key, String name, String address) {
        town.record(TAX, enterprise, key, "2026-02-03 00:00:00", TAX_COLUMNS.formatted(enterprise, name, address));
    }

    private void rating(String enterprise, String key, int year, String rating) {
        town.record(
                RATING,
                enterprise,
                key,
                year + "-04-01 00:00:00",
                year + "::bigint as rating_year, '" + rating + "' as rating, 91.5::decimal(24,6) as score,"
                        + " 'other name' as ent_name");
    }

    private List<String> rows(MergedProfiles merged, String sql) {
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
