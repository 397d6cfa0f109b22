package io.hourshare.operate;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.engine.Engine;
import io.hourshare.engine.Session;
import io.hourshare.kernel.FeedId;
import io.hourshare.normalize.CurrentRecords;
import io.hourshare.normalize.Normalization;
import io.hourshare.store.DataRoot;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What became of enterprises, from the bytes of departments through real hours to what is told over REST. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EnterpriseStoriesTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final FeedId REGISTER = FeedId.parse("market-regulation.registration");
    private static final FeedId CHANGE = FeedId.parse("market-regulation.change");
    private static final FeedId TAX = FeedId.parse("tax.registration");
    private static final FeedId LICENCE = FeedId.parse("credit.licence");

    private static final String OLD_NAME = "平湖甲光精密机械有限公司";
    private static final String NEW_NAME = "平湖甲光智能装备有限公司";
    private static final String FIRST = "91330482MA28052394";
    private static final String SECOND = "91330482MA2805319P";
    private static final String OUTSIDER = "91330482MA28054744";

    private static final String THIRD = "91330482MA28055975";
    private static final String DISPUTED = "平湖丁光新材料有限公司";
    private static final String HERE = "平湖市当湖街道新明路1号";
    private static final String THERE = "平湖市钟埭街道经开路9号";

    private StoryTown town;
    private String one = "";
    private String outsider = "";
    private String decision = "";
    private String correction = "";

    @BeforeAll
    void fiveHoursPass(@TempDir Path folder) throws Exception {
        town = new StoryTown(folder);
        town.bring(REGISTER, registration("P1", FIRST, OLD_NAME, HERE), registration("P3", THIRD, DISPUTED, HERE));
        town.bring(TAX, taxpayer(THERE));
        town.bring(LICENCE, licence("平许〔2026〕7号", OUTSIDER, "平湖丙光五金制品厂"));
        town.publish();
        one = town.find(OLD_NAME);
        outsider = town.find("平湖丙光五金制品厂");
        correction = doubt(town.find(DISPUTED));

        town.bring(REGISTER, registration("P1", FIRST, NEW_NAME, HERE));
        town.bring(CHANGE, renaming(), raise());
        town.publish();
        assertThat(town.get("/api/v1/cases/" + correction).path("state").asString())
                .isEqualTo("OPEN");

        town.bring(REGISTER, registration("P1", FIRST, NEW_NAME, THERE));
        town.bring(TAX, taxpayer(HERE));
        town.publish();

        town.bring(REGISTER, registration("P2", SECOND, OLD_NAME, "平湖市新埭镇平兴路5号"));
        decision = decide(one).path("decision").asString();
        town.publish();
        assertThat(town.get("/api/v1/enterprises/" + outsider)
                        .path("enterprise_id")
                        .asString())
                .isEqualTo(one);

        town.post("/api/v1/identity/decisions/" + decision + "/withdrawal", "{\"reason\":\"两家厂房相邻，并非一家\"}");
        town.publish();
    }

    @AfterAll
    void stop() {
        town.close();
    }

    @Test
    void aRenamedAndAMovedEnterpriseIsToldByTimelineAndPast() throws Exception {
        assertThat(past(one, 0)).startsWith(OLD_NAME).contains(HERE);
        assertThat(past(one, 1)).startsWith(NEW_NAME).contains(HERE);
        assertThat(past(one, 2)).startsWith(NEW_NAME).contains(THERE);
        assertThat(told(one))
                .contains(
                        "2026-11-20T01Z field ent_name " + OLD_NAME + " -> " + NEW_NAME,
                        "2026-11-20T02Z field address " + HERE + " -> " + THERE);
        assertThat(told(FIRST)).isEqualTo(told(one));
        assertThat(town.status("/api/v1/enterprises/HS-nobody/history")).isEqualTo(404);
        assertThat(town.get("/api/v1/enterprises/" + one)
                        .path("names")
                        .valueStream()
                        .filter(name -> name.path("kind").asString().equals("former"))
                        .map(name -> name.path("name").asString()
                                + " "
                                + name.path("valid_to").asString()))
                .containsExactly(OLD_NAME + " 2026-11-19");
    }

    @Test
    void aChangeThatNamesNobodyBelongsToWhomTheRegistersOwnNumberNames() throws Exception {
        assertThat(town.get("/api/v1/enterprises/" + one + "?include=satellites")
                        .at("/satellites/change")
                        .valueStream()
                        .map(change -> change.path("change_item").asString()))
                .containsExactlyInAnyOrder("名称变更", "注册资本变更");
    }

    @Test
    void aNameThatAnotherRegisteredAgainBelongsToEachInItsTime() throws Exception {
        String two = town.find("平湖市新埭镇", OLD_NAME);

        assertThat(two).isNotEqualTo(one);
        assertThat(town.status("/api/v1/enterprises/" + two + "?asOf=2026-11-20T02Z"))
                .isEqualTo(404);
        assertThat(past(two, 3)).startsWith(OLD_NAME);
        assertThat(past(one, 3)).startsWith(NEW_NAME);
    }

    @Test
    void whoWasMergedAndPartedIsAsBeforeAndTheEventsNameTheDecision() throws Exception {
        assertThat(past(outsider, 0)).startsWith("平湖丙光五金制品厂");
        assertThat(past(outsider, 4)).startsWith("平湖丙光五金制品厂");
        assertThat(town.status("/api/v1/enterprises/" + outsider + "?asOf=2026-11-20T03Z"))
                .isEqualTo(404);
        assertThat(town.get("/api/v1/enterprises/" + outsider + "/events")
                        .path("items")
                        .valueStream())
                .extracting(event -> event.path("kind").asString()
                        + " " + event.path("cause").asString() + " "
                        + event.path("decision").asString())
                .containsExactly("merge operator " + decision, "split withdrawn " + decision);
        JsonNode story = town.get("/api/v1/identity/decisions/" + decision);
        assertThat(story.path("reason").asString()).isEqualTo("现场核实为同一家");
        assertThat(story.at("/withdrawn/reason").asString()).isEqualTo("两家厂房相邻，并非一家");
    }

    @Test
    void aCorrectionFromAConflictIsClosedByTheNextHoursRowWithoutAHand() throws Exception {
        JsonNode closed = town.get("/api/v1/cases/" + correction);
        assertThat(closed.path("state").asString()).isEqualTo("CORRECTED");
        assertThat(closed.at("/details/corrected_window").asString()).isEqualTo("2026-11-20T02Z");
        assertThat(List.of("department", "feed", "field", "source_field", "record_key", "value").stream()
                        .map(detail -> closed.at("/details/" + detail).asString()))
                .as("the department's queue says which value of which of its rows")
                .containsExactly("tax", TAX.toString(), "address", "ZCDZ", "1", THERE);

        JsonNode why = town.get("/api/v1/enterprises/" + town.find(DISPUTED) + "/fields/address");
        assertThat(why.at("/corrections/0/id").asString()).isEqualTo(correction);
        assertThat(why.at("/evidence/order").asString()).contains("有效者先于让位者", "按次序采信");
        assertThat(why.at("/evidence/candidates/0/model").asString()).matches("[0-9a-f]{8}");
        JsonNode position = why.at("/source/position");
        assertThat(why.at("/evidence/candidates/0/position").asString())
                .isEqualTo(position.path("object").asString() + ":" + position.path("offset") + "+"
                        + position.path("length"));
    }

    private String doubt(String enterprise) throws Exception {
        assertThat(town.get("/api/v1/enterprises/" + enterprise + "?include=conflicts")
                        .at("/conflicts/0/attribute")
                        .asString())
                .isEqualTo("address");
        String opened = town.post(
                        "/api/v1/ledgers/correction/cases",
                        "{\"details\":{\"enterprise\":\"" + enterprise + "\",\"field\":\"address\",\"feed\":\"" + TAX
                                + "\"},\"reason\":\"与营业执照不符\"}")
                .body();
        assertThat(town.get("/api/v1/enterprises/" + enterprise)
                        .path("disputed")
                        .toString())
                .contains("address");
        return JSON.readTree(opened).path("id").asString();
    }

    /** The licence's record belongs to that enterprise, says a person. */
    private JsonNode decide(String enterprise) throws Exception {
        JsonNode licence = town.get("/api/v1/enterprises/" + town.find("平湖丙光五金制品厂") + "?include=satellites");
        assertThat(licence.toString()).contains("7号");
        HttpResponse<String> decided = town.post(
                "/api/v1/identity/decisions",
                "{\"kind\":\"same\",\"feed\":\"" + LICENCE + "\",\"record_key\":\"" + key() + "\",\"enterprise_id\":\""
                        + enterprise + "\",\"reason\":\"现场核实为同一家\"}");
        assertThat(decided.statusCode()).as(decided.body()).isEqualTo(201);
        return JSON.readTree(decided.body());
    }

    private String key() throws IOException {
        CurrentRecords current = town.bean(Normalization.class).current();
        Path root = town.bean(DataRoot.class).path();
        try (Session session = town.bean(Engine.class).open()) {
            session.view(
                    "licence",
                    current.files().get(LICENCE).stream().map(root::resolve).toList());
            return session.query("select _key from licence", row -> row.getString(1))
                    .get(0);
        }
    }

    private String registration(String key, String uscc, String name, String address) {
        return StoryTown.row(
                "PRIPID",
                key,
                "UNISCID",
                uscc,
                "ENTNAME",
                name,
                "DOM",
                address,
                "DOMDISTRICT",
                "330482",
                "REGSTATE_CN",
                "存续",
                "S_EXT_TIMESTAMP",
                "2026-11-20 0" + town.published() + ":30:00",
                "S_EXT_FLAG",
                "U");
    }

    private String taxpayer(String address) {
        return StoryTown.row(
                "DJXH",
                "1",
                "SHXYDM",
                THIRD,
                "NSRMC",
                DISPUTED,
                "ZCDZ",
                address,
                "XGRQ",
                "2026-11-20 0" + town.published() + ":20:00");
    }

    private static String renaming() {
        return StoryTown.row(
                "PRIPID",
                "P1",
                "UNISCID",
                FIRST,
                "ALTNO",
                "1",
                "ALTITEM",
                "01",
                "ALTITEM_CN",
                "名称变更",
                "ALTBE",
                OLD_NAME,
                "ALTAF",
                NEW_NAME,
                "ALTDATE",
                "2026-11-19");
    }

    /** The register's own number alone says whose capital it is. */
    private static String raise() {
        return StoryTown.row(
                "PRIPID",
                "P1",
                "ALTNO",
                "2",
                "ALTITEM",
                "05",
                "ALTITEM_CN",
                "注册资本变更",
                "ALTBE",
                "100万元",
                "ALTAF",
                "300万元",
                "ALTDATE",
                "2026-11-19");
    }

    private static String licence(String number, String uscc, String name) {
        return StoryTown.row(
                "XK_XDR_MC",
                name,
                "XK_XDR_LB",
                "法人及非法人组织",
                "XK_XDR_SHXYM",
                uscc,
                "XK_WSH",
                number,
                "XK_NR",
                "经营",
                "XK_JDRQ",
                "2026/03/02");
    }

    /** Name and fields of an enterprise as they were known in an hour. */
    private String past(String enterprise, int published) throws Exception {
        JsonNode then = town.get("/api/v1/enterprises/" + enterprise + "?asOf=2026-11-20T0" + published + "Z");
        return then.path("name").asString() + " " + then.path("fields");
    }

    private List<String> told(String enterprise) throws Exception {
        return town.get("/api/v1/enterprises/" + enterprise + "/history")
                .path("items")
                .valueStream()
                .map(item -> List.of("hour", "kind", "path", "before", "after").stream()
                        .map(member -> (member.equals("after") ? "-> " : "")
                                + (item.path(member).isString()
                                        ? item.path(member).asString()
                                        : item.path(member)))
                        .collect(Collectors.joining(" ")))
                .toList();
    }
}
