package io.hourshare.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.resolve.world.NumberMaker;
import io.hourshare.store.JournalAct.IdentityDecided;
import io.hourshare.store.JournalAct.IdentityWithdrawn;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Operators' decisions hold for records to come, and are undone exactly. */
class RulingsTest {

    private static final String REGISTER = IdentityTown.REGISTER;
    private static final String HOUSING = "housing.completion";

    @TempDir
    Path home;

    private IdentityTown town;

    @BeforeEach
    void open() {
        town = new IdentityTown(home);
        for (int i = 1; i <= 3; i++) {
            town.record(
                    REGISTER,
                    "" + i,
                    "uscc",
                    NumberMaker.uscc("330482", i),
                    "ent_name",
                    "平湖市" + "宏达鼎盛恒瑞".substring(2 * i - 2, 2 * i) + "电子科技有限公司",
                    "region_code",
                    "330482");
        }
        town.record(HOUSING, "a", "uscc", "", "ent_name", "平湖市新潮模具有限公司", "region_code", "330482");
    }

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void aNameThatWasDecidedHoldsForRecordsToComeUntilItIsWithdrawn() {
        Map<String, String> before = town.resolve();
        String enterprise = before.get(REGISTER + "/1");
        town.append(decided("D-1", "SAME", "平湖新潮模具有限公司", "330482", "", enterprise));
        town.without(HOUSING, "a")
                .record(HOUSING, "b", "uscc", "", "ent_name", "平湖市新潮模具有限公司（盖章）", "region_code", "330482");

        assertThat(town.nextHour().resolve()).containsEntry("housing.completion/b", enterprise);

        town.append(new IdentityWithdrawn("D-1", "某人", "误判"));
        town.without(HOUSING, "b").record(HOUSING, "a", "uscc", "", "ent_name", "平湖市新潮模具有限公司", "region_code", "330482");

        assertThat(town.nextHour().resolve()).isEqualTo(before);
    }

    @Test
    void aNumberThatWasVoidedJoinsNobody() {
        town.record(HOUSING, "c", "uscc", NumberMaker.uscc("330482", 2), "ent_name", "", "region_code", "");
        assertThat(town.resolve()).containsKey("housing.completion/c");

        town.append(decided("D-2", "VOID_NUMBER", "", "", NumberMaker.uscc("330482", 2), ""));

        assertThat(town.nextHour().resolve()).doesNotContainKey("housing.completion/c");
    }

    @Test
    void anAliasIsANameOfTheEnterprise() {
        String enterprise = town.resolve().get(REGISTER + "/3");
        town.append(decided("D-3", "ALIAS", "平湖市新潮模具有限公司", "", "", enterprise));

        assertThat(town.nextHour().resolve()).containsEntry("housing.completion/a", enterprise);
    }

    @Test
    void whatNumbersSayAgainstADecisionComesBackForReview() {
        String enterprise = town.resolve().get(REGISTER + "/1");
        town.record(
                HOUSING,
                "d",
                "uscc",
                NumberMaker.uscc("330482", 2),
                "ent_name",
                "平湖市鼎盛电子科技有限公司",
                "region_code",
                "330482");
        town.append(new IdentityDecided("D-4", "SAME", "", "", HOUSING, "d", "", enterprise, "某人", "现场核实"));
        Resolution resolution = town.nextHour().resolution();

        assertThat(town.read(resolution, "er_assignment", "feed || '/' || record_key", "enterprise_id"))
                .containsEntry("housing.completion/d", enterprise);
        assertThat(town.read(resolution, "er_review", "record_key", "reason")).containsEntry("d", "contradicted");
    }

    @Test
    void everyKindOfDecisionIsToldAsTheCauseOfItsMovesAndUndoneExactly() {
        town.record(HOUSING, "c", "uscc", NumberMaker.uscc("330482", 2), "ent_name", "", "region_code", "");
        town.record(HOUSING, "e", "uscc", "", "ent_name", "平湖市恒瑞电子科技有限公司", "region_code", "330482");
        Map<String, String> before = town.resolve();
        String first = before.get(REGISTER + "/1");
        String third = before.get(REGISTER + "/3");
        assertThat(before).containsEntry(HOUSING + "/e", third).containsKey(HOUSING + "/c");
        Map<String, IdentityDecided> decisions = new LinkedHashMap<>();
        decisions.put("a", decided("D-11", "SAME", "平湖新潮模具有限公司", "330482", "", first));
        decisions.put("e", new IdentityDecided("D-12", "DIFFERENT", "", "", HOUSING, "e", "", third, "某人", "另一家"));
        decisions.put("a ", decided("D-13", "ALIAS", "平湖市新潮模具有限公司", "", "", third));
        decisions.put("c", decided("D-14", "VOID_NUMBER", "", "", NumberMaker.uscc("330482", 2), ""));

        decisions.forEach((key, decision) -> {
            String record = HOUSING + "/" + key.strip();
            town.append(decision);
            Map<String, String> since = town.nextHour().resolve();
            assertThat(since.get(record)).as(decision.kind()).isNotEqualTo(before.get(record));
            Set<String> taken = told();
            town.append(new IdentityWithdrawn(decision.decision(), "某人", "误判"));

            assertThat(town.nextHour().resolve())
                    .as("undone: " + decision.kind())
                    .isEqualTo(before);
            assertThat(taken).as(decision.kind()).containsExactly("operator:" + decision.decision());
            assertThat(told()).as(decision.kind()).containsExactly("withdrawn:" + decision.decision());
        });
    }

    /** Causes of what happened in the newest hour of which anything is told. */
    private Set<String> told() {
        TreeMap<String, Set<String>> causes = new TreeMap<>();
        town.read(town.resolution(), "er_event", "hour || '@' || event_id", "cause")
                .forEach((event, cause) -> causes.computeIfAbsent(event.split("@")[0], hour -> new TreeSet<>())
                        .add(cause));
        return causes.lastEntry().getValue();
    }

    private static IdentityDecided decided(
            String id, String kind, String name, String region, String number, String enterprise) {
        return new IdentityDecided(id, kind, name, region, "", "", number, enterprise, "某人", "现场核实");
    }
}
