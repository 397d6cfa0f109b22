package io.hourshare.merge;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.engine.Engine;
import io.hourshare.engine.EngineSettings;
import io.hourshare.engine.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Models of resolution, merge and contradictions keep to what DuckDB and Spark understand alike, judged by their syntax
 * tree. What stays different is told to Spark once: double quotes for names, and our own functions by their names.
 */
class SharedSqlTest {

    /** Of one name, one order of arguments and one meaning in both. */
    private static final Set<String> SHARED = words("""
            !~~ % * + - / || ~~ abs chr concat_ws count count_star date_part floor greatest lead least
            length levenshtein log2 max md5 min nullif power row_number split_part substr sum translate upper
            """);

    /** What {@code interval 1 month} is in DuckDB's tree. */
    private static final Set<String> INTERVAL = Set.of("to_months", "trunc");

    /** Rules in Java, registered with either engine; the last is get_json_object there. */
    private static final Set<String> OURS = words("""
            address_form comparable content_number differ enterprise_id name_evidence name_form name_keys
            number_claims number_repairs person_form region_form json_extract_string
            """);

    /** Lambdas, subscripts and structs are written differently, {@code qualify} and {@code unnest} exist in one alone. */
    private static final Set<String> FOREIGN = Set.of(
            "LAMBDA", "ARRAY_EXTRACT", "ARRAY_SLICE", "STRUCT_EXTRACT", "OPERATOR_UNPACK", "POSITIONAL_REFERENCE");

    private static Session session;

    @BeforeAll
    static void open(@TempDir Path spill) {
        session = new Engine(new EngineSettings("256MB", 1), spill).open();
    }

    @AfterAll
    static void close() {
        session.close();
    }

    @ParameterizedTest
    @MethodSource("models")
    void aModelIsInsideWhatBothEnginesShare(Path model) throws IOException {
        assertThat(foreign(Files.readString(model))).isEmpty();
    }

    @Test
    void whatOneOfThemAloneUnderstandsIsNamed() {
        assertThat(foreign("select list_transform(a, lambda x: x + 1), b[1] from t"))
                .contains("function list_transform", "LAMBDA", "ARRAY_EXTRACT");
        assertThat(foreign("select a from t qualify row_number() over (order by a) = 1"))
                .containsExactly("qualify");
        assertThat(foreign("select string_agg(a, ',' order by b), ltrim(a, 'x') from t"))
                .contains("order within string_agg", "function ltrim");
        assertThat(foreign("select * exclude (a) from t")).containsExactly("star with a list");
        assertThat(foreign("select distinct on (a) a, b from t")).containsExactly("distinct on");
        assertThat(foreign("select count(*) filter (where a) from t")).containsExactly("filter");
    }

    static List<Path> models() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("jobs"))) {
            return files.filter(file -> file.toString().endsWith(".sql"))
                    .filter(file -> !file.startsWith(Path.of("jobs", "publish")))
                    .sorted()
                    .toList();
        }
    }

    private static Set<String> foreign(String sql) {
        Set<String> found = new TreeSet<>();
        collect(parse(sql), found);
        return found;
    }

    private static void collect(JsonNode node, Set<String> found) {
        String function = node.path("function_name").asString("");
        boolean known = SHARED.contains(function) || INTERVAL.contains(function) || OURS.contains(function);
        if (!function.isEmpty() && !known) {
            found.add("function " + function);
        }
        if (!node.at("/order_bys/orders").isEmpty()) {
            found.add("order within " + function);
        }
        if (node.has("function_name") && node.path("filter").isObject()) {
            found.add("filter");
        }
        if (node.path("qualify").isObject()) {
            found.add("qualify");
        }
        if (!node.path("exclude_list").isEmpty() || !node.path("replace_list").isEmpty()) {
            found.add("star with a list");
        }
        if (!node.path("distinct_on_targets").isEmpty()) {
            found.add("distinct on");
        }
        Stream.of("class", "type")
                .map(member -> node.path(member).asString(""))
                .filter(FOREIGN::contains)
                .forEach(found::add);
        node.values().forEach(child -> collect(child, found));
    }

    private static Set<String> words(String text) {
        return Set.of(text.strip().split("\\s+"));
    }

    private static JsonNode parse(String sql) {
        return JsonMapper.shared()
                .readTree(session.query("select json_serialize_sql(?)", row -> row.getString(1), sql)
                        .get(0));
    }
}
