package io.hourshare.contract.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.contract.CatalogueProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlParserTest {

    private final Problems problems = new Problems();

    @ParameterizedTest
    @ValueSource(strings = {"Y", "no", "ON", "0123", "12e3", "2026-11-22", "1_000"})
    void wordsThatOtherReadersTakeForTruthsOrNumbersStayWords(String word) {
        assertThat(parse("key: " + word).get("key").value().isString()).isTrue();
    }

    @Test
    void numbersAndTruthsAreWhatTheyLookLike() {
        YamlNode root = parse("a: 12\nb: 0.2\nc: true\nd: \"12\"");

        assertThat(root.get("a").integer(0)).isEqualTo(12);
        assertThat(root.get("b").number(0)).isEqualTo(0.2);
        assertThat(root.get("c").flag(false)).isTrue();
        assertThat(root.get("d").value().isString()).isTrue();
    }

    @Test
    void everyValueKnowsItsPlace() {
        YamlNode root = parse("map:\n  uscc: { from: [A, B], as: uscc }\n");

        assertThat(root.get("map").get("uscc").get("from").items().get(1).place())
                .isEqualTo(new Place(2, 21));
        assertThat(root.get("map").get("uscc").key()).isEqualTo(new Place(2, 3));
        assertThat(root.get("map").get("absent").place()).isEqualTo(new Place(2, 3));
    }

    @Test
    void aBombOfReferencesIsRefused() {
        String bomb = "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n";

        assertThat(YamlParser.parse("jobs/x/y.yaml", bomb, problems)).isEmpty();
        assertThat(problems.list()).extracting(CatalogueProblem::code).containsExactly("YAML_SYNTAX");
    }

    private YamlNode parse(String text) {
        return YamlParser.parse("jobs/x/y.yaml", text, problems).orElseThrow().root();
    }
}
