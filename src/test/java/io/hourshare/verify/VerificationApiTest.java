package io.hourshare.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.serve.ServingApplication;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerificationApiTest {

    @TempDir
    static Path home;

    private static ServingApplication application;

    @BeforeAll
    static void start() {
        application = ServingApplication.demonstration(home);
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void aCountIsStartedAndItsReportRead() throws Exception {
        assertThat(post("/api/v1/verification?level=full").statusCode()).isEqualTo(202);

        String standing = application.get("/api/v1/verification").body();
        for (int i = 0; i < 100 && standing.contains("\"report\":null"); i++) {
            Thread.sleep(100);
            standing = application.get("/api/v1/verification").body();
        }
        assertThat(standing).contains("\"verdict\":\"HOLDS\"", "\"level\":\"full\"", "\"law\":10");
    }

    @Test
    void anUnknownLevelAndAMalformedWindowAreRefusedInWords() throws Exception {
        assertThat(post("/api/v1/verification?level=thorough").body()).contains("level-unknown", "quick");
        assertThat(application.get("/api/v1/evidence?window=yesterday").body()).contains("window-malformed");
    }

    @Test
    void anHoursEvidenceIsAZip() throws Exception {
        HttpResponse<String> bundle = application.get("/api/v1/evidence?window=2026-11-22T03Z");

        assertThat(bundle.statusCode()).isEqualTo(200);
        assertThat(bundle.headers().firstValue("Content-Type")).contains("application/zip");
        assertThat(bundle.body()).startsWith("PK").contains("bundle.json");
    }

    private static HttpResponse<String> post(String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(application.uri(path))
                                .header("X-API-Key", ServingApplication.KEY)
                                .POST(HttpRequest.BodyPublishers.noBody())
                                .build(),
                        BodyHandlers.ofString());
    }
}
