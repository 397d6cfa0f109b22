package io.hourshare.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page of conversions and dirt names tests and spellings that are there, for every clause. */
class ConversionTableTest {

    private static final Pattern SHOWN = Pattern.compile("`([^`]+)`");
    private static final Pattern TEST = Pattern.compile("(\\w+Test)\\.(\\w+)");

    @Test
    void everyClauseIsShownByATestOrASpellingThatIsThere() throws IOException {
        Set<String> spellings = spellings();
        TestSources tests = TestSources.read();
        List<String> clauses = Files.readAllLines(Path.of("docs", "conversions.md")).stream()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| 条 "))
                .toList();

        assertThat(clauses).hasSizeGreaterThan(70).allSatisfy(clause -> {
            List<String> shown = new ArrayList<>();
            String proof = clause.substring(clause.indexOf(" | ", 2));
            for (MatchResult one : SHOWN.matcher(proof).results().toList()) {
                shown.add(one.group(1));
            }
            assertThat(shown).as(clause).isNotEmpty().allSatisfy(one -> {
                Matcher test = TEST.matcher(one);
                if (test.matches()) {
                    assertThat(tests.has(test.group(1), test.group(2))).as(one).isTrue();
                } else {
                    assertThat(spellings).as(clause).contains(one);
                }
            });
        });
    }

    /** As the page writes them. */
    private static Set<String> spellings() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/io/hourshare/normalize/convert/domain.tsv")).stream()
                .map(line -> line.split("\t", -1))
                .filter(parts -> parts.length == 4)
                .map(parts ->
                        parts[0] + (parts[1].isEmpty() ? "" : "(" + parts[1] + ")") + " " + parts[2] + " → " + parts[3])
                .collect(Collectors.toSet());
    }
}
