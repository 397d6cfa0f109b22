package io.hourshare.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.lang.reflect.AnnotatedElement;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/**
 * The page of faults, generated from the tests' tags ({@code @Tag("F23")}). {@code -Dfault-matrix.write=true} writes it;
 * the test holds it to the tests that are there, so that it never claims one that is not.
 */
class FaultMatrixTest {

    private static final Path PAGE = Path.of("docs/fault-matrix.md");
    private static final Path FAMILIES = Path.of("src/test/resources/fault-families.tsv");

    @Test
    void thePageNamesEveryFamilyAndNoTestThatIsNotThere() throws IOException {
        Map<String, Set<String>> tests = tests();
        List<String[]> families = Files.readAllLines(FAMILIES).stream()
                .map(line -> line.split("\t"))
                .toList();
        assertThat(families).hasSize(57).allSatisfy(family -> assertThat(family).hasSize(3));
        assertThat(families).extracting(family -> family[0]).containsAll(tests.keySet());
        if (Boolean.getBoolean("fault-matrix.write")) {
            Files.writeString(PAGE, page(families, tests));
        }
        List<String> lines = Files.readAllLines(PAGE);
        for (String[] family : families) {
            String line = lines.stream()
                    .filter(one -> one.startsWith("| " + family[0] + " |"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(family[0] + " is not on the page"));
            assertThat(claimed(line))
                    .as("%s; write the page anew with -Dtest=FaultMatrixTest -Dfault-matrix.write=true", family[0])
                    .isSubsetOf(tests.getOrDefault(family[0], Set.of()));
        }
    }

    private static String page(List<String[]> families, Map<String, Set<String>> tests) {
        StringBuilder page = new StringBuilder("""
                # Faults: what was tried, and what people see

                Generated from the tests' tags by `mvn test -Dtest=FaultMatrixTest -Dfault-matrix.write=true`; not edited
                by hand. A family without a test says so. Tests marked ° run with `-Pcrash` alone.

                | family | fault | tests | what people see |
                |-|-|-|-|
                """);
        long tested = 0;
        for (String[] family : families) {
            Set<String> own = tests.getOrDefault(family[0], Set.of());
            tested += own.isEmpty() ? 0 : 1;
            page.append("| ")
                    .append(family[0])
                    .append(" | ")
                    .append(family[1])
                    .append(" | ")
                    .append(own.isEmpty() ? "not tested" : String.join("<br>", own))
                    .append(" | ")
                    .append(family[2])
                    .append(" |\n");
        }
        return page.append("\n")
                .append(tested)
                .append(" of ")
                .append(families.size())
                .append(" families have tests.\n")
                .toString();
    }

    private static Set<String> claimed(String line) {
        String cell = line.split("\\|")[3].strip();
        return cell.equals("not tested") ? Set.of() : new TreeSet<>(Arrays.asList(cell.split("<br>")));
    }

    private static Map<String, Set<String>> tests() {
        Map<String, Set<String>> tests = new TreeMap<>();
        for (JavaClass type : new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
                .importPackages("io.hourshare")) {
            if (type.getSimpleName().endsWith("Test")) {
                Class<?> reflected = type.reflect();
                List<String> ofType = tags(reflected);
                type.getMethods().stream()
                        .filter(FaultMatrixTest::isTest)
                        .forEach(method -> add(tests, type, method, ofType));
            }
        }
        return tests;
    }

    private static void add(Map<String, Set<String>> tests, JavaClass type, JavaMethod method, List<String> ofType) {
        List<String> own = tags(method.reflect());
        List<String> all = new ArrayList<>(own.stream().anyMatch(FaultMatrixTest::isFamily) ? own : ofType);
        String mark = Stream.concat(own.stream(), ofType.stream()).anyMatch("crash"::equals) ? "°" : "";
        all.stream()
                .filter(FaultMatrixTest::isFamily)
                .forEach(family -> tests.computeIfAbsent(family, absent -> new TreeSet<>())
                        .add(type.getSimpleName() + ": " + sentence(method.getName()) + mark));
    }

    private static boolean isTest(JavaMethod method) {
        return method.isAnnotatedWith(Test.class) || method.isAnnotatedWith(ParameterizedTest.class);
    }

    private static boolean isFamily(String tag) {
        return tag.matches("F\\d\\d");
    }

    private static List<String> tags(AnnotatedElement element) {
        return Arrays.stream(element.getAnnotationsByType(Tag.class))
                .map(Tag::value)
                .toList();
    }

    /** The method's name as the sentence that it is. */
    private static String sentence(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", " ")
                .toLowerCase(java.util.Locale.ROOT);
    }
}
