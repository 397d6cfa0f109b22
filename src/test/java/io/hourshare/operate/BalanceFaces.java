package io.hourshare.operate;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.Hourshare;
import io.hourshare.engine.Engine;
import io.hourshare.engine.Session;
import io.hourshare.operate.command.terminal.ExitCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The balance sheet as the interface, the command line beside the service (a process of its own), and the published file tell it. */
final class BalanceFaces {

    private static final List<String> COLUMNS = List.of(
            "state",
            "declared",
            "received",
            "accepted",
            "new",
            "changed",
            "unchanged",
            "superseded",
            "quarantined",
            "unframeable",
            "duplicates",
            "dropped",
            "warnings",
            "balanced");

    private final Engine engine;
    private final Path home;

    /** @param url of the service that runs on this data root, where commands look for it */
    BalanceFaces(Engine engine, Path home, String url, String key) throws IOException {
        this.engine = engine;
        this.home = home;
        Files.writeString(home.resolve("server.json"), "{\"url\": \"" + url + "\", \"key\": \"" + key + "\"}");
    }

    /** By {@code feed@window}: state and numbers; what nobody has tried yet is left out. */
    static Map<String, String> ofSheet(JsonNode sheet) {
        Map<String, String> lines = new TreeMap<>();
        for (JsonNode line : sheet.path("items")) {
            if (!line.path("state").asString().equals("DUE")) {
                lines.put(
                        line.path("feed").asString() + "@"
                                + sheet.path("window").asString(),
                        COLUMNS.stream()
                                .map(column -> line.path(column).asString("-"))
                                .map(value -> value.equals("-") ? "0" : value)
                                .collect(Collectors.joining(" ")));
                assertThat(line.path("received").asLong())
                        .as("%s", line)
                        .isEqualTo(sum(line, "accepted", "quarantined", "duplicates", "dropped"));
                assertThat(line.path("accepted").asLong())
                        .as("%s", line)
                        .isEqualTo(sum(line, "new", "changed", "unchanged", "superseded"));
            }
        }
        return lines;
    }

    private static long sum(JsonNode line, String... columns) {
        return Stream.of(columns)
                .mapToLong(column -> line.path(column).asLong())
                .sum();
    }

    Map<String, String> ofCommandLine(String window) throws IOException, InterruptedException {
        Path errors = Files.createTempFile(home, "balance", ".txt");
        Process command = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Hourshare.class.getName(),
                        "balance",
                        "--window=" + window,
                        "--json",
                        "--home=" + home)
                .redirectError(errors.toFile())
                .start();
        byte[] sheet = command.getInputStream().readAllBytes();
        assertThat(command.waitFor()).as("%s", Files.readString(errors)).isIn(ExitCode.OK, ExitCode.WARNING);
        return ofSheet(JsonMapper.shared().readTree(sheet));
    }

    /** Every window of the newest published file. */
    Map<String, String> ofPublishedFile() {
        String columns = COLUMNS.stream()
                .map(column -> "coalesce(\"" + (column.equals("new") ? "created" : column) + "\"::varchar, '0')")
                .collect(Collectors.joining(" || ' ' || "));
        try (Stream<Path> snapshots = Files.list(home.resolve("snapshots"));
                Session session = engine.openReadOnly(snapshots
                        .filter(snapshot -> snapshot.getFileName().toString().matches("\\d+-.*"))
                        .map(snapshot -> snapshot.resolve("analyst.duckdb"))
                        .filter(Files::isRegularFile)
                        .max(Comparator.comparing(file -> Integer.parseInt(
                                file.getParent().getFileName().toString().split("-")[0])))
                        .orElseThrow())) {
            Map<String, String> lines = new TreeMap<>();
            session.query(
                    "select feed || '@' || strftime(\"hour\", '%Y-%m-%dT%HZ'), " + columns + " from balance",
                    row -> lines.put(row.getString(1), row.getString(2)));
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
