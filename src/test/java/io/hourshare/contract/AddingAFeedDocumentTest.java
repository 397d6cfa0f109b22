package io.hourshare.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** docs/adding-a-feed.md says what the schemas and the reader say. */
class AddingAFeedDocumentTest {

    private static final Path DOCUMENT = Path.of("docs/adding-a-feed.md");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"feed-contract", "canonical-contract", "job", "route", "survivorship"})
    void everyDescribedKeyStandsInTheDocument(String kind) throws IOException {
        String document = Files.readString(DOCUMENT);
        JsonNode schema = JsonMapper.shared().readTree(Path.of("src/main/resources/schema", kind + ".schema.json"));

        describedIn(schema, document);
    }

    @ParameterizedTest
    @EnumSource(Conversion.class)
    void everyConversionStandsInTheDocument(Conversion conversion) throws IOException {
        String document = Files.readString(DOCUMENT);

        assertThat(document).contains("| `" + conversion.word() + "` |").contains(conversion.description());
        conversion.options().forEach(option -> assertThat(document).contains("`" + option + "`"));
    }

    @Test
    void theExampleInTheDocumentLoadsAsItStands() throws IOException {
        CatalogueFolder catalogue = new CatalogueFolder(folder);
        for (String block : Files.readString(DOCUMENT).split("```yaml\n# ", -1)) {
            int end = block.indexOf("```");
            int line = block.indexOf('\n');
            if (block.startsWith("routes/") || block.startsWith("schemas/") || block.startsWith("jobs/")) {
                catalogue.write(block.substring(0, line), block.substring(line + 1, end));
            }
        }

        assertThat(catalogue.problems()).isEmpty();
        assertThat(catalogue.read().catalogue().feeds())
                .extracting(feed -> feed.id().toString())
                .contains("human-resources.insured-headcount");
    }

    /** The part before the semicolon is the meaning; the default after it has a column of its own. */
    private static void describedIn(JsonNode schema, String document) {
        for (Map.Entry<String, JsonNode> entry : schema.path("properties").properties()) {
            String description = entry.getValue().path("description").asString("");
            assertThat(document).contains(description.split("；缺省", -1)[0]);
        }
        schema.values().forEach(child -> describedIn(child, document));
    }
}
