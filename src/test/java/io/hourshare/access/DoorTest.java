package io.hourshare.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.kernel.Digest;
import io.hourshare.serve.ServingApplication;
import io.hourshare.serve.snapshot.SnapshotFixture;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DoorTest {

    @TempDir
    static Path home;

    private static ServingApplication application;

    @BeforeAll
    static void start() throws Exception {
        application = new ServingApplication(
                home,
                Stream.of(Role.values())
                        .filter(role -> role != Role.ADMINISTRATOR)
                        .flatMap(DoorTest::key)
                        .toArray(String[]::new));
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

    /** Role × field: of a restricted value some see nothing, some enough to recognise it, some all for a purpose. */
    @ParameterizedTest
    @CsvSource({
        "clerk,         '',     138******00, false",
        "clerk,         counter, 138******00, false",
        "operator,      '',     '',          false",
        "operator,      counter, '',          false",
        "steward,       '',     138******00, false",
        "steward,       counter, 13800000000, true",
        "analyst,       counter, '',          false",
    })
    void showsEachFieldToEachRoleAsFarAsItMaySee(String role, String purpose, String phone, boolean recordToo)
            throws Exception {
        JsonNode profile = JsonMapper.shared()
                .readTree(application
                        .getOpenly(
                                "/api/v1/enterprises/HS-A?include=satellites&purpose=" + purpose,
                                "X-API-Key",
                                role + "-key")
                        .body());

        assertThat(profile.findPath("contact_phone").asString("")).isEqualTo(phone);
        assertThat(profile.findPath("address").asString("")).isEqualTo("新华路");
        JsonNode estate = profile.findPath("real-estate").path(0);
        assertThat(estate.has("mortgaged")).isEqualTo(recordToo);
        assertThat(estate.path("right_type").asString("")).isEqualTo("4");
    }

    private static Stream<String> key(Role role) {
        String word = role.name().toLowerCase(Locale.ROOT);
        String key = "hourshare.access.keys[" + role.ordinal() + "].";
        return Stream.of(key + "name=" + word, key + "role=" + word, key + "sha256=" + Digest.of(word + "-key"));
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
