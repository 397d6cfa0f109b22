package io.hourshare.operate;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.Hourshare;
import io.hourshare.contract.Catalogue;
import io.hourshare.engine.Engine;
import io.hourshare.engine.Session;
import io.hourshare.kernel.FeedId;
import io.hourshare.kernel.HourWindow;
import io.hourshare.land.Delivery;
import io.hourshare.land.Landing;
import io.hourshare.merge.Merger;
import io.hourshare.normalize.CurrentRecords;
import io.hourshare.normalize.Normalization;
import io.hourshare.publish.PublicationContext;
import io.hourshare.publish.Publisher;
import io.hourshare.resolve.Resolver;
import io.hourshare.serve.ServedSnapshots;
import io.hourshare.store.DataRoot;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
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

    private final SteppedClock clock = new SteppedClock("2026-11-20T01:03:00Z");
    private final HttpClient http = HttpClient.newHttpClient();
    private ServletWebServerApplicationContext context;
    private int hour;
    private String one = "";
    private String outsider = "";
    private String decision = "";
    private String correction = "";

    @BeforeAll
    void fiveHoursPass(@TempDir Path folder) throws Exception {
        context = (ServletWebServerApplicationContext) new SpringApplicationBuilder(Hourshare.class)
                .initializers(prepared -> ((GenericApplicationContext) prepared)
                        .registerBean("steppedClock", Clock.class, () -> clock, bean -> bean.setPrimary(true)))
                .run(
                        "--server.port=0",
                        "--hourshare.home=" + folder.resolve("data"),
                        "--hourshare.operate.automatic=false",
                        "--hourshare.sandbox.api-key=demonstration");
        bring(REGISTER, registration("P1", FIRST, OLD_NAME, HERE), registration("P3", THIRD, DISPUTED, HERE));
        bring(TAX, taxpayer(THERE));
        bring(LICENCE, licence("平许〔2026〕7号", OUTSIDER, "平湖丙光五金制品厂"));
        publish();
        one = find(OLD_NAME);
        outsider = find("平湖丙光五金制品厂");
        correction = doubt(find(DISPUTED));

        bring(REGISTER, registration("P1", FIRST, NEW_NAME, HERE));
        bring(CHANGE, renaming());
        publish();
        assertThat(get("/api/v1/cases/" + correction).path("state").asString()).isEqualTo("OPEN");

        bring(REGISTER, registration("P1", FIRST, NEW_NAME, THERE));
        bring(TAX, taxpayer(HERE));
        publish();

        bring(REGISTER, registration("P2", SECOND, OLD_NAME, "平湖市新埭镇平兴路5号"));
        decision = decide(one).path("decision").asString();
        publish();
        assertThat(get("/api/v1/enterprises/" + outsider).path("enterprise_id").asString())
                .isEqualTo(one);

        post("/api/v1/identity/decisions/" + decision + "/withdrawal", "{\"reason\":\"两家厂房相邻，并非一家\"}");
        publish();
    }

    @AfterAll
    void stop() {
        context.close();
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
        assertThat(status("/api/v1/enterprises/HS-nobody/history")).isEqualTo(404);
        assertThat(get("/api/v1/enterprises/" + one)
                        .path("names")
                        .valueStream()
                        .filter(name -> name.path("kind").asString().equals("former"))
                        .map(name -> name.path("name").asString()
                                + " "
                                + name.path("valid_to").asString()))
                .containsExactly(OLD_NAME + " 2026-11-19");
    }

    @Test
    void aNameThatAnotherRegisteredAgainBelongsToEachInItsTime() throws Exception {
        String two = find("平湖市新埭镇", OLD_NAME);

        assertThat(two).isNotEqualTo(one);
        assertThat(status("/api/v1/enterprises/" + two + "?asOf=2026-11-20T02Z"))
                .isEqualTo(404);
        assertThat(past(two, 3)).startsWith(OLD_NAME);
        assertThat(past(one, 3)).startsWith(NEW_NAME);
    }

    @Test
    void whoWasMergedAndPartedIsAsBeforeAndTheEventsNameTheDecision() throws Exception {
        assertThat(past(outsider, 0)).startsWith("平湖丙光五金制品厂");
        assertThat(past(outsider, 4)).startsWith("平湖丙光五金制品厂");
        assertThat(status("/api/v1/enterprises/" + outsider + "?asOf=2026-11-20T03Z"))
                .isEqualTo(404);
        assertThat(get("/api/v1/enterprises/" + outsider + "/events")
                        .path("items")
                        .valueStream())
                .extracting(event -> event.path("kind").asString()
                        + " " + event.path("cause").asString() + " "
                        + event.path("decision").asString())
                .containsExactly("merge operator " + decision, "split withdrawn " + decision);
        JsonNode story = get("/api/v1/identity/decisions/" + decision);
        assertThat(story.path("reason").asString()).isEqualTo("现场核实为同一家");
        assertThat(story.at("/withdrawn/reason").asString()).isEqualTo("两家厂房相邻，并非一家");
    }

    @Test
    void aCorrectionFromAConflictIsClosedByTheNextHoursRowWithoutAHand() throws Exception {
        JsonNode closed = get("/api/v1/cases/" + correction);
        assertThat(closed.path("state").asString()).isEqualTo("CORRECTED");
        assertThat(closed.at("/details/corrected_window").asString()).isEqualTo("2026-11-20T02Z");

        JsonNode why = get("/api/v1/enterprises/" + find(DISPUTED) + "/fields/address");
        assertThat(why.at("/corrections/0/id").asString()).isEqualTo(correction);
        assertThat(why.at("/evidence/order").asString()).contains("有效者先于让位者", "按次序采信");
        assertThat(why.at("/evidence/candidates/0/model").asString()).matches("[0-9a-f]{8}");
        JsonNode position = why.at("/source/position");
        assertThat(why.at("/evidence/candidates/0/position").asString())
                .isEqualTo(position.path("object").asString() + ":" + position.path("offset") + "+"
                        + position.path("length"));
    }

    private String doubt(String enterprise) throws Exception {
        assertThat(get("/api/v1/enterprises/" + enterprise + "?include=conflicts")
                        .at("/conflicts/0/attribute")
                        .asString())
                .isEqualTo("address");
        String opened = post(
                        "/api/v1/ledgers/correction/cases",
                        "{\"details\":{\"enterprise\":\"" + enterprise + "\",\"field\":\"address\",\"feed\":\"" + TAX
                                + "\"},\"reason\":\"与营业执照不符\"}")
                .body();
        assertThat(get("/api/v1/enterprises/" + enterprise).path("disputed").toString())
                .contains("address");
        return JSON.readTree(opened).path("id").asString();
    }

    /** The licence's record belongs to that enterprise, says a person. */
    private JsonNode decide(String enterprise) throws Exception {
        JsonNode licence = get("/api/v1/enterprises/" + find("平湖丙光五金制品厂") + "?include=satellites");
        assertThat(licence.toString()).contains("7号");
        HttpResponse<String> decided = post(
                "/api/v1/identity/decisions",
                "{\"kind\":\"same\",\"feed\":\"" + LICENCE + "\",\"record_key\":\"" + key() + "\",\"enterprise_id\":\""
                        + enterprise + "\",\"reason\":\"现场核实为同一家\"}");
        assertThat(decided.statusCode()).as(decided.body()).isEqualTo(201);
        return JSON.readTree(decided.body());
    }

    private String key() throws IOException {
        CurrentRecords current = context.getBean(Normalization.class).current();
        Path root = context.getBean(DataRoot.class).path();
        try (Session session = context.getBean(Engine.class).open()) {
            session.view(
                    "licence",
                    current.files().get(LICENCE).stream().map(root::resolve).toList());
            return session.query("select _key from licence", row -> row.getString(1))
                    .get(0);
        }
    }

    private void bring(FeedId feed, String... rows) throws IOException {
        HourWindow window = window();
        boolean pages = feed.equals(LICENCE);
        String text = pages ? "{\"items\":[" + String.join(",", rows) + "]}" : String.join("\n", rows) + "\n";
        try (Delivery delivery = context.getBean(Landing.class).begin(feed, window, hour == 0)) {
            delivery.keep(
                    pages ? "page-1.json" : "rows-1.jsonl",
                    new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                    "town:" + window);
            delivery.complete(null, null);
        }
        Landing landing = context.getBean(Landing.class);
        context.getBean(Normalization.class)
                .normalize(
                        context.getBean(Catalogue.class).feed(feed).orElseThrow(),
                        landing.find(feed, window).orElseThrow());
    }

    private void publish() throws InterruptedException {
        HourWindow window = window();
        CurrentRecords current = context.getBean(Normalization.class).current();
        context.getBean(Publisher.class)
                .publish(
                        context.getBean(Merger.class)
                                .merge(current, context.getBean(Resolver.class).resolve(current, window)),
                        window,
                        PublicationContext.of("hour-" + hour));
        hour++;
        clock.advance(Duration.ofHours(1));
        ServedSnapshots served = context.getBean(ServedSnapshots.class);
        while (served.version().filter(now -> now.hour().equals(window)).isEmpty()) {
            Thread.sleep(50);
        }
    }

    private HourWindow window() {
        return HourWindow.containing(Instant.parse("2026-11-20T00:00:00Z").plus(Duration.ofHours(hour)));
    }

    private String registration(String key, String uscc, String name, String address) {
        return row(
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
                "2026-11-20 0" + hour + ":30:00",
                "S_EXT_FLAG",
                "U");
    }

    private String taxpayer(String address) {
        return row(
                "DJXH",
                "1",
                "SHXYDM",
                THIRD,
                "NSRMC",
                DISPUTED,
                "ZCDZ",
                address,
                "XGRQ",
                "2026-11-20 0" + hour + ":20:00");
    }

    private static String renaming() {
        return row(
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

    private static String licence(String number, String uscc, String name) {
        return row(
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

    private static String row(String... namesAndValues) {
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            row.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return JSON.writeValueAsString(row);
    }

    private String find(String... words) throws Exception {
        JsonNode found = get("/api/v1/enterprises?scope=county&q="
                + URLEncoder.encode(words[words.length - 1], StandardCharsets.UTF_8));
        List<String> ids = found.path("items")
                .valueStream()
                .filter(item -> Arrays.stream(words).allMatch(item.toString()::contains) || words.length == 1)
                .map(item -> item.path("enterprise_id").asString())
                .toList();
        assertThat(ids).as(found.toString()).isNotEmpty();
        return ids.get(0);
    }

    /** Name and fields of an enterprise as they were known in an hour. */
    private String past(String enterprise, int published) throws Exception {
        JsonNode then = get("/api/v1/enterprises/" + enterprise + "?asOf=2026-11-20T0" + published + "Z");
        return then.path("name").asString() + " " + then.path("fields");
    }

    private List<String> told(String enterprise) throws Exception {
        return get("/api/v1/enterprises/" + enterprise + "/history")
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

    private JsonNode get(String path) throws Exception {
        HttpResponse<String> answer = http.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(path + " " + answer.body()).isIn(200, 301, 308);
        if (answer.statusCode() != 200) {
            return get(answer.headers().firstValue("Location").orElseThrow());
        }
        return JSON.readTree(answer.body());
    }

    private int status(String path) throws Exception {
        return http.send(request(path).build(), HttpResponse.BodyHandlers.ofString())
                .statusCode();
    }

    private HttpResponse<String> post(String path, String body) throws Exception {
        return http.send(
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + context.getWebServer().getPort() + path))
                .header("X-API-Key", "demonstration");
    }
}
