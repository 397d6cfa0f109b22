package io.hourshare.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.Hourshare;
import io.hourshare.kernel.Digest;
import io.hourshare.store.Journal;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The table role × endpoint, read from the whole application and called cell by cell: interface and pages. */
class AuthorisationTableTest {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final List<String> OPEN = List.of("/login", "/login/demonstration", "/error");

    @TempDir
    static Path home;

    private static ConfigurableApplicationContext application;
    private static final Map<String, String> TABLE = new TreeMap<>();

    /** A page or an endpoint, as somebody may call it. */
    private record Endpoint(String method, String path, Permission needed) {}

    @BeforeAll
    static void start() {
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--hourshare.home=" + home.resolve("data"),
                "--hourshare.operate.automatic=false",
                "--logging.level.root=error"));
        for (Role role : Role.values()) {
            String key = "--hourshare.access.keys[" + role.ordinal() + "].";
            arguments.add(key + "name=" + role);
            arguments.add(key + "role=" + role);
            arguments.add(key + "sha256=" + Digest.of("key of " + role));
        }
        application = new SpringApplicationBuilder(Hourshare.class).run(arguments.toArray(String[]::new));
    }

    @AfterAll
    static void stop() throws Exception {
        application.close();
        StringBuilder table = new StringBuilder("| endpoint | permission | roles |\n|---|---|---|\n");
        TABLE.forEach((endpoint, roles) ->
                table.append("| ").append(endpoint).append(roles).append(" |\n"));
        Files.writeString(Path.of("target", "authorisation-table.md"), table);
    }

    @Test
    void everyEndpointOfTheInterfaceAnswersByRoleAndNobodyElse() throws Exception {
        List<Endpoint> endpoints = endpoints().stream()
                .filter(one -> one.path().startsWith("/api/v1/"))
                .toList();

        HttpClient client = HttpClient.newHttpClient();
        for (Endpoint endpoint : endpoints) {
            assertThat(call(client, endpoint, null)).as("nobody " + endpoint).isEqualTo(401);
            for (Role role : Role.values()) {
                check(endpoint, role, call(client, endpoint, "key of " + role));
            }
        }
        assertThat(endpoints).hasSizeGreaterThan(20);
    }

    @Test
    void everyPageAnswersByRoleAndNobodyElse() throws Exception {
        List<Endpoint> pages = endpoints().stream()
                .filter(one -> !one.path().startsWith("/api/"))
                .toList();

        HttpClient nobody = HttpClient.newHttpClient();
        for (Endpoint page : pages) {
            assertThat(call(nobody, page, null)).as("nobody " + page).isIn(302, 403);
        }
        for (Role role : Role.values()) {
            HttpClient client =
                    HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
            String token = signIn(client, role);
            for (Endpoint page : pages) {
                check(page, role, submit(client, page, token));
            }
        }
        assertThat(pages).hasSizeGreaterThan(15);
    }

    @Test
    void nothingIsChangedWithoutAReason() throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        Journal journal = application.getBean(Journal.class);
        List<Endpoint> acts = endpoints().stream()
                .filter(one ->
                        one.path().startsWith("/api/v1/") && !one.method().equals("GET"))
                .toList();
        for (Endpoint act : acts) {
            int before = journal.lines().size();
            HttpRequest request = HttpRequest.newBuilder(uri(act.path()))
                    .header("X-API-Key", "key of " + Role.ADMINISTRATOR)
                    .header("Content-Type", "application/json")
                    .method(act.method(), BodyPublishers.ofString("{}"))
                    .build();
            int status = client.send(request, BodyHandlers.discarding()).statusCode();
            if (status < 300) {
                assertThat(journal.lines()).as(act.toString()).hasSize(before);
            }
            assertThat(status).as(act.toString()).isNotIn(401, 403, 500);
        }
        assertThat(acts).hasSizeGreaterThan(10);
    }

    @Test
    void everyEndpointNamesThePermissionThatItNeeds() {
        mapping().getHandlerMethods().forEach((mapping, handler) -> {
            if (isOurs(handler) && !OPEN.containsAll(mapping.getPatternValues())) {
                assertThat(HandlerPermissions.needed(handler))
                        .as(mapping.toString())
                        .isPresent();
            }
        });
    }

    private static void check(Endpoint endpoint, Role role, int status) {
        if (role.may(endpoint.needed())) {
            assertThat(status).as(role + " " + endpoint).isNotIn(401, 403, 500);
        } else {
            assertThat(status).as(role + " " + endpoint).isEqualTo(403);
        }
        TABLE.merge(
                endpoint.method() + " " + endpoint.path() + " | " + endpoint.needed() + " |",
                role.may(endpoint.needed()) ? " " + role : "",
                String::concat);
    }

    private static String signIn(HttpClient client, Role role) throws Exception {
        String token = token(client, "/login");
        HttpResponse<String> entered = client.send(
                form("/login", "name=&key=" + encoded("key of " + role) + "&_csrf=" + encoded(token)),
                BodyHandlers.ofString());
        assertThat(entered.headers().firstValue("Location").orElse(""))
                .as("sign in")
                .doesNotContain("failed");
        return token(client, "/account");
    }

    private static String token(HttpClient client, String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(uri(path)).build();
        Matcher token =
                TOKEN.matcher(client.send(request, BodyHandlers.ofString()).body());
        assertThat(token.find()).as(path).isTrue();
        return token.group(1);
    }

    private static int submit(HttpClient client, Endpoint page, String token) throws Exception {
        HttpRequest request = page.method().equals("GET")
                ? HttpRequest.newBuilder(uri(page.path())).build()
                : form(page.path(), "_csrf=" + encoded(token));
        return client.send(request, BodyHandlers.discarding()).statusCode();
    }

    private static HttpRequest form(String path, String body) {
        return HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    private static int call(HttpClient client, Endpoint endpoint, String key) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri(endpoint.path())).method(endpoint.method(), BodyPublishers.noBody());
        if (key != null) {
            request.header("X-API-Key", key);
        }
        return client.send(request.build(), BodyHandlers.discarding()).statusCode();
    }

    private static List<Endpoint> endpoints() {
        List<Endpoint> endpoints = new ArrayList<>();
        mapping().getHandlerMethods().forEach((mapping, handler) -> {
            Optional<Permission> needed = HandlerPermissions.needed(handler);
            if (isOurs(handler) && needed.isPresent()) {
                for (String path : mapping.getPatternValues()) {
                    methods(mapping).forEach(method -> endpoints.add(new Endpoint(method, called(path), needed.get())));
                }
            }
        });
        return endpoints;
    }

    private static boolean isOurs(HandlerMethod handler) {
        return handler.getBeanType().getPackageName().startsWith("io.hourshare");
    }

    private static List<String> methods(RequestMappingInfo mapping) {
        List<String> named = mapping.getMethodsCondition().getMethods().stream()
                .map(Enum::name)
                .toList();
        return named.isEmpty() ? List.of("GET") : named;
    }

    private static String called(String path) {
        return path.replaceAll("\\{[^}]+}", "x");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static URI uri(String path) {
        return URI.create("http://127.0.0.1:" + application.getEnvironment().getProperty("local.server.port") + path);
    }

    private static RequestMappingHandlerMapping mapping() {
        return application.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
    }
}
