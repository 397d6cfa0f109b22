package io.hourshare.normalize.convert;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.contract.LogicalType;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldRuleTest {

    /** Sheets fill it from the line above; anywhere else nobody knows which line was meant. */
    @ParameterizedTest
    @ValueSource(strings = {"同上", "〃", " 同上 "})
    void asAboveIsAskedBackWhereNoLineIsAbove(String text) {
        assertThat(name(true).apply(new String[] {text}))
                .contains("\"reason\":\"DITTO\"")
                .startsWith(FieldRule.BLOCK + "{");
        assertThat(name(false).apply(new String[] {text}))
                .contains("\"reason\":\"DITTO\"")
                .startsWith(FieldRule.NOTE + "{");
    }

    private static FieldRule name(boolean required) {
        MappedField field = new MappedField(
                "ent_name", LogicalType.STRING, List.of("ENTNAME"), new TreeMap<>(), required, false, false, false);
        return new FieldRule(field, (text, neighbours) -> Converted.value(text), List.of(Bounds.NONE));
    }
}
