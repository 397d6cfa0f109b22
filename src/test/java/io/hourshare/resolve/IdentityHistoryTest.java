package io.hourshare.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.resolve.world.NumberMaker;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What became of enterprises is told by events, and old ids lead on. */
class IdentityHistoryTest {

    private static final String REGISTER = IdentityTown.REGISTER;
    private static final String TAX = "tax.registration";
    private static final String HOUSING = "housing.completion";
    private static final String NUMBER = NumberMaker.registration("330482", 77);

    @TempDir
    Path home;

    private IdentityTown town;

    @BeforeEach
    void open() {
        town = new IdentityTown(home);
        register("1", "平湖市宏达电子科技有限公司");
        town.record(TAX, "a", "uscc", uscc(1), "reg_no", "", "ent_name", "平湖市宏达电子科技有限公司");
        town.record(HOUSING, "p", "reg_no", NUMBER, "ent_name", "平湖市新潮模具有限公司", "region_code", "330482");
        town.record(HOUSING, "q", "reg_no", NUMBER, "ent_name", "平湖市新潮模具有限公司", "region_code", "330482");
    }

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void theFirstResultIsNoEvent() {
        assertThat(events(town.resolution())).isEmpty();
    }

    @Test
    void aProvisionalEnterpriseThatRegistersLeadsToItsNewIdForEver() {
        String provisional = town.resolve().get("housing.completion/p");
        town.nextHour();
        register("2", "平湖市新潮模具有限公司");
        Resolution registered = town.resolution();
        String now = assignment(registered).get("housing.completion/p");

        assertThat(now)
                .isNotEqualTo(provisional)
                .isEqualTo(assignment(registered).get(REGISTER + "/2"));
        assertThat(events(registered)).containsExactly(Map.entry("merge " + provisional, now));
        assertThat(redirects(registered)).containsExactly(Map.entry(provisional, now));

        town.nextHour().record(TAX, "b", "uscc", uscc(1), "ent_name", "平湖市宏达电子科技有限公司");

        assertThat(redirects(town.resolution())).containsExactly(Map.entry(provisional, now));
    }

    @Test
    @Tag("F49")
    void whatWasMergedAndUnmergedIsAsItWas() {
        Map<String, String> before = town.resolve();
        town.nextHour();
        register("2", "平湖市新潮模具有限公司");
        town.resolution();
        town.nextHour().without(REGISTER, "2");
        Resolution after = town.resolution();

        assertThat(assignment(after)).isEqualTo(before);
        assertThat(redirects(after)).doesNotContainKey(before.get("housing.completion/p"));
        assertThat(events(after)).hasSize(2);
    }

    @Test
    void aRecordThatMovesIsUnlinkedAndLinked() {
        register("3", "平湖市鼎盛机械有限公司");
        Map<String, String> before = town.resolve();
        town.nextHour().without(TAX, "a").record(TAX, "a", "uscc", uscc(3), "ent_name", "平湖市鼎盛机械有限公司");
        Resolution after = town.resolution();

        String left = before.get("tax.registration/a");
        String reached = before.get(REGISTER + "/3");
        assertThat(events(after))
                .containsOnly(Map.entry("unlink " + left, reached), Map.entry("link " + reached, left));
        assertThat(town.read(after, "er_event", "kind", "cause")).containsEntry("link", "org");
    }

    @Test
    void theSameResultAgainTellsNothingNew() {
        town.resolution();
        town.nextHour();
        register("2", "平湖市新潮模具有限公司");
        Resolution once = town.resolution();
        int lines = town.journalLines();

        assertThat(town.resolution().tables())
                .containsEntry("er_event", once.tables().get("er_event"));
        assertThat(town.journalLines()).isEqualTo(lines);
    }

    private void register(String key, String name) {
        town.record(
                REGISTER,
                key,
                "uscc",
                uscc(Integer.parseInt(key)),
                "reg_no",
                key.equals("2") ? NUMBER : "",
                "ent_name",
                name,
                "region_code",
                "330482");
    }

    private static String uscc(int number) {
        return NumberMaker.uscc("330482", number);
    }

    private Map<String, String> assignment(Resolution resolution) {
        return town.read(resolution, "er_assignment", "feed || '/' || record_key", "enterprise_id");
    }

    private Map<String, String> events(Resolution resolution) {
        return town.read(resolution, "er_event", "kind || ' ' || enterprise_id", "coalesce(other_id, '')");
    }

    private Map<String, String> redirects(Resolution resolution) {
        return town.read(resolution, "er_redirect", "old_id", "enterprise_id");
    }
}
