package io.hourshare.operate.command.desk;

import io.hourshare.kernel.Digest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How commands on the same machine reach the running server: a file beside the data, readable by its owner only,
 * with the address and a key that lives as long as the process.
 */
public record LocalServer(String url, String key) {

    private static final String FILE = "server.json";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** A server that is about to start; its key is known before its port. */
    public record Starting(String key) {

        public void run(Function<Map<String, Object>, ConfigurableApplicationContext> start) {
            ConfigurableApplicationContext context = start.apply(
                    Map.of("hourshare.access.local-sha256", Digest.of(key).hex()));
            if (context instanceof ServletWebServerApplicationContext web && web.getWebServer() != null) {
                Path home = Path.of(context.getEnvironment().getProperty("hourshare.home", "./data"));
                new LocalServer("http://127.0.0.1:" + web.getWebServer().getPort(), key).write(home);
            }
        }
    }

    public static Starting starting() {
        return new Starting(randomKey());
    }

    public static String randomKey() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The server that says it runs on this data root; whether it still does shows when it is called. */
    public static Optional<LocalServer> find(Path home) {
        Path file = home.resolve(FILE);
        if (!Files.isReadable(file)) {
            return Optional.empty();
        }
        JsonNode node = JSON.readTree(file.toFile());
        return Optional.of(
                new LocalServer(node.path("url").asString(), node.path("key").asString()));
    }

    /** At once, for its owner alone: a command may look for it while the server starts. */
    private void write(Path home) {
        try {
            Path temporary = Files.createTempFile(home, "." + FILE, ".tmp");
            Files.writeString(temporary, JSON.writeValueAsString(this));
            Files.move(temporary, home.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("Address of the running server cannot be kept: " + home, e);
        }
    }
}
