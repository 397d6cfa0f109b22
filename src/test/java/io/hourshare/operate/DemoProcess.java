package io.hourshare.operate;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.store.DataRoot;
import io.hourshare.store.Journal;
import io.hourshare.store.JournalLine;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The demonstration as a process of its own, as a person starts it; it can be killed like one. */
final class DemoProcess implements AutoCloseable {

    private static final String SERVER = "server.json";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http = HttpClient.newHttpClient();
    private final Process process;
    private final Path home;
    private final Path output;

    private DemoProcess(Process process, Path home, Path output) {
        this.process = process;
        this.home = home;
        this.output = output;
    }

    static DemoProcess start(Path home, String... options) throws IOException {
        Files.createDirectories(home);
        Files.deleteIfExists(home.resolve(SERVER)); // a killed process leaves its own
        Path output = Files.createTempFile(home.getParent(), "demo", ".log");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:TieredStopAtLevel=1"));
        command.addAll(
                Stream.of(options).filter(option -> option.startsWith("-D")).toList());
        command.addAll(List.of(
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "io.hourshare.Hourshare",
                "demo",
                "--server.port=0",
                "--hourshare.home=./" + home.getFileName()));
        command.addAll(
                Stream.of(options).filter(option -> !option.startsWith("-D")).toList());
        Process process = new ProcessBuilder(command)
                .directory(home.getParent().toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        return new DemoProcess(process, home, output);
    }

    void awaitPublication() {
        await("a publication", () -> journalText().contains("\"type\":\"SnapshotPublished\""));
    }

    /** Waits until so many slots are adopted and a later publication holds them all. */
    void awaitPublicationOf(int slots) {
        await("a publication of " + slots + " slots", () -> {
            String text = journalText();
            String adopted = "\"type\":\"BatchAdopted\"";
            return text.split(adopted, -1).length > slots
                    && text.lastIndexOf("\"type\":\"SnapshotPublished\"") > text.lastIndexOf(adopted);
        });
    }

    /** Waits until the web answers. */
    void awaitServer() {
        await("the server", () -> Files.isReadable(home.resolve(SERVER)));
    }

    /** What the web answers, asked as the machine's owner. */
    JsonNode get(String path) throws IOException, InterruptedException {
        return answer(request(path).build());
    }

    JsonNode post(String path, String json) throws IOException, InterruptedException {
        return answer(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build());
    }

    private HttpRequest.Builder request(String path) {
        JsonNode server = JSON.readTree(home.resolve(SERVER).toFile());
        return HttpRequest.newBuilder(URI.create(server.path("url").asString() + path))
                .header("X-API-Key", server.path("key").asString());
    }

    private JsonNode answer(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isBetween(200, 299);
        return JSON.readTree(response.body());
    }

    /** Waits until the process has ended by itself, as at a step where a test lets it crash. */
    int awaitEnd() throws InterruptedException {
        assertThat(process.waitFor(150, TimeUnit.SECONDS)).as(said()).isTrue();
        return process.exitValue();
    }

    /** Waits until so many slots are adopted, in the middle of an hour that has more. */
    void awaitAdoptionOf(int slots) {
        await(
                "an adoption of " + slots + " slots",
                () -> journalText().split("\"type\":\"BatchAdopted\"", -1).length > slots);
    }

    /** Asks the process to end, as a service manager does, and waits for it. */
    int stop() throws InterruptedException {
        process.destroy();
        return awaitEnd();
    }

    /** What the service wrote into its log, of all its starts on this data root. */
    List<String> log() throws IOException {
        return Files.readAllLines(home.resolve("hourshare.log"));
    }

    /** Ends the process without giving it a chance to tidy up. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /** The journal of a data root that no process holds. */
    static List<JournalLine> journal(Path home) {
        try (DataRoot root = DataRoot.open(home);
                Journal journal = Journal.open(root, Clock.systemUTC())) {
            return journal.lines();
        }
    }

    private void await(String what, java.util.function.BooleanSupplier reached) {
        long deadline = System.nanoTime() + Duration.ofSeconds(150).toNanos();
        while (!reached.getAsBoolean()) {
            assertThat(process.isAlive()).as("%s; it said:%n%s", what, said()).isTrue();
            assertThat(System.nanoTime())
                    .as("waited for %s; it said:%n%s", what, said())
                    .isLessThan(deadline);
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String journalText() {
        Path folder = home.resolve("journal");
        if (!Files.isDirectory(folder)) {
            return "";
        }
        try (Stream<Path> files = Files.list(folder)) {
            StringBuilder text = new StringBuilder();
            for (Path file : files.sorted().toList()) {
                text.append(Files.readString(file, StandardCharsets.UTF_8));
            }
            return text.toString();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private String said() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
