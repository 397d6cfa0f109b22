package io.hourshare.operate.command;

import io.hourshare.operate.run.RunRefusedException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls the running server's REST interface. */
final class ServerClient {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build();
    private final LocalServer server;

    private ServerClient(LocalServer server) {
        this.server = server;
    }

    /** The server on this data root, if it runs. */
    static Optional<ServerClient> find(Path home) throws IOException, InterruptedException {
        Optional<LocalServer> server = LocalServer.find(home);
        if (server.isEmpty()) {
            return Optional.empty();
        }
        ServerClient client = new ServerClient(server.get());
        try {
            client.send(client.request("/actuator/health").build());
            return Optional.of(client);
        } catch (ConnectException stopped) {
            return Optional.empty();
        }
    }

    /** The server on this data root; what only a running service can do needs it. */
    static ServerClient require(Path home) throws IOException, InterruptedException {
        return find(home)
                .orElseThrow(() -> new IOException("服务未在 " + home + " 上运行；请先启动服务（hourshare serve），或用 --home 指明数据目录"));
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return body(send(request(path).build()));
    }

    JsonNode post(String path, JsonNode content) throws IOException, InterruptedException {
        return body(send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(content)))
                .build()));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server.url() + path))
                .timeout(Duration.ofSeconds(60))
                .header("X-API-Key", server.key());
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return http.send(request, BodyHandlers.ofString());
    }

    private static JsonNode body(HttpResponse<String> response) throws IOException {
        JsonNode node = JSON.readTree(response.body());
        if (response.statusCode() >= 400) {
            throw new RunRefusedException(
                    node.path("code").asString("http-" + response.statusCode()),
                    node.path("detail").asString(response.body()));
        }
        return node;
    }
}
