package io.hourshare.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.review.AskedQuestions;
import io.hourshare.serve.ServingApplication;
import io.hourshare.store.Journal;
import io.hourshare.store.JournalAct.IdentityDecided;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Doubtful likenesses are asked once, shown on both sides, and decided with a reason. */
class IdentityPageTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    static Path home;

    private static ServingApplication application;

    @BeforeAll
    static void start() throws Exception {
        application = ServingApplication.demonstration(home).enter();
        AskedQuestions.ask(application.context());
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void theSameQuestionIsAskedOnceWithBothSidesAndBits() throws Exception {
        JsonNode reviews =
                JSON.readTree(application.get("/api/v1/identity/reviews").body());

        assertThat(reviews.path("items")).hasSize(2);
        assertThat(reviews.at("/items/0/records").asInt()).isEqualTo(2);
        assertThat(reviews.at("/items/0/candidate/person").asString()).isEqualTo("王某");
        assertThat(reviews.at("/items/0/evidence/0/bits").asDouble()).isEqualTo(-2.5);
        assertThat(application.getOpenly("/console/identity").body())
                .contains("平湖宏大电子", "平湖市宏达电子有限公司", "名称 -2.5", "是同一家")
                .contains("组织机构代码 600037341", "浙江省嘉兴市平湖市（330482）")
                .doesNotContain("org:", ">330482<");
    }

    @Test
    void aDecisionNeedsAReasonAndIsTakenBackWithOne() throws Exception {
        String question = JSON.readTree(
                        application.get("/api/v1/identity/reviews?limit=1").body())
                .at("/items/0/question")
                .asString();

        assertThat(post("/api/v1/identity/decisions", "{\"kind\":\"same\",\"question\":\"" + question + "\"}")
                        .body())
                .contains("reason-missing");
        HttpResponse<String> decided = post(
                "/api/v1/identity/decisions",
                "{\"kind\":\"same\",\"question\":\"" + question + "\",\"reason\":\"现场核实\"}");
        assertThat(decided.statusCode()).isEqualTo(201);
        assertThat(decided.body()).contains("\"name\":\"平湖宏大电子\"", "\"region\":\"330482\"", "HS-A");
        assertThat(application.context().getBean(Journal.class).lines())
                .filteredOn(line -> line.entry() instanceof IdentityDecided)
                .isNotEmpty();

        String id = JSON.readTree(decided.body()).path("decision").asString();
        assertThat(application.getOpenly("/console/identity").body()).contains(id, "现场核实");
        assertThat(post("/api/v1/identity/decisions/" + id + "/withdrawal", "{\"reason\":\"误判\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(application.get("/api/v1/identity/decisions").body()).doesNotContain(id);
        JsonNode story = JSON.readTree(
                application.get("/api/v1/identity/decisions/" + id).body());
        assertThat(story.path("reason").asString()).isEqualTo("现场核实");
        assertThat(story.path("standing").asBoolean()).isFalse();
        assertThat(story.at("/withdrawn/reason").asString()).isEqualTo("误判");
    }

    @Test
    void refusesWhatItDoesNotKnow() throws Exception {
        assertThat(post("/api/v1/identity/decisions", "{\"kind\":\"maybe\",\"reason\":\"x\"}")
                        .body())
                .contains("kind-unknown");
        assertThat(post(
                                "/api/v1/identity/decisions",
                                "{\"kind\":\"alias\",\"name\":\"甲\",\"enterprise_id\":\"HS-NONE\",\"reason\":\"x\"}")
                        .body())
                .contains("enterprise-unknown");
        assertThat(post("/api/v1/identity/decisions/D-none/withdrawal", "{\"reason\":\"x\"}")
                        .statusCode())
                .isEqualTo(404);
    }

    private static HttpResponse<String> post(String path, String body) throws Exception {
        URI uri = application.uri(path);
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(uri)
                                .header("X-API-Key", ServingApplication.KEY)
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
