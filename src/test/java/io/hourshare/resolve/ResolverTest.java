package io.hourshare.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.resolve.model.ResolveRules;
import io.hourshare.resolve.world.NumberMaker;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResolverTest {

    private static final String REGISTER = IdentityTown.REGISTER;
    private static final String TAX = "tax.registration";
    private static final String HOUSING = "housing.completion";
    private static final String PARK = "park.roster";

    @TempDir
    Path home;

    private IdentityTown town;

    @BeforeEach
    void open() {
        town = new IdentityTown(home);
        town.record(
                REGISTER,
                "1",
                "uscc",
                NumberMaker.uscc("330482", 1),
                "ent_name",
                "平湖市宏达电子科技有限公司",
                "reg_no",
                NumberMaker.registration("330482", 11),
                "region_code",
                "330482");
        town.record(
                REGISTER,
                "2",
                "uscc",
                NumberMaker.uscc("330482", 2),
                "ent_name",
                "平湖市新埭鼎盛机械厂",
                "region_code",
                "330482");
    }

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void linksByUnifiedCodeInSmallLettersAndFullWidth() {
        town.record(TAX, "a", "uscc", NumberMaker.uscc("330482", 1).toLowerCase() + " ", "ent_name", "平湖市宏达电子科技有限公司");

        assertThat(town.resolve()).containsEntry("tax.registration/a", registered("1"));
    }

    @Test
    void linksALegacyTaxNumberOfAnotherRegionByItsOrganisationCode() {
        town.record(TAX, "a", "taxpayer_id", "330401" + NumberMaker.org(1), "ent_name", "平湖市宏达电子科技有限公司");

        assertThat(town.resolve()).containsEntry("tax.registration/a", registered("1"));
    }

    @Test
    void linksARegistrationNumberThroughTheRegister() {
        town.record(TAX, "a", "reg_no", NumberMaker.registration("330482", 11), "ent_name", "平湖宏达电子科技公司");

        assertThat(town.resolve()).containsEntry("tax.registration/a", registered("1"));
    }

    @Test
    void linksAUnifiedCodeThatTheHousingSystemCutToFifteenCharacters() {
        town.record(HOUSING, "a", "uscc", NumberMaker.uscc("330482", 2).substring(0, 15), "ent_name", "平湖市新埭鼎盛机械厂");

        assertThat(town.resolve()).containsEntry("housing.completion/a", registered("2"));
    }

    @Test
    void linksTheExactNormalNameWithinItsRegion() {
        town.record(HOUSING, "a", "ent_name", "平湖市宏達電子科技有限责任公司（盖章）", "region_code", "330482");

        assertThat(town.resolve()).containsEntry("housing.completion/a", registered("1"));
    }

    @Test
    void neverLinksThroughZeros() {
        town.record(TAX, "a", "uscc", "000000000000000000", "ent_name", "平湖市甲乙五金有限公司");
        town.record(TAX, "b", "uscc", "000000000000000000", "ent_name", "平湖市丙丁食品有限公司");

        assertThat(town.resolve()).doesNotContainKeys("tax.registration/a", "tax.registration/b");
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 50, 800})
    void neverLinksThroughANumberThatManyNamesShare(int names) {
        for (int i = 0; i < names; i++) {
            String brand = "" + (char) ('\u4e10' + 5 * i) + (char) ('\u7a00' + 3 * i);
            town.record(TAX, "f" + i, "uscc", NumberMaker.uscc("330482", 77), "ent_name", "平湖市" + brand + "五金有限公司");
        }

        assertThat(town.resolve()).hasSize(2);
    }

    @Test
    void neverGivesABranchToItsHead() {
        town.record(TAX, "a", "uscc", NumberMaker.uscc("330482", 1), "ent_name", "平湖市宏达电子科技有限公司嘉善分公司");

        assertThat(town.resolve()).doesNotContainEntry("tax.registration/a", registered("1"));
    }

    /** One enterprise with two meters; a meter of the park's company that supplies whoever sits there is the company's. */
    @Test
    void severalAccountsOfOneEnterpriseAreItsAndAParksAccountIsNobodyElses() {
        String meters = "industry-it.energy-monthly";
        town.record(meters, "m1", "uscc", NumberMaker.uscc("330482", 1), "ent_name", "平湖市宏达电子科技有限公司");
        town.record(meters, "m2", "uscc", NumberMaker.uscc("330482", 1), "ent_name", "宏达电子二号厂房");
        town.record(meters, "m3", "uscc", NumberMaker.uscc("330482", 2), "ent_name", "平湖市新埭鼎盛机械厂");

        assertThat(town.resolve())
                .containsEntry(meters + "/m1", registered("1"))
                .containsEntry(meters + "/m2", registered("1"))
                .containsEntry(meters + "/m3", registered("2"));
    }

    /** A shop that became a company has a registration and a number before and after: nobody is merged by likeness. */
    @Test
    void aShopThatBecameACompanyHasTwoNumbersAndIsTwoEnterprises() {
        town.record(REGISTER, "3", "uscc", NumberMaker.uscc("330482", 3), "ent_name", "平湖市新埭老张五金店");
        town.record(REGISTER, "4", "uscc", NumberMaker.uscc("330482", 4), "ent_name", "平湖市老张五金有限公司");
        town.record(TAX, "a", "uscc", NumberMaker.uscc("330482", 3), "ent_name", "平湖市老张五金有限公司");
        town.record(TAX, "b", "uscc", NumberMaker.uscc("330482", 4), "ent_name", "平湖市老张五金有限公司");

        assertThat(town.resolve()).containsEntry("tax.registration/b", registered("4"));
        assertThat(town.resolve().get("tax.registration/a")).isNotEqualTo(registered("4"));
    }

    @Test
    void formsAnOutsiderFromRecordsOfSeveralDepartments() {
        town.record(TAX, "a", "uscc", NumberMaker.uscc("310115", 90), "ent_name", "上海建工第九建设有限公司");
        town.record(HOUSING, "b", "uscc", NumberMaker.uscc("310115", 90), "ent_name", "上海建工第九建设有限公司");

        Map<String, String> assigned = town.resolve();

        assertThat(assigned.get("tax.registration/a"))
                .isEqualTo(assigned.get("housing.completion/b"))
                .isEqualTo(ResolveRules.enterpriseId("org:" + NumberMaker.org(90)));
    }

    @Test
    void tellsWhoIsInThePark() {
        town.record(PARK, "a", "uscc", NumberMaker.uscc("330482", 1), "ent_name", "宏达电子", "park_status", "在园");
        town.record(PARK, "b", "uscc", NumberMaker.uscc("330482", 2), "ent_name", "鼎盛机械厂", "park_status", "迁出");

        Map<String, String> inPark =
                town.read(town.resolution(), "er_entity", "enterprise_id", "cast(in_park as varchar)");

        assertThat(inPark).containsEntry(registered("1"), "true").containsEntry(registered("2"), "false");
    }

    @Test
    void accountsForEveryRecordOnce() {
        town.record(TAX, "a", "ent_name", "查无此名有限公司");
        town.record(TAX, "b", "uscc", NumberMaker.uscc("330482", 1), "ent_name", "平湖市宏达电子科技有限公司");

        Resolution resolution = town.resolution();

        assertThat(resolution.counts().get("er_assignment")).isEqualTo(3);
        assertThat(town.read(resolution, "er_unresolved", "feed || '/' || record_key", "reason"))
                .containsExactly(Map.entry("tax.registration/a", "NAME_NOT_FOUND"));
    }

    @Test
    void repairsAMistypedCodeThatNormalizingEmptied() {
        String mistyped = NumberMaker.uscc("330482", 1).replaceFirst("M", "N");
        town.record(
                TAX,
                "a",
                "ent_name",
                "宏达电子科技有限公司",
                "uscc",
                null,
                "_warnings",
                "[{\"field\":\"uscc\",\"reason\":\"USCC_CHECK\",\"raw\":\"" + mistyped + "\"}]");

        assertThat(town.resolve()).containsEntry("tax.registration/a", registered("1"));
    }

    @Test
    void aFeedOfChangesTellsFormerNamesAndUntilWhen() {
        town.record(
                "market-regulation.change",
                "c",
                "uscc",
                NumberMaker.uscc("330482", 1),
                "change_item",
                "名称变更",
                "before_value",
                "平湖市大成五金有限公司",
                "change_date",
                "2024-03-05");
        town.record(HOUSING, "a", "ent_name", "平湖市大成五金有限公司", "region_code", "330482");

        Resolution resolution = town.resolution();

        assertThat(town.read(resolution, "er_assignment", "feed || '/' || record_key", "enterprise_id"))
                .containsEntry("housing.completion/a", registered("1"));
        assertThat(town.read(resolution, "er_name", "name || ' ' || kind", "cast(valid_to as varchar)"))
                .containsEntry("平湖市大成五金有限公司 former", "2024-03-05 00:00:00");
    }

    @Test
    void doingItAgainIsANoOp() {
        Resolution first = town.resolution();
        int lines = town.journalLines();

        assertThat(town.resolution()).isEqualTo(first);
        assertThat(town.journalLines()).isEqualTo(lines);
    }

    private static String registered(String key) {
        return ResolveRules.enterpriseId("org:" + NumberMaker.org(Integer.parseInt(key)));
    }
}
