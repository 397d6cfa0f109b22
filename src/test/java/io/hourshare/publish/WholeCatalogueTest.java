package io.hourshare.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.hourshare.contract.CanonicalEntity;
import io.hourshare.contract.CanonicalField;
import io.hourshare.contract.Catalogue;
import io.hourshare.contract.CatalogueReader;
import io.hourshare.contract.CatalogueSource;
import io.hourshare.contract.Feed;
import io.hourshare.contract.LogicalType;
import io.hourshare.engine.Session;
import io.hourshare.kernel.HourWindow;
import io.hourshare.merge.SmallTown;
import io.hourshare.publish.file.Ended;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One record of every feed of the product's own catalogue, all of one enterprise, merged and published. */
class WholeCatalogueTest {

    @TempDir
    static Path home;

    private static SmallTown town;
    private static Catalogue catalogue;
    private static Snapshots snapshots;
    private static Snapshot snapshot;

    @BeforeAll
    static void publish() {
        catalogue = CatalogueReader.read(connected()).catalogue();
        town = new SmallTown(home).catalogue(catalogue);
        catalogue.feeds().forEach(WholeCatalogueTest::record);
        PublishSettings settings = new PublishSettings(24, 2, Duration.ofSeconds(1));
        Publications publications = new Publications(town.root, town.journal);
        snapshots = new Snapshots(
                town.engine,
                town.root,
                town.journal,
                publications,
                settings,
                PublicationWitnesses.none(),
                kept -> kept);
        Publisher publisher = new Publisher(
                catalogue,
                town.engine,
                town.root,
                town.journal,
                town.ledger,
                publications,
                snapshots,
                settings,
                PublicationWitnesses.none(),
                Clock.fixed(SmallTown.NOW, ZoneOffset.UTC));
        snapshot = publisher.publish(town.merge(), HourWindow.parse("2026-11-22T03Z"), PublicationContext.of("run-1"));
    }

    @AfterAll
    static void close() {
        snapshots.close();
        town.close();
    }

    @Test
    void theProfileHasEveryAttributeThatSomeFeedGives() {
        Set<String> given = catalogue.feeds().stream()
                .filter(feed -> feed.job().into().equals(CanonicalEntity.ENTERPRISE))
                .flatMap(feed -> feed.job().map().stream().map(mapping -> mapping.canonical()))
                .filter(name -> fields(CanonicalEntity.ENTERPRISE)
                        .anyMatch(field -> field.name().equals(name)))
                .collect(Collectors.toSet());

        assertThat(document().path("fields").propertyNames()).containsExactlyInAnyOrderElementsOf(given);
    }

    @Test
    void theProfileHasEveryKindOfRecord() {
        Set<String> kinds = catalogue.feeds().stream()
                .map(feed -> feed.job().into())
                .filter(into -> !into.equals(CanonicalEntity.ENTERPRISE))
                .collect(Collectors.toSet());
        kinds.addAll(Set.of("size-class", "land-yield"));

        assertThat(document().path("satellites").propertyNames()).containsExactlyInAnyOrderElementsOf(kinds);
    }

    @Test
    void aMeasureNamesTheRecordsThatItRestsOn() {
        JsonNode satellites = document().path("satellites");
        JsonNode rested = satellites.path("land-yield").path(0).path("_source").path("derived_from");

        assertThat(rested.valueStream().map(JsonNode::asString))
                .isNotEmpty()
                .isSubsetOf(Stream.of("tax-month", "real-estate", "parcel", "plant-lease")
                        .flatMap(kind -> satellites.path(kind).valueStream())
                        .map(record -> record.path("_source").path("key").asString())
                        .toList());
    }

    @Test
    void noPersonalColumnReachesTheAnalysts() {
        List<String> columns = analysts("select distinct column_name from duckdb_columns() where schema_name = 'main'");

        assertThat(columns)
                .doesNotContain("legal_rep_name", "officer_name", "contact_phone", "contact_name", "email", "holder_id")
                .contains("ent_name", "reg_capital");
    }

