package io.hourshare.operate;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.kernel.FeedId;
import io.hourshare.publish.Snapshots;
import io.hourshare.serve.snapshot.ServedSnapshots;
import io.hourshare.store.DataRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What is asked of hours whose own files are long gone, and after hours were taken back. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RetiredHoursTest {

    private static final FeedId REGISTER = FeedId.parse("market-regulation.registration");
    private static final String USCC = "91330482MA28052394";
    private static final List<String> NAMES =
            List.of("平湖甲光精密机械有限公司", "平湖甲光智造有限公司", "平湖甲光智能装备有限公司", "平湖丁光错误名称有限公司", "平湖戊光又错名称有限公司", "平湖甲光集团有限公司");

    private StoryTown town;
    private Path lake;
    private String enterprise = "";
    private String start = "";
    private List<Path> early = List.of();

    @BeforeAll
    void fiveHoursArePublished(@TempDir Path folder) throws Exception {
        town = new StoryTown(folder, "--hourshare.retire.after=30m", "--hourshare.publish.keep=3");
        lake = town.bean(DataRoot.class).resolve("lake");
        hour(0);
        enterprise = town.find(NAMES.get(0));
        early = computed();
        start = next("/api/v1/changes/start");
        for (int number = 1; number < 5; number++) {
            hour(number);
        }
    }

    @AfterAll
    void stop() {
        town.close();
    }

    @Test
    @Order(1)
    void everyHourAndEveryChangeIsToldAfterItsFilesAreGone() throws Exception {
        assertThat(early).isNotEmpty().allSatisfy(file -> assertThat(file).doesNotExist());
        for (int number = 0; number < 5; number++) {
            assertThat(named("?asOf=2026-11-20T0" + number + "Z")).isEqualTo(NAMES.get(number));
        }
        assertThat(history()).containsExactly(NAMES.get(4), NAMES.get(3), NAMES.get(2), NAMES.get(1));
        assertThat(followed(start)).containsEntry("ent_name", NAMES.get(4));

        JsonNode name = why("ent_name");
        assertThat(name.at("/evidence/candidates/0/window").asString()).isEqualTo("2026-11-20T04Z");
        assertThat(name.at("/evidence/excerpt").toString()).contains(NAMES.get(4));
        assertThat(name.at("/evidence/published/sequence").asLong()).isEqualTo(5);
    }

    @Test
    @Order(2)
    @Tag("F66")
    void whatWasTakenBackIsToldNowhereAndWhatHoldsIsShown() throws Exception {
        String read = next("/api/v1/changes?after=" + start);
        backTo(3);

        assertThat(named("")).isEqualTo(NAMES.get(2));
        for (int number = 0; number < 5; number++) {
            assertThat(named("?asOf=2026-11-20T0" + number + "Z"))
                    .as("hour " + number)
                    .isEqualTo(NAMES.get(Math.min(number, 2)));
        }
        assertThat(history()).containsExactly(NAMES.get(2), "", "", NAMES.get(2), NAMES.get(1));
        assertThat(followed(start)).containsEntry("ent_name", NAMES.get(2));
        assertThat(followed(read)).as("whoever had read all of it").containsEntry("ent_name", NAMES.get(2));
        assertThat(everything()).doesNotContain("错误名称", "又错名称");

        JsonNode name = why("ent_name");
        assertThat(name.at("/evidence/candidates/0/window").asString()).isEqualTo("2026-11-20T02Z");
        assertThat(name.at("/evidence/excerpt").toString()).contains(NAMES.get(2));
        assertThat(name.at("/evidence/published/sequence").asLong()).isEqualTo(3);
    }

    @Test
    @Order(3)
    @Tag("F66")
    void theNextHourGoesOnFromWhatHolds() throws Exception {
        String read = next("/api/v1/changes?after=" + start);
        town.bean(Snapshots.class).release("值班员", "部门已更正");
        hour(5);

        assertThat(named("")).isEqualTo(NAMES.get(5));
        assertThat(named("?asOf=2026-11-20T04Z")).isEqualTo(NAMES.get(2));
        assertThat(named("?asOf=2026-11-20T05Z")).isEqualTo(NAMES.get(5));
        assertThat(followed(read)).containsEntry("ent_name", NAMES.get(5));
        assertThat(why("ent_name").at("/evidence/candidates/0/window").asString())
                .isEqualTo("2026-11-20T05Z");
        assertThat(everything()).contains(NAMES.get(5)).doesNotContain("错误名称", "又错名称");
    }

    private void hour(int number) throws Exception {
        town.bring(
                REGISTER,
                StoryTown.row(
                        "PRIPID",
                        "P1",
                        "UNISCID",
                        USCC,
                        "ENTNAME",
                        NAMES.get(number),
                        "DOM",
                        "平湖市当湖街道新明路1号",
                        "DOMDISTRICT",
                        "330482",
                        "REGSTATE_CN",
                        "存续",
                        "S_EXT_TIMESTAMP",
                        "2026-11-20 0" + number + ":30:00",
                        "S_EXT_FLAG",
                        "U"));
        town.publish();
    }

    private void backTo(long sequence) throws Exception {
        town.bean(Snapshots.class).rollBack(sequence, "值班员", "演练");
        ServedSnapshots served = town.bean(ServedSnapshots.class);
        while (served.version().filter(now -> now.sequence() == sequence).isEmpty()) {
            Thread.sleep(20);
        }
    }

    /** Everything that a stage computed until now. */
    private List<Path> computed() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String area : List.of("current", "profile")) {
            try (Stream<Path> all = Files.walk(lake.resolve(area))) {
                all.filter(Files::isRegularFile).forEach(files::add);
            }
        }
        return files;
    }

    private String named(String query) throws Exception {
        JsonNode told = town.get("/api/v1/enterprises/" + enterprise + query);
        assertThat(told.at("/fields/ent_name").asString())
                .isEqualTo(told.path("name").asString());
        return told.path("name").asString();
    }

    /** To what the name changed, the newest first; empty where that is not told. */
    private List<String> history() throws Exception {
        return names(town.get("/api/v1/enterprises/" + enterprise + "/history"))
                .map(item -> item.path("after").asString(""))
                .toList();
    }

    private static Stream<JsonNode> names(JsonNode page) {
        return page.path("items")
                .valueStream()
                .filter(item -> item.path("path").asString().equals("ent_name"));
    }

    /** Values of the enterprise for somebody who takes every change that is told. */
    private Map<String, String> followed(String after) throws Exception {
        Map<String, String> values = new TreeMap<>();
        JsonNode page = town.get("/api/v1/changes?limit=3&after=" + after);
        while (!page.path("items").isEmpty()) {
            page.path("items")
                    .valueStream()
                    .filter(item ->
                            item.has("after") && item.path("kind").asString().equals("field"))
                    .forEach(item -> values.put(
                            item.path("path").asString(), item.path("after").asString()));
            page = town.get("/api/v1/changes?limit=3&after=" + page.path("next").asString());
        }
        return values;
    }

    private String next(String path) throws Exception {
        return town.get(path).path("next").asString();
    }

    private JsonNode why(String field) throws Exception {
        return town.get("/api/v1/enterprises/" + enterprise + "/fields/" + field);
    }

    private String everything() throws Exception {
        String of = "/api/v1/enterprises/" + enterprise;
        return town.get(of + "?include=satellites").toString()
                + town.get(of + "?include=satellites&asOf=2026-11-20T04Z")
                + town.get(of + "/history")
                + town.get("/api/v1/changes?after=" + start)
                + town.search(NAMES.get(3)).path("items")
                + why("ent_name")
                + town.visitor().read("/enterprises/" + enterprise).body()
                + town.visitor()
                        .read("/enterprises/" + enterprise + "?asOf=2026-11-20T01Z")
                        .body();
    }
}
