package io.hourshare.operate.command.desk;

import io.hourshare.serve.RefusedException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls the running server's REST interface. */
public final class ServerClient {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build();
    private final LocalServer server;

    private ServerClient(LocalServer server) {
        this.server = server;
    }

    /** The server on this data root, if it runs. */
    public static Optional<ServerClient> find(Path home) throws IOException, InterruptedException {
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
    public static ServerClient require(Path home) throws IOException, InterruptedException {
        return find(home)
                .orElseThrow(() -> new IOException("服务未在 " + home + " 上运行；请先启动服务（hourshare serve），或用 --home 指明数据目录"));
    }

    public JsonNode get(String path) throws IOException, InterruptedException {
        return body(send(request(path).build()));
    }

    public JsonNode post(String path, JsonNode content) throws IOException, InterruptedException {
        return body(send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(content)))
                .build()));
    }

    public JsonNode patch(String path, JsonNode content) throws IOException, InterruptedException {
        return body(send(request(path)
                .header("Content-Type", "application/json")
                .method("PATCH", HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(content)))
                .build()));
    }

    /** A file, as the server gives it. */
    public byte[] bytes(String path) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = http.send(request(path).build(), BodyHandlers.ofByteArray());
        if (response.statusCode() >= 400) {
            throw refused(response.statusCode(), new String(response.body(), StandardCharsets.UTF_8));
        }
        return response.body();
    }

    /** Hands a file in, as a form's field {@code file}. */
    public JsonNode upload(String path, Path file) throws IOException, InterruptedException {
        String boundary = "hourshare-" + file.toAbsolutePath().hashCode() + "-" + Files.size(file);
        String head = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                + file.getFileName().toString().replace('"', '_')
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n";
        return body(send(request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.concat(
                        HttpRequest.BodyPublishers.ofString(head),
                        HttpRequest.BodyPublishers.ofFile(file),
                        HttpRequest.BodyPublishers.ofString("\r\n--" + boundary + "--\r\n")))
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
        if (response.statusCode() >= 400) {
            throw refused(response.statusCode(), response.body());
        }
        return JSON.readTree(response.body());
    }

    private static RefusedException refused(int status, String body) {
        boolean problem = body.stripLeading().startsWith("{");
        JsonNode node = problem ? JSON.readTree(body) : JSON.createObjectNode();
        return new RefusedException(
                HttpStatus.valueOf(status),
                node.path("code").asString("http-" + status),
                node.path("title").asString(""),
                node.path("detail").asString("服务答复 HTTP " + status + "；请查看服务日志"));
    }
}