    @Test
    void everyTableAndColumnForAnalystsIsExplainedInChinese() {
        assertThat(analysts("select table_name || '.' || column_name from duckdb_columns() where schema_name = 'main'"
                        + " and not internal and not regexp_matches(coalesce(comment, ''), '[一-龥]')"))
                .isEmpty();
        assertThat(analysts("select table_name from duckdb_tables() where not internal"
                        + " and not regexp_matches(coalesce(comment, ''), '[一-龥]')"))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void aRecipeRunsOnTheAnalystsFile(Path recipe) throws IOException {
        try (Session session = town.engine.openReadOnly(snapshot.analystFile())) {
            assertThat(session.query(
                            Files.readString(recipe), row -> row.getMetaData().getColumnCount()))
                    .isNotNull();
        }
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void aRecipesAnswerIsWrittenAsAWorkbook(Path recipe) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        new AnalystWorkbook(town.engine).answer(snapshot.analystFile(), "结果", Files.readString(recipe), bytes);

        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(book.getSheets().map(Sheet::getName)).containsExactly("结果", "字典", "来源与时间");
            assertThat(book.getFirstSheet().read()).isNotEmpty();
        }
    }

    /** Node is no part of the build: without it, or without the client, this says so and is skipped. */
    @Test
    void theRecipesRunInNodeWithTheRowsThatSqlAnswers() throws Exception {
        assumeThat(node("-e", "require('@duckdb/node-api')").exit())
                .as("没有 node 或 @duckdb/node-api（环境变量 HOURSHARE_NODE_MODULES 指向其 node_modules），未在 Node 中执行")
                .isZero();
        List<String> words = new ArrayList<>(
                List.of("docs/recipes/run.cjs", snapshot.analystFile().toString()));
        recipes().forEach(recipe -> words.add(recipe.toString()));

        Ended ended = node(words.toArray(String[]::new));

        assertThat(ended.exit()).as(ended.output()).isZero();
        assertThat(ended.output().lines().filter(line -> line.endsWith(" 行")))
                .containsExactlyElementsOf(recipes().stream().map(this::counted).toList());
    }

    private String counted(Path recipe) {
        try (Session session = town.engine.openReadOnly(snapshot.analystFile())) {
            return recipe.getFileName() + ": "
                    + session.query(Files.readString(recipe), row -> 1).size() + " 行";
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private record Ended(int exit, String output) {}

    private static Ended node(String... words) throws InterruptedException {
        List<String> command = new ArrayList<>(List.of("node"));
        command.addAll(List.of(words));
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            String modules = System.getenv("HOURSHARE_NODE_MODULES");
            if (modules != null) {
                builder.environment().put("NODE_PATH", modules);
            }
            Process process = builder.start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Ended(process.waitFor(), output);
        } catch (IOException absent) {
            return new Ended(127, absent.toString());
        }
    }

    static List<Path> recipes() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("docs/recipes"))) {
            return files.filter(file -> file.toString().endsWith(".sql"))
                    .sorted()
                    .toList();
        }
    }

    /** Feeds that are described but not connected yet count as well. */
    private static CatalogueSource connected() {
        SortedMap<String, String> texts =
                new TreeMap<>(CatalogueSource.embedded().texts());
        texts.replaceAll((path, text) -> text.replace("status: proposed", "status: active"));
        return new CatalogueSource(texts);
    }

    private static void record(Feed feed) {
        String columns = feed.job().map().stream()
                .flatMap(mapping ->
                        fields(feed.job().into()).filter(field -> field.name().equals(mapping.canonical())))
                .map(field -> value(field.type()) + " as \"" + field.name() + '"')
                .distinct()
                .collect(Collectors.joining(", "));
        town.record(feed.id(), "E1", "K-" + feed.id().name(), "2026-10-01 08:00:00", columns);
    }

    private static String value(LogicalType type) {
        return switch (type) {
            case STRING -> "'甲'";
            case DATE -> "date '2027-01-01'";
            case TIMESTAMP -> "timestamp '2026-01-01 00:00:00'";
            case NUMBER -> "12.5::decimal(24,6)";
            case INTEGER -> "7::bigint";
            case BOOLEAN -> "true";
        };
    }

    private static Stream<CanonicalField> fields(String entity) {
        return catalogue.entities().get(entity).fields().stream();
    }

    private static JsonNode document() {
        try (SnapshotLease lease = snapshots.lease()) {
            return JsonMapper.shared()
                    .readTree(lease.session()
                            .query("select body from document", row -> row.getString(1))
                            .get(0));
        }
    }

    private static List<String> analysts(String sql) {
        try (Session session = town.engine.openReadOnly(snapshot.analystFile())) {
            return session.query(sql, row -> row.getString(1));
        }
    }
}
