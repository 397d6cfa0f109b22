package io.hourshare.verify;

import io.hourshare.kernel.Digest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A journal as a faulty program would have written it: its content is wrong, its chain is whole. */
final class Rechained {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Rechained() {}

    /** Changes the list of lines and seals them anew; the hours' seals go, for they would give it away. */
    static void edit(Path home, Consumer<List<ObjectNode>> fault) throws IOException {
        Path file = TownCopies.journal(home);
        List<ObjectNode> lines = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            ObjectNode node = (ObjectNode) JSON.readTree(line);
            if (!type(node).equals("HourSealed")) {
                lines.add(node);
            }
        }
        fault.accept(lines);
        Files.deleteIfExists(home.resolve("evidence/roots.jsonl"));
        write(home, file, lines);
    }

    private static void write(Path home, Path file, List<ObjectNode> lines) throws IOException {
        StringBuilder text = new StringBuilder();
        Digest previous = Digest.of("hourshare journal");
        for (int i = 0; i < lines.size(); i++) {
            ObjectNode line = lines.get(i);
            line.remove("hash");
            line.put("seq", i + 1);
            String content = JSON.writeValueAsString(line);
            content = content.substring(0, content.length() - 1);
            previous = Digest.of(previous.hex() + content);
            text.append(content).append(",\"hash\":\"").append(previous).append("\"}\n");
        }
        Files.writeString(file, text, StandardCharsets.UTF_8);
        Files.writeString(home.resolve("journal-head"), lines.size() + " " + previous);
    }

    static String type(ObjectNode line) {
        return line.path("type").asString();
    }

    static ObjectNode entry(ObjectNode line) {
        return (ObjectNode) line.get("entry");
    }

    /** The line of this type that comes so many after the first. */
    static ObjectNode nth(List<ObjectNode> lines, String type, int place) {
        return lines.stream()
                .filter(line -> type(line).equals(type))
                .skip(place)
                .findFirst()
                .orElseThrow();
    }

    /** The line of this type about this feed and window. */
    static ObjectNode of(List<ObjectNode> lines, String type, String feed, String window) {
        return lines.stream()
                .filter(line -> type(line).equals(type))
                .filter(line -> entry(line).path("feed").asString().equals(feed)
                        && entry(line).path("window").asString().equals(window))
                .findFirst()
                .orElseThrow();
    }
}
