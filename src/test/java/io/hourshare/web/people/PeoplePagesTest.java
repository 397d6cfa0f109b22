package io.hourshare.web.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.serve.ServingApplication;
import io.hourshare.serve.snapshot.SnapshotFixture;
import java.net.CookieManager;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeoplePagesTest {

    private static final Pattern SECRET = Pattern.compile("class=\"secret\">([^<]+)<");

    @TempDir
    static Path home;

    private static ServingApplication application;

    @BeforeAll
    static void start() throws Exception {
        application = ServingApplication.demonstration(home).enter();
        application
                .snapshots()
                .publish(
                        17,
                        session -> SnapshotFixture.add(
                                session, "HS-A", "91330482MA2BXK7N3H", "示范县长安机械有限公司", "", "新华路 88 号", true));
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void addsAUserWhosePasswordIsSaidOnceAndWhoIsShutOutWhenSuspended() throws Exception {
        String page = form("/console/users", "name=" + ServingApplication.encoded("王窗口") + "&role=CLERK")
                .body();
        Matcher secret = SECRET.matcher(page);
        assertThat(secret.find()).isTrue();
        assertThat(application.getOpenly("/console/users").body())
                .contains("王窗口")
                .doesNotContain(secret.group(1));

        HttpClient clerk =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        assertThat(signIn(clerk, "王窗口", secret.group(1))).doesNotContain("failed");
        assertThat(get(clerk, "/").statusCode()).isEqualTo(200);
        assertThat(get(clerk, "/console/users").statusCode()).isEqualTo(403);

        form("/console/users/" + ServingApplication.encoded("王窗口") + "/suspended", "suspended=true");

        assertThat(get(clerk, "/").statusCode()).isEqualTo(302);
        assertThat(signIn(clerk, "王窗口", secret.group(1))).contains("failed");
    }

    @Test
    void saysWhyAUserCannotBeAdded() throws Exception {
        assertThat(form("/console/users", "name=x&role=CLERK").body()).contains("用户名须为 2 到 40 个字");
    }

    @Test
    void masksUntilAPurposeIsGivenAndTellsTheAuditor() throws Exception {
        assertThat(application.getOpenly("/enterprises/HS-A").body())
                .contains("138******00")
                .doesNotContain("13800000000");

        form("/enterprises/HS-A/reveal", "purpose=" + ServingApplication.encoded("联系企业办事"));

        assertThat(application.getOpenly("/enterprises/HS-A").body()).contains("13800000000", "正在按事由");
        assertThat(application.getOpenly("/console/audit?kind=DataRead").body())
                .contains("查看脱敏内容", "联系企业办事", "HS-A", "查看画像");
        assertThat(application.getOpenly("/console/audit").body())
                .as("every kind of act has a Chinese title")
                .doesNotContainPattern("<option value=\"\\w+\">\\w+</option>");
        assertThat(application.get("/api/v1/audit?text=HS-A").body()).contains("\"actor\":\"演示\"");
    }

    @Test
    void givesRestrictedValuesOverTheInterfaceForAPurposeOnly() throws Exception {
        assertThat(application.get("/api/v1/enterprises/HS-A").body()).doesNotContain("13800000000");
        assertThat(application
                        .get("/api/v1/enterprises/HS-A?purpose=" + ServingApplication.encoded("核实"))
                        .body())
                .contains("13800000000");
    }

    @Test
    void guardsItsCookiesAndForms() throws Exception {
        HttpResponse<String> fresh = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(application.uri("/login")).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(fresh.headers().allValues("Set-Cookie"))
                .allSatisfy(cookie -> assertThat(cookie).contains("HttpOnly", "SameSite=Strict"));
        assertThat(application
                        .post("/console/users", "name=forged&role=ADMINISTRATOR")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void anAuditorIsLedToAPageThatAuditorsMayOpen() throws Exception {
        Matcher secret =
                SECRET.matcher(form("/console/users", "name=" + ServingApplication.encoded("钱审计") + "&role=AUDITOR")
                        .body());
        assertThat(secret.find()).isTrue();
        HttpClient auditor =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        get(auditor, "/");

        assertThat(signIn(auditor, "钱审计", secret.group(1))).endsWith("/console");
        assertThat(get(auditor, "/console").body()).contains("class=\"brand\" href=\"/console\"");
    }

    private static HttpResponse<String> form(String path, String body) throws Exception {
        return application.post(path, body + "&_csrf=" + ServingApplication.encoded(application.token("/account")));
    }

    private static String signIn(HttpClient client, String name, String password) throws Exception {
        Matcher token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"")
                .matcher(get(client, "/login").body());
        assertThat(token.find()).isTrue();
        String body = "name=" + ServingApplication.encoded(name) + "&key=" + ServingApplication.encoded(password)
                + "&_csrf=" + ServingApplication.encoded(token.group(1));
        HttpRequest request = HttpRequest.newBuilder(application.uri("/login"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString())
                .headers()
                .firstValue("Location")
                .orElse("");
    }

    private static HttpResponse<String> get(HttpClient client, String path) throws Exception {
        return client.send(HttpRequest.newBuilder(application.uri(path)).build(), HttpResponse.BodyHandlers.ofString());
    }
}
