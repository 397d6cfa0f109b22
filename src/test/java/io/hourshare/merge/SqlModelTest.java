package io.hourshare.merge;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.engine.Engine;
import io.hourshare.engine.EngineSettings;
import io.hourshare.engine.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One SQL file is one SELECT that says its grain and what it uses. */
class SqlModelTest {

    @TempDir
    static Path spill;

    @ParameterizedTest
    @MethodSource("models")
    void aModelIsOneSelectWithItsGrainStated(Path model) throws IOException {
        String sql = Files.readString(model);

        assertThat(sql).startsWith("-- grain: ").contains("\n-- uses:");
        JsonNode parsed = parse(sql);
        assertThat(parsed.path("error").asBoolean()).as(parsed.toString()).isFalse();
        assertThat(parsed.path("statements").size()).isOne();
    }

    static List<Path> models() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("jobs"))) {
            return files.filter(file -> file.toString().endsWith(".sql"))
                    .sorted()
                    .toList();
        }
    }

    private static JsonNode parse(String sql) {
        Engine engine = new Engine(new EngineSettings("256MB", 1), spill);
        try (Session session = engine.open()) {
            return JsonMapper.shared()
                    .readTree(session.query("select json_serialize_sql(?)", row -> row.getString(1), sql)
                            .get(0));
        }
    }
}
