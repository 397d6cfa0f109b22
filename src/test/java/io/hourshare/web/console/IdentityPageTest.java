package io.hourshare.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.engine.Engine;
import io.hourshare.engine.Session;
import io.hourshare.kernel.Digest;
import io.hourshare.serve.ServingApplication;
import io.hourshare.store.DataRoot;
import io.hourshare.store.Journal;
import io.hourshare.store.JournalEntry.IdentityDecided;
import io.hourshare.store.JournalEntry.StageDone;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Doubtful likenesses are asked once, shown on both sides, and decided with a reason. */
class IdentityPageTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String REVIEWS = """
            select 'housing.completion' as feed, key as record_key, 'market-regulation.registration' as candidate_feed,
                '1' as candidate_key, 'HS-A' as enterprise_id, 'doubt' as reason, 0.6 as chance, 1.2 as score,
                name || '@330482>HS-A' as fold, name as record_name, '平湖市宏达电子有限公司' as candidate_name,
                name as record_full_name, '330482' as record_region, '330482' as candidate_region, '' as record_numbers,
                'org:600037341' as candidate_numbers, '' as record_place, '人民路1' as candidate_place,
                '' as record_person, '王某' as candidate_person, -2.5 as name_bits, 4.0 as region_bits,
                0.0 as place_bits, 0.0 as person_bits, 0.0 as number_bits, null::double as status_bits
            from (values ('p', '平湖宏大电子'), ('q', '平湖宏大电子'), ('r', '平湖洪达电子')) as given (key, name)""";

    @TempDir
    static Path home;

    private static ServingApplication application;

    @BeforeAll
    static void start() throws Exception {
        application = ServingApplication.demonstration(home).enter();
        DataRoot root = application.context().getBean(DataRoot.class);
        List<String> files = new ArrayList<>();
        try (Session session = application.context().getBean(Engine.class).open()) {
            for (String[] table :
                    new String[][] {{"er_review", REVIEWS}, {"er_entity", "select 'HS-A' as enterprise_id"}}) {
                Path file = root.resolve("lake/identity/0badcafe/" + table[0] + ".parquet");
                Files.createDirectories(file.getParent());
                session.copy(table[1], file);
                files.add(root.relativize(file));
            }
        }
        application
                .context()
                .getBean(Journal.class)
                .append(new StageDone("resolve", Digest.of("test"), files, Map.of()));
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
                .contains("平湖宏大电子", "平湖市宏达电子有限公司", "名称 -2.5", "是同一家");
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
