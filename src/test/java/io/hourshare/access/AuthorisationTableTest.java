package io.hourshare.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.kernel.Digest;
import io.hourshare.serve.ServingApplication;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The table role × endpoint, read from the running application and called cell by cell. */
class AuthorisationTableTest {

    @TempDir
    static Path home;

    private static ServingApplication application;

    @BeforeAll
    static void start() {
        List<String> properties = new ArrayList<>();
        for (Role role : Role.values()) {
            String key = "hourshare.access.keys[" + role.ordinal() + "].";
            properties.add(key + "name=" + role);
            properties.add(key + "role=" + role);
            properties.add(key + "sha256=" + Digest.of("key of " + role));
        }
        application = new ServingApplication(home, properties.toArray(String[]::new));
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void everyEndpointOfTheInterfaceAnswersByRoleAndNobodyElse() throws Exception {
        int cells = 0;
        for (Map.Entry<RequestMappingInfo, HandlerMethod> endpoint : endpoints().entrySet()) {
            for (String path : endpoint.getKey().getPatternValues()) {
                if (path.startsWith("/api/v1/") && !path.startsWith("/api/v1/openapi")) {
                    cells += check(path, endpoint.getKey(), endpoint.getValue());
                }
            }
        }
        assertThat(cells)
                .as("the interfaces of serving and of operating")
                .isGreaterThanOrEqualTo(14 * (Role.values().length + 1));
    }

    @Test
    void everyPageNamesThePermissionThatItNeeds() {
        List<String> open = List.of("/login", "/login/demonstration", "/error");
        endpoints().forEach((mapping, handler) -> {
            if (handler.getBeanType().getPackageName().startsWith("io.hourshare")
                    && !open.containsAll(mapping.getPatternValues())) {
                assertThat(HandlerPermissions.needed(handler))
                        .as(mapping.toString())
                        .isPresent();
            }
        });
    }

    private static int check(String path, RequestMappingInfo mapping, HandlerMethod handler) throws Exception {
        Optional<Permission> needed = HandlerPermissions.needed(handler);
        assertThat(needed).as(path).isPresent();
        String method = mapping.getMethodsCondition().getMethods().stream()
                .findFirst()
                .map(Enum::name)
                .orElse("GET");
        String called = path.replaceAll("\\{[^}]+}", "x");
        assertThat(call(method, called, null)).as("nobody " + path).isEqualTo(401);
        for (Role role : Role.values()) {
            int status = call(method, called, "key of " + role);
            if (role.may(needed.get())) {
                assertThat(status).as(role + " " + path).isNotIn(401, 403);
            } else {
                assertThat(status).as(role + " " + path).isEqualTo(403);
            }
        }
        return Role.values().length + 1;
    }

    private static int call(String method, String path, String key) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(application.uri(path)).method(method, HttpRequest.BodyPublishers.noBody());
        if (key != null) {
            request.header("X-API-Key", key);
        }
        return HttpClient.newHttpClient()
                .send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static Map<RequestMappingInfo, HandlerMethod> endpoints() {
        return application
                .context()
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods();
    }
}
