package io.hourshare.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.kernel.Digest;
import io.hourshare.serve.ServingApplication;
import io.hourshare.serve.snapshot.SnapshotFixture;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoorTest {

    @TempDir
    static Path home;

    private static ServingApplication application;

    @BeforeAll
    static void start() throws Exception {
        application = new ServingApplication(
                home,
                "hourshare.access.keys[0].name=前台",
                "hourshare.access.keys[0].role=clerk",
                "hourshare.access.keys[0].sha256=" + Digest.of("clerk-key"),
                "hourshare.access.keys[1].name=审计",
                "hourshare.access.keys[1].role=auditor",
                "hourshare.access.keys[1].sha256=" + Digest.of("auditor-key"));
        application
                .snapshots()
                .publish(
                        1,
                        session -> SnapshotFixture.add(
                                session, "HS-A", "91330482MA2BXK7N3H", "平湖市长安精密机械有限公司", "", "新华路", true));
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void asksForAKeyOnEveryPathOfTheInterface() throws Exception {
        for (String path :
                new String[] {"/api/v1/enterprises", "/api/v1/openapi", "/api/v1/nothing", "/api/v1/snapshots/current"
                }) {
            HttpResponse<String> answer = application.getOpenly(path);

            assertThat(answer.statusCode()).as(path).isEqualTo(401);
            assertThat(answer.body()).as(path).contains("key-missing");
        }
    }

    @Test
    void refusesAnUnknownKey() throws Exception {
        assertThat(application
                        .getOpenly("/api/v1/enterprises", "X-API-Key", "guess")
                        .body())
                .contains("key-unknown");
    }

    @Test
    void grantsByRole() throws Exception {
        assertThat(application
                        .getOpenly("/api/v1/enterprises/HS-A", "X-API-Key", "clerk-key")
                        .statusCode())
                .isEqualTo(200);
        HttpResponse<String> auditor = application.getOpenly("/api/v1/enterprises/HS-A", "X-API-Key", "auditor-key");
        assertThat(auditor.statusCode()).isEqualTo(403);
        assertThat(auditor.body()).contains("\"forbidden\"");
    }

    @Test
    void withholdsRestrictedValuesFromRolesWithoutTheRight() throws Exception {
        String profile = application
                .getOpenly("/api/v1/enterprises/HS-A?include=provenance", "X-API-Key", "clerk-key")
                .body();

        assertThat(profile).contains("contact_phone").doesNotContain("13800000000");
        String satellites = application
                .getOpenly("/api/v1/enterprises/HS-A?include=satellites", "X-API-Key", "clerk-key")
                .body();
        assertThat(satellites)
                .contains("\"_withheld\":[\"mortgaged\"]")
                .doesNotContain("\"mortgaged\":true")
                .contains("高新技术企业");
    }

    @Test
    void keepsOnlyTheHashOfTheFirstAdministratorsKey() throws Exception {
        Path kept = home.resolve("data/access/first-administrator.sha256");

        assertThat(Files.readString(kept).strip()).matches("[0-9a-f]{64}");
    }

    @Test
    void opensHealthOnThisMachineAndNoOtherActuator() throws Exception {
        assertThat(application.getOpenly("/actuator/health").statusCode()).isEqualTo(200);
        assertThat(application
                        .getOpenly("/actuator/health", "X-Forwarded-For", "10.0.0.9")
                        .statusCode())
                .isEqualTo(401);
        assertThat(application.getOpenly("/actuator/env").statusCode()).isIn(401, 403);
        assertThat(application
                        .getOpenly("/actuator/env", "X-API-Key", "clerk-key")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void sendsPeopleToTheLoginPageAndOffersNoDemonstration() throws Exception {
        assertThat(application.getOpenly("/").headers().firstValue("Location").orElseThrow())
                .endsWith("/login");
        assertThat(application.getOpenly("/login").body()).contains("密码或访问密钥").doesNotContain("演示身份");
    }
}
