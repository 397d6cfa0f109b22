package io.hourshare.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each mistake that docs/catalogue-mistakes.md shows, made on purpose, gives the message shown there. */
class CatalogueMistakesTest {

    private static final Pattern MISTAKE = Pattern.compile(
            "## (?<title>[^\n]+)\n\n`(?<file>[^`]+)`\n\n```(?<kind>diff|sh)\n(?<diff>.*?)```\n\n```text\n(?<message>.*?)```",
            Pattern.DOTALL);

    @TempDir
    Path folder;

    record Mistake(String title, String file, String kind, String diff, String message) {

        String sound() {
            return side('-');
        }

        String mistaken() {
            return side('+');
        }

        private String side(char sign) {
            return diff.lines()
                    .filter(line -> line.charAt(0) == sign || line.charAt(0) == ' ')
                    .map(line -> line.substring(1) + "\n")
                    .collect(Collectors.joining());
        }

        @Override
        public String toString() {
            return title;
        }
    }

    static Stream<Mistake> mistakes() throws IOException {
        Matcher matcher = MISTAKE.matcher(Files.readString(Path.of("docs/catalogue-mistakes.md")));
        List<Mistake> mistakes = new ArrayList<>();
        while (matcher.find()) {
            mistakes.add(new Mistake(
                    matcher.group("title"),
                    matcher.group("file"),
                    matcher.group("kind"),
                    matcher.group("diff"),
                    matcher.group("message")));
        }
        return mistakes.stream();
    }

    @Test
    void thereAreMoreThanSixtyOfThem() throws IOException {
        assertThat(mistakes()).hasSizeGreaterThan(60);
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    @Tag("F85")
    void aMistakeIsNamedWithItsPlaceItsCauseAndItsRemedy(Mistake mistake) {
        CatalogueFolder catalogue = made(CatalogueFolder.humanResources(folder), mistake);

        assertThat(String.join("\n", catalogue.problems(mistake.file())) + "\n").isEqualTo(mistake.message());
    }

    /** By a shell's commands, in a file of the example, or in a file of its own where nothing is taken away. */
    static CatalogueFolder made(CatalogueFolder catalogue, Mistake mistake) {
        if (mistake.kind().equals("sh")) {
            return catalogue.shell(mistake.diff());
        }
        return mistake.sound().isEmpty()
                ? catalogue.write(mistake.file(), mistake.mistaken())
                : catalogue.replace(mistake.file(), mistake.sound(), mistake.mistaken());
    }

    @Test
    void allMistakesOfAFeedAreReportedAtOnce() {
        CatalogueFolder catalogue = CatalogueFolder.humanResources(folder)
                .replace(CatalogueFolder.CONTRACT, "logicalType: integer", "logicalType: int")
                .replace(CatalogueFolder.JOB, "as: uscc", "as: usc")
                .replace(CatalogueFolder.ROUTE, "name: url", "name: address");

        assertThat(catalogue.read().problems())
                .filteredOn(problem -> problem.file().contains("human-resources"))
                .extracting(CatalogueProblem::code)
                .containsExactly("CONVERSION_UNKNOWN", "PARAMETER_MISSING", "PARAMETER_UNKNOWN", "VALUE_NOT_ALLOWED");
    }

    @Test
    @Tag("F85")
    void aBrokenFeedIsLeftOutAndTheOthersLoad() {
        CatalogueReading reading = CatalogueFolder.humanResources(folder)
                .replace(CatalogueFolder.JOB, "as: uscc", "as: usc")
                .read();

        assertThat(reading.sound()).isFalse();
        assertThat(reading.catalogue().feeds())
                .extracting(feed -> feed.id().toString())
                .contains("tax.registration")
                .doesNotContain("human-resources.insured-headcount");
    }

    @Test
    void aMergeLineThatNamesNoFeedIsReported() {
        CatalogueReading reading = CatalogueFolder.humanResources(folder)
                .write("jobs/merge/enterprise.yaml", """
                        entity: enterprise
                        order:
                          ent_name:
                            - market-regulation.registraton
                        """)
                .read();

        assertThat(reading.problems())
                .extracting(CatalogueProblem::toString)
                .anyMatch(line -> line.startsWith("jobs/merge/enterprise.yaml:4:7 FEED_UNKNOWN"
                        + " 没有数据源 'market-regulation.registraton'。 改为以下之一：market-regulation.registration、"));
    }

    @Test
    void aValidityRuleThatCouldNeverStrikeIsReported() {
        CatalogueReading reading = CatalogueFolder.humanResources(folder)
                .write("jobs/merge/enterprise.yaml", """
                        entity: enterprise
                        order: {}
                        validity:
                          - rule: ended
                            title: 登记已注销
                            when: { field: reg_status_code, in: [CANCELED] }
                          - rule: over
                            title: 已过期
                            when: { field: op_until, past: true }
                        """)
                .read();

        assertThat(reading.problems())
                .extracting(CatalogueProblem::toString)
                .anyMatch(line -> line.contains(":6:42 CODE_UNKNOWN") && line.contains("'CANCELED'。 改为以下之一：CANCELLED"))
                .anyMatch(line -> line.contains("ATTRIBUTE_UNKNOWN 没有规范字段 'op_until'。 改为以下之一：op_to"));
    }
}
