package io.hourshare.normalize.convert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** What departments write, from the standards and from the habits of real exports: one row a spelling. */
class DomainConversionTest {

    @ParameterizedTest(name = "{0} {1} “{2}”")
    @CsvFileSource(
            resources = "domain.tsv",
            delimiter = '\t',
            quoteCharacter = '\0',
            ignoreLeadingAndTrailingWhitespace = false)
    void everySpellingBecomesItsValueOrItsOwnReason(String as, String options, String input, String expected) {
        Map<String, String> set = new HashMap<>();
        for (String option : (options == null ? "" : options).split(";")) {
            if (!option.isEmpty()) {
                set.put(option.substring(0, option.indexOf('=')), option.substring(option.indexOf('=') + 1));
            }
        }
        String target = set.remove("unit");
        String bare = set.getOrDefault("from", target == null ? "" : target);
        set.remove("from");
        String currency = set.remove("currency");
        Neighbours neighbours =
                currency == null ? Neighbours.NONE : new Neighbours(Map.of(Neighbours.CURRENCY, currency));
        String[] pairs = set.entrySet().stream()
                .flatMap(option -> java.util.stream.Stream.of(option.getKey(), option.getValue()))
                .toArray(String[]::new);

        assertThat(Converting.convert(as, bare.isEmpty() ? null : bare, target, input, neighbours, pairs))
                .isEqualTo(expected);
    }
}
