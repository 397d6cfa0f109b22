package io.hourshare.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page of features names tests that are there. */
class FeatureTableTest {

    private static final Pattern TEST = Pattern.compile("`(\\w+Test)\\.(\\w+)`");

    @Test
    void everyFeatureIsShownByTestsThatAreThere() throws IOException {
        TestSources tests = TestSources.read();
        String page = Files.readString(Path.of("docs", "features.md"));
        List<MatchResult> named = TEST.matcher(page).results().toList();

        assertThat(named)
                .hasSizeGreaterThan(50)
                .allSatisfy(test -> assertThat(tests.has(test.group(1), test.group(2)))
                        .as(test.group())
                        .isTrue());
        assertThat(page.lines().filter(line -> line.matches("\\| [CO]\\d+ .*")))
                .hasSize(26)
                .allMatch(line -> TEST.matcher(line).find());
    }
}
