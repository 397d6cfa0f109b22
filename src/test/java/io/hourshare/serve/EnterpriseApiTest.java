package io.hourshare.serve;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.serve.snapshot.SnapshotFixture;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EnterpriseApiTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String USCC = "91330482MA2BXK7N3H";

    @TempDir
    static Path home;

    private static ServingApplication application;

    @BeforeAll
    static void start() throws Exception {
        application = ServingApplication.demonstration(home);
        application.snapshots().publish(17, session -> {
            SnapshotFixture.add(session, "HS-A", USCC, "平湖市长安精密机械有限公司", "平湖市旧名机械厂", "平湖市新华路 88 号", true);
            SnapshotFixture.add(session, "HS-B", "91330482MA2BXK7N4F", "平湖市重庆食品有限公司", "", "平湖市人民路 1 号", true);
            session.execute("insert into redirect values ('HS-OLD', 'HS-A')");
            SnapshotFixture.add(session, "HS-C", "91330482MA2BXK7N5D", "嘉兴长安物流有限公司", "", "嘉兴市中山路 2 号", false);
        });
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void findsByNamePartAndSaysWhy() throws Exception {
        JsonNode found = JSON.readTree(application
                .get("/api/v1/enterprises?q=" + ServingApplication.encoded("长安"))
                .body());

        assertThat(found.path("items")).hasSize(1);
        assertThat(found.at("/items/0/enterprise_id").asString()).isEqualTo("HS-A");
        assertThat(found.at("/items/0/match_title").asString()).isNotEmpty();
        assertThat(found.path("next").isNull()).isTrue();
    }

    @Test
    void looksBeyondTheParkWhenAsked() throws Exception {
        JsonNode found = JSON.readTree(application
                .get("/api/v1/enterprises?scope=county&q=" + ServingApplication.encoded("长安"))
                .body());

        assertThat(found.path("items")).hasSize(2);
    }

    @Test
    void turnsPagesOnTheSnapshotThatTheFirstPageCameFrom() throws Exception {
        JsonNode first = JSON.readTree(
                application.get("/api/v1/enterprises?scope=county&limit=2").body());
        JsonNode second = JSON.readTree(application
                .get("/api/v1/enterprises?scope=county&limit=2&cursor="
                        + first.path("next").asString())
                .body());

        assertThat(first.path("items")).hasSize(2);
        assertThat(second.path("items")).hasSize(1);
        assertThat(second.path("next").isNull()).isTrue();
    }

    @Test
    void answersAProfileByIdAndByCodeWithPlainValues() throws Exception {
        HttpResponse<String> byCode = application.get("/api/v1/enterprises/" + USCC);
        JsonNode profile = JSON.readTree(byCode.body());

        assertThat(profile.path("enterprise_id").asString()).isEqualTo("HS-A");
        assertThat(profile.at("/fields/reg_capital").decimalValue()).isEqualByComparingTo("1250.5");
        assertThat(profile.has("provenance")).isFalse();
        assertThat(byCode.headers().firstValue("X-Hourshare-Snapshot")).contains("17; hour=2026-11-22T03Z");
        assertThat(application.get("/api/v1/enterprises/HS-A").body()).isEqualTo(byCode.body());
    }

    @Test
    void aPathSpelledWithEscapesIsTheSamePath() throws Exception {
        HttpResponse<String> escaped = application.get("/api/v1/%65nterprises/HS-%41");

        assertThat(escaped.statusCode()).isEqualTo(200);
        assertThat(escaped.body())
                .isEqualTo(application.get("/api/v1/enterprises/HS-A").body());
    }

    @Test
    void includesWhereEachValueComesFromOnRequest() throws Exception {
        JsonNode profile = JSON.readTree(application
                .get("/api/v1/enterprises/HS-A?include=provenance,conflicts,satellites")
                .body());

        assertThat(profile.at("/provenance/tax_bureau/feed").asString()).isEqualTo("tax.registration");
        assertThat(profile.at("/provenance/reg_capital/source_time").asString()).isEqualTo("2026-11-22T02:05:00Z");
        assertThat(profile.at("/conflicts/0/losers/0/value").asString()).isEqualTo("示范县旧路 1 号");
        assertThat(profile.at("/satellites/qualification/0/_source/feed").asString())
                .isEqualTo("industry-it.qualification");
    }

    @Test
    void anIdThatIsNoLongerUsedLeadsOn() throws Exception {
        HttpResponse<String> old = application.get("/api/v1/enterprises/HS-OLD/fields/address?include=provenance");

        assertThat(old.statusCode()).isEqualTo(308);
        assertThat(old.headers().firstValue("Location"))
                .contains("/api/v1/enterprises/HS-A/fields/address?include=provenance");
        assertThat(old.body()).contains("enterprise-moved");
        assertThat(application.get("/api/v1/enterprises/HS-A/events").body()).contains("\"items\":[]");
    }

    @Test
    void answersWhyAValueIsWhatItIs() throws Exception {
        JsonNode why = JSON.readTree(
                application.get("/api/v1/enterprises/HS-A/fields/address").body());

        assertThat(why.at("/source/feed").asString()).isEqualTo("market-regulation.registration");
        assertThat(why.at("/source/position/length").asInt()).isEqualTo(300);
        assertThat(why.at("/others/0/value").asString()).isEqualTo("示范县旧路 1 号");
        assertThat(application.get("/api/v1/enterprises/HS-A/fields/none").body())
                .contains("field-not-found");
    }

    @Test
    void saysNotModifiedToWhoeverHasTheAnswerAlready() throws Exception {
        String tag = application
                .get("/api/v1/enterprises/HS-A")
                .headers()
                .firstValue("ETag")
                .orElseThrow();

        assertThat(tag).startsWith("\"");
        assertThat(application
                        .get("/api/v1/enterprises/HS-A", "If-None-Match", tag)
                        .statusCode())
                .isEqualTo(304);
    }

    @Test
    void answersMistakesAsProblemsInChinese() throws Exception {
        HttpResponse<String> missing = application.get("/api/v1/enterprises/HS-NONE");
        HttpResponse<String> badLimit = application.get("/api/v1/enterprises?limit=abc");
        HttpResponse<String> badCursor = application.get("/api/v1/enterprises?cursor=%21%21");
        HttpResponse<String> nowhere = application.get("/api/v1/nothing-here");

        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(missing.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(JSON.readTree(missing.body()).path("code").asString()).isEqualTo("enterprise-not-found");
        assertThat(JSON.readTree(missing.body()).path("detail").asString()).contains("没有标识或代码");
        assertThat(JSON.readTree(badLimit.body()).path("code").asString()).isEqualTo("bad-parameter");
        assertThat(JSON.readTree(badCursor.body()).path("code").asString()).isEqualTo("cursor-unknown");
        assertThat(nowhere.statusCode()).isEqualTo(404);
        assertThat(JSON.readTree(nowhere.body()).path("code").asString()).isEqualTo("no-such-path");
    }

    @Test
    void anActWithANameThatNobodyReadsIsRefusedAndTheNamesAreTold() throws Exception {
        String wanted = "{\"verb\":\"rerun\",\"reason\":\"演练\"}";

        assertThat(refusal("/api/v1/runs?dryrun=true", wanted)).contains("“dryrun”", "dryRun", "没有执行任何动作");
        assertThat(refusal("/api/v1/runs", "{\"verb\":\"rerun\",\"reason\":\"演练\",\"dryRun\":true}"))
                .contains("“dryRun”", "feeds、from、parallel");
        assertThat(refusal("/api/v1/runs", "{\"verb\":\"rerun\",\"feeds\":\"tax.registration\"}"))
                .contains("“feeds”应为列表");
        assertThat(refusal("/api/v1/runs", "{\"verb\":\"rerun\",\"parallel\":\"许多\"}"))
                .contains("“parallel”应为数字");
        assertThat(refusal("/api/v1/runs", "{\"verb\":")).contains("不是完整的 JSON", "第 1 行第");
        assertThat(refusal("/api/v1/verification", "{\"level\":\"deep\"}")).contains("不读请求正文", "level");
        assertThat(refusal("/api/v1/runs", "")).contains("缺少 JSON 正文");
        assertThat(JSON.readTree(
                                application.get("/api/v1/enterprises?limit=abc").body())
                        .path("detail")
                        .asString())
                .contains("参数 limit 的值“abc”应为数字");
    }

    private static String refusal(String path, String body) throws Exception {
        HttpResponse<String> answer = application.postJson(path, body);
        assertThat(answer.statusCode()).isEqualTo(400);
        return JSON.readTree(answer.body()).path("detail").asString();
    }

    @Test
    void describesItselfAsOpenApi31() throws Exception {
        JsonNode description = JSON.readTree(application.get("/api/v1/openapi").body());

        assertThat(description.path("openapi").asString()).startsWith("3.1");
        assertThat(description.path("paths").propertyNames())
                .contains("/api/v1/enterprises", "/api/v1/enterprises/{id}", "/api/v1/snapshots/current");
    }

    @Test
    void namesTheCurrentSnapshot() throws Exception {
        JsonNode snapshot =
                JSON.readTree(application.get("/api/v1/snapshots/current").body());

        assertThat(snapshot.path("sequence").asLong()).isEqualTo(17);
        assertThat(snapshot.path("in_park").asInt()).isEqualTo(2);
    }
}
