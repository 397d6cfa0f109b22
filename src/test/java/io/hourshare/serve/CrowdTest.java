package io.hourshare.serve;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.serve.snapshot.ServedSnapshot;
import io.hourshare.serve.snapshot.ServedSnapshots;
import io.hourshare.serve.snapshot.SnapshotFixture;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** More people than the service can answer at once, and questions that want too much. */
class CrowdTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    static Path home;

    private static ServingApplication application;

    @BeforeAll
    static void start() throws Exception {
        application = ServingApplication.demonstration(home);
        application.snapshots().publish(17, session -> {
            for (int number = 0; number < 100; number++) {
                SnapshotFixture.add(
                        session,
                        "HS-" + number,
                        "91330482MA%08d".formatted(number),
                        "平湖市第" + number + "机械厂",
                        "",
                        "平湖市新华路 " + number + " 号",
                        true);
            }
        });
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    @Tag("F71")
    void aThousandQuestionsAtOnceAreAnsweredOrSentAwayForAMoment() throws Exception {
        List<Callable<HttpResponse<String>>> questions = new ArrayList<>();
        for (int number = 0; number < 1_000; number++) {
            String path =
                    number % 10 == 0 ? "/api/v1/enterprises?limit=1000" : "/api/v1/enterprises/HS-" + number % 100;
            questions.add(() -> application.get(path));
        }
        List<HttpResponse<String>> answers = atOnce(questions, 50);

        Map<Integer, Long> codes =
                answers.stream().collect(Collectors.groupingBy(HttpResponse::statusCode, Collectors.counting()));
        assertThat(codes.keySet()).as(codes.toString()).isSubsetOf(200, 429, 503);
        assertThat(codes.get(200)).as(codes.toString()).isGreaterThan(500);
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() != 200)
                .allSatisfy(answer ->
                        assertThat(answer.headers().firstValue("Retry-After")).isPresent());
    }

    @Test
    @Tag("F71")
    void whatWantsTooMuchIsRefusedWithTheLimit() throws Exception {
        for (String query : List.of("limit=1001", "limit=-1", "limit=99999999999", "cursor=AAAA")) {
            HttpResponse<String> answer = application.get("/api/v1/enterprises?" + query);
            assertThat(answer.statusCode()).as(query + " " + answer.body()).isEqualTo(400);
        }
        assertThat(application.get("/api/v1/enterprises?limit=1001").body()).contains("1 到 1000");
        assertThat(application
                        .get("/api/v1/enterprises?q=" + "a".repeat(20_000))
                        .statusCode())
                .isIn(400, 414, 431);
    }

    @Test
    @Tag("F71")
    void pagesEnd() throws Exception {
        int pages = 0;
        for (String next = "start"; !next.isEmpty(); pages++) {
            String cursor = next.equals("start") ? "" : "&cursor=" + ServingApplication.encoded(next);
            JsonNode page = JSON.readTree(
                    application.get("/api/v1/enterprises?limit=20" + cursor).body());
            next = page.path("next").isNull() ? "" : page.path("next").asString();
            assertThat(pages).isLessThan(5);
        }
        assertThat(pages).isEqualTo(5);
    }

    @Test
    @Tag("F10")
    void whoFindsEveryReaderTakenIsAskedToComeBackAndTheNextOneIsAnswered() throws Exception {
        ServedSnapshot served =
                application.context().getBean(ServedSnapshots.class).current();
        int readers = Math.max(2, Runtime.getRuntime().availableProcessors());
        CountDownLatch taken = new CountDownLatch(readers);
        CountDownLatch over = new CountDownLatch(1);
        ExecutorService slow = Executors.newFixedThreadPool(readers);
        try {
            for (int reader = 0; reader < readers; reader++) {
                slow.submit(() -> served.ask(session -> {
                    taken.countDown();
                    return wait(over);
                }));
            }
            taken.await();
            HttpResponse<String> refused = application.get("/api/v1/enterprises/HS-1");
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).contains("5");
            assertThat(refused.body()).contains("服务繁忙", "稍后重试");
        } finally {
            over.countDown();
            slow.shutdown();
        }
        assertThat(application.get("/api/v1/enterprises/HS-1").statusCode()).isEqualTo(200);
    }

    private static boolean wait(CountDownLatch over) {
        try {
            over.await();
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static List<HttpResponse<String>> atOnce(List<Callable<HttpResponse<String>>> questions, int clients)
            throws Exception {
        ExecutorService crowd = Executors.newFixedThreadPool(clients);
        try {
            List<HttpResponse<String>> answers = new ArrayList<>();
            for (Future<HttpResponse<String>> answer : crowd.invokeAll(questions)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            crowd.shutdownNow();
        }
    }
}
