package io.hourshare.operate;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.engine.Engine;
import io.hourshare.engine.Session;
import io.hourshare.kernel.FeedId;
import io.hourshare.kernel.HourWindow;
import io.hourshare.publish.Snapshot;
import io.hourshare.publish.Snapshots;
import io.hourshare.serve.snapshot.ServedSnapshots;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Where a penalty is told while it is public, and that it is told nowhere once that has ended: not of the past either. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LapsedRecordsTest {

    private static final FeedId REGISTER = FeedId.parse("market-regulation.registration");
    private static final FeedId PENALTY = FeedId.parse("credit.penalty");

    private static final String NAME = "平湖甲光精密机械有限公司";
    private static final String NUMBER = "91330482MA28052394";
    private static final String UNHEARD_OF = "平湖丙光五金制品厂";
    private static final String UNHEARD_OF_NUMBER = "91330482MA28054744";

    private static final String EXPIRES = "EXPIRES-7F3A";
    private static final String REPAIRED = "REPAIRED-5C1E";
    private static final String REMAINS = "REMAINS-2B9D";
    private static final List<String> WORDS = List.of(EXPIRES, REPAIRED, REMAINS, UNHEARD_OF);

    private StoryTown town;
    private String enterprise = "";
    private String unheardOf = "";
    private HourWindow early;
    private String start = "";
    private final List<Map<String, List<String>>> told = new ArrayList<>();
    private JsonNode afterRollback = MissingNode.getInstance();

    @BeforeAll
    void fourHoursArePublished(@TempDir Path folder) throws Exception {
        town = new StoryTown(folder);
        town.bring(REGISTER, registration());
        town.bring(
                PENALTY,
                penalty(NUMBER, NAME, REPAIRED, "2029-01-31"),
                penalty(NUMBER, NAME, REMAINS, "2029-01-31"),
                penalty(UNHEARD_OF_NUMBER, UNHEARD_OF, "4417", "2026-11-20"));
        town.publish();
        enterprise = town.find(NAME);
        unheardOf = town.find(UNHEARD_OF);
        start = town.get("/api/v1/changes/start").path("next").asString();
        town.bring(PENALTY, penalty(NUMBER, NAME, EXPIRES, "2026-11-20"));
        early = town.publish();
        told.add(told());
        // Credit repair: the platform brings the end of publicity forward.
        town.bring(PENALTY, penalty(NUMBER, NAME, REPAIRED, "2026-11-19"));
        town.publish();
        told.add(told());
        // Past midnight in China, where no department sends anything.
        town.pass(Duration.ofHours(15));
        town.bean(Snapshots.class).leaveOutWhatEnded();
        town.publish();
        told.add(told());
        backTo(1);
        told.add(told());
        afterRollback = town.get("/api/v1/enterprises/" + enterprise + "?include=satellites");
    }

    /** Takes everything back to the first hour, which showed what has ended since. */
    private void backTo(long sequence) throws Exception {
        town.bean(Snapshots.class).rollBack(sequence, "值班员", "演练");
        ServedSnapshots served = town.bean(ServedSnapshots.class);
        while (served.version().filter(now -> now.sequence() == sequence).isEmpty()) {
            Thread.sleep(50);
        }
    }

    @AfterAll
    void stop() {
        town.close();
    }

    @Test
    void whatIsPublicIsToldEverywhere() {
        assertThat(told.get(0))
                .containsEntry("profile", List.of(EXPIRES, REPAIRED, REMAINS))
                .containsEntry("as of", List.of(EXPIRES, REPAIRED, REMAINS))
                .containsEntry("changes", List.of(EXPIRES))
                .containsEntry("history", List.of(EXPIRES))
                .containsEntry("search", List.of(UNHEARD_OF))
                .containsEntry("profile of another", List.of(UNHEARD_OF))
                .containsEntry("as of of another", List.of(UNHEARD_OF))
                .containsEntry("tables", WORDS);
    }

    @Test
    void whatWasRepairedIsToldNowhereFromTheNextHourOn() {
        assertThat(told.get(1))
                .containsEntry("profile", List.of(EXPIRES, REMAINS))
                .containsEntry("tables", List.of(EXPIRES, REMAINS, UNHEARD_OF))
                .allSatisfy((where, words) -> assertThat(words).as(where).doesNotContain(REPAIRED));
    }

    @Test
    void whatHasExpiredIsToldNowhereFromTheNextDayOn() {
        assertThat(told.get(2))
                .containsEntry("profile", List.of(REMAINS))
                .containsEntry("as of", List.of(REMAINS))
                .containsEntry("tables", List.of(REMAINS))
                .allSatisfy(
                        (where, words) -> assertThat(words).as(where).doesNotContain(EXPIRES, REPAIRED, UNHEARD_OF));
    }

    @Test
    @Tag("F66")
    void aRollbackBringsNothingBackThatHasEnded() {
        assertThat(told.get(3))
                .containsEntry("profile", List.of(REMAINS))
                .containsEntry("as of", List.of(REMAINS))
                .containsEntry("tables", List.of(REMAINS))
                .allSatisfy(
                        (where, words) -> assertThat(words).as(where).doesNotContain(EXPIRES, REPAIRED, UNHEARD_OF));
        assertThat(afterRollback.path("enterprise_id").asString()).isEqualTo(enterprise);
        Snapshots snapshots = town.bean(Snapshots.class);
        Snapshot shown = snapshots.current().orElseThrow();
        assertThat(shown.sequence()).isEqualTo(1);
        assertThat(shown.analystFile()).exists();
        assertThat(shown.directory()).isNotEqualTo(snapshots.kept().get(0).directory());
        snapshots.leaveOutWhatEnded();
        assertThat(snapshots.current()).as("nothing new has ended").contains(shown);
    }

    /** What clerks have before them says that data were taken back, and shows what holds now. */
    @Test
    @Tag("F66")
    void pagesSayThatDataWereTakenBackAndShowWhatHolds() throws Exception {
        PageVisitor clerk = town.visitor();
        for (String path : List.of("/", "/enterprises/" + enterprise, "/console", "/console/snapshots")) {
            assertThat(clerk.read(path).body())
                    .as(path)
                    .contains("数据已回退", "起用快照 1", "事由：演练")
                    .doesNotContain(EXPIRES, REPAIRED, UNHEARD_OF);
        }
        assertThat(clerk.read("/enterprises/" + enterprise).body()).contains(REMAINS, "数据快照 <b>1</b>");
        assertThat(clerk.read("/enterprises/" + enterprise + "?asOf=" + early.label())
                        .body())
                .contains(REMAINS, "已结束")
                .doesNotContain(EXPIRES, REPAIRED);
        HttpResponse<String> retired = clerk.read("/enterprises/" + unheardOf);
        assertThat(retired.statusCode()).isEqualTo(404);
        assertThat(retired.body()).contains("没有这家企业", "回到检索").doesNotContain(UNHEARD_OF);
        assertThat(clerk.read("/console/snapshots").body()).contains("发布已暂停", "解除暂停，恢复发布", "已回退", "正在服务");
    }

    @Test
    void thatSomethingEndedIsToldWithoutWhat() throws Exception {
        assertThat(town.get("/api/v1/enterprises/" + enterprise + "/history")
                        .path("items")
                        .valueStream()
                        .filter(item -> item.path("kind").asString().equals("record"))
                        .map(item -> item.path("hour").asString() + " "
                                + item.path("path").asString() + " "
                                + item.path("withheld_because").asString("") + " " + item.has("before")
                                + item.has("after")))
                .containsExactly(
                        "2026-11-20T18Z penalty no-longer-public falsefalse",
                        "2026-11-20T02Z penalty no-longer-public falsefalse",
                        "2026-11-20T01Z penalty no-longer-public falsefalse");
        JsonNode changes = town.get("/api/v1/changes?after=" + start);
        assertThat(changes.findValuesAsString("kind")).contains("record", "enterprise");
        assertThat(changes.path("items")
                        .valueStream()
                        .filter(item -> item.path("withheld").asBoolean()))
                .noneMatch(item -> item.has("before") || item.has("after"));
    }

    /** Which of the words stand where. */
    private Map<String, List<String>> told() throws Exception {
        Map<String, List<String>> places = new LinkedHashMap<>();
        asked("", "/api/v1/enterprises/" + enterprise, places);
        asked(" of another", "/api/v1/enterprises/" + unheardOf, places);
        places.put("changes", in(town.ask("/api/v1/changes?after=" + start).body()));
        List<String> found = new ArrayList<>();
        for (String word : WORDS) {
            found.addAll(in(town.search(word).path("items").toString()));
        }
        places.put("search", found);
        Snapshot newest = town.bean(Snapshots.class).current().orElseThrow();
        places.put("tables", in(tables(newest)));
        places.put("bytes", in(bytes(newest)));
        return places;
    }

    private void asked(String whose, String address, Map<String, List<String>> places) throws Exception {
        places.put(
                "profile" + whose, in(town.ask(address + "?include=satellites").body()));
        places.put(
                "as of" + whose,
                in(town.ask(address + "?include=satellites&asOf=" + early.label())
                        .body()));
        places.put("history" + whose, in(town.ask(address + "/history").body()));
    }

    private static List<String> in(String text) {
        return WORDS.stream().filter(text::contains).toList();
    }

    private String tables(Snapshot snapshot) {
        StringBuilder text = new StringBuilder();
        for (Path file : List.of(snapshot.analystFile(), snapshot.serveFile())) {
            try (Session session = town.bean(Engine.class).openReadOnly(file)) {
                for (String table : new TreeSet<>(
                        session.query("select table_name from information_schema.tables", row -> row.getString(1)))) {
                    session.query("select to_json(t)::varchar from \"" + table + "\" t", row -> row.getString(1))
                            .forEach(text::append);
                }
            }
        }
        return text.toString();
    }

    private static String bytes(Snapshot snapshot) throws IOException {
        StringBuilder text = new StringBuilder();
        try (Stream<Path> files = Files.walk(snapshot.directory())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                text.append(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
            }
        }
        return text.toString();
    }

    private static String registration() {
        return StoryTown.row(
                "PRIPID",
                "P1",
                "UNISCID",
                NUMBER,
                "ENTNAME",
                NAME,
                "DOM",
                "平湖市当湖街道新明路1号",
                "DOMDISTRICT",
                "330482",
                "REGSTATE_CN",
                "存续",
                "S_EXT_TIMESTAMP",
                "2026-11-20 00:30:00",
                "S_EXT_FLAG",
                "U");
    }

    private static String penalty(String uscc, String name, String facts, String publicityEnd) {
        return StoryTown.row(
                "CF_XDR_MC",
                name,
                "CF_XDR_LB",
                "法人及非法人组织",
                "CF_XDR_SHXYM",
                uscc,
                "CF_WSH",
                "平罚〔2025〕" + facts.replaceAll("\\D", "") + "号",
                "CF_SY",
                facts,
                "CF_JDRQ",
                "2025-01-02",
                "CF_GSJZQ",
                publicityEnd);
    }
}
