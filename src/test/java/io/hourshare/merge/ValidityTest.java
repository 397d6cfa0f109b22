package io.hourshare.merge;

import static io.hourshare.merge.SmallTown.MARKET;
import static io.hourshare.merge.SmallTown.TAX;
import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.contract.LogicalType;
import io.hourshare.contract.ValidityRule;
import io.hourshare.contract.ValidityRule.YieldsTo;
import io.hourshare.engine.Session;
import io.hourshare.kernel.FeedId;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValidityTest {

    private static final ValidityRule ENDED =
            new ValidityRule("ended", "登记已注销", "reg_status_code", List.of("CANCELLED"), List.of(), YieldsTo.SAME_FEED);
    private static final ValidityRule GONE = new ValidityRule(
            "gone", "登记已注销", "reg_status_code", List.of("CANCELLED"), List.of("address"), YieldsTo.ANY);
    private static final ValidityRule OVER =
            new ValidityRule("over", "营业期限已过", "op_to", List.of(), List.of(), YieldsTo.SAME_FEED);

    @TempDir
    Path home;

    private SmallTown town;

    @BeforeEach
    void open() {
        town = new SmallTown(home);
        town.attribute(
                SmallTown.field("reg_status_code", "登记状态", LogicalType.STRING, null),
                SmallTown.feed(FeedId.parse("other.status"), "enterprise", List.of()));
        town.validity(ENDED).validity(GONE).validity(OVER);
        town.record(TAX, "E1", "T1", "2026-01-01 00:00:00", "'甲公司（税）' as ent_name, '平湖市经开路9号' as address");
    }

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void theRegistrationInForceGoesBeforeANewerOneThatEnded() {
        market("M-new", "2026-03-01", "'乙路1号', '330482', '乙' , 'CANCELLED', null");
        market("M-old", "2025-03-01", "'甲路1号', '330482', '甲', 'ACTIVE', null");

        assertThat(winners("ent_name", "address")).containsExactlyInAnyOrder("甲路1号|M-old|null", "甲|M-old|null");
        assertThat(doubts("M-new")).containsOnly("登记已注销");
    }

    @Test
    void anAddressOfACancelledRegistrationGivesWayToAnotherDepartmentAndItsNameDoesNot() {
        market("M1", "2026-03-01", "'乙路1号', '330482', '乙', 'CANCELLED', null");

        assertThat(winners("ent_name", "address")).containsExactlyInAnyOrder("乙|M1|登记已注销", "平湖市经开路9号|T1|null");
    }

    @Test
    void groupedAttributesGiveWayTogether() {
        market("M1", "2026-03-01", "'乙路1号', '330482', '乙', 'CANCELLED', null");

        assertThat(winners("region_code")).isEmpty();
    }

    @Test
    void whereEverythingGivesWayTheOrderDecidesAsBefore() {
        market("M1", "2026-03-01", "'乙路1号', '330482', '乙', 'CANCELLED', null");
        market("M2", "2026-02-01", "'丙路1号', '330482', '丙', 'CANCELLED', null");

        assertThat(winners("ent_name")).containsExactly("乙|M1|登记已注销");
    }

    @Test
    void aTermThatIsOverOnTheDayOfTheNewestDeliveryGivesWay() {
        market("M-over", "2026-03-01", "'乙路1号', '330482', '乙', 'ACTIVE', date '2026-11-21'");
        market("M-today", "2025-03-01", "'甲路1号', '330482', '甲', 'ACTIVE', date '2026-11-22'");

        assertThat(winners("ent_name")).containsExactly("甲|M-today|null");
        assertThat(doubts("M-over")).containsOnly("营业期限已过");
    }

    @Test
    void everyClaimNamesTheVersionOfTheRulesThatMadeIt() {
        market("M1", "2026-03-01", "'乙路1号', '330482', '乙', 'ACTIVE', null");
        List<String> before = rows("select distinct feed || ' ' || model from claim order by 1");

        town.validity(new ValidityRule("more", "另", "uscc", List.of("X"), List.of(), YieldsTo.ANY));

        assertThat(before).hasSize(2).allMatch(line -> line.matches("\\S+ [0-9a-f]{8}"));
        assertThat(rows("select distinct feed || ' ' || model from claim order by 1"))
                .doesNotContainAnyElementsOf(before);
    }

    private void market(String key, String day, String values) {
        town.record(
                MARKET,
                "E1",
                key,
                day + " 00:00:00",
                "* from (values (" + values + ")) t(address, region_code, ent_name, reg_status_code, op_to)");
    }

    private List<String> winners(String... attributes) {
        return rows("select value || '|' || record_key || '|' || coalesce(doubt, 'null') from claim where winner"
                + " and attribute in ('" + String.join("', '", attributes) + "') order by value");
    }

    private List<String> doubts(String key) {
        return rows("select coalesce(doubt, 'none') from claim where record_key = '" + key + "'");
    }

    private List<String> rows(String sql) {
        try (Session session = town.engine.open()) {
            SmallTown.show(session, town.merge(), town.root);
            return session.query(sql, row -> row.getString(1));
        }
    }
}
