package io.hourshare.normalize.convert;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.contract.Disposition;
import io.hourshare.contract.LogicalType;
import io.hourshare.contract.SourceField;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BoundsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            minimum|0|元|万元|-1.5|-1.500000|NUMBER_OUT_OF_RANGE
            minimum|0|元|万元|0|0.000000|-
            maximum|10000|元|万元|20000|2.000000|NUMBER_OUT_OF_RANGE
            maximum|10000|元|万元|10000|1.000000|-
            exclusiveMinimum|0|人|人|0|0|NUMBER_OUT_OF_RANGE
            exclusiveMaximum|100|人|人|100|100|NUMBER_OUT_OF_RANGE
            multipleOf|5|人|人|12|12|NUMBER_OUT_OF_RANGE
            maxLength|4|-|-|一二三四五|一二三四五|TOO_LONG
            maxLength|4|-|-|𠮷野家有|𠮷野家有|-
            minLength|2|-|-|一|一|TOO_SHORT
            pattern|A[0-9]+|-|-|B12|B12|PATTERN_MISMATCH
            pattern|A[0-9]+|-|-|A12|A12|-
            minimum|2000-01-01|-|-|1999-12-31|1999-12-31|DATE_OUT_OF_RANGE
            validValues|甲|-|-|乙|乙|VALUE_NOT_ALLOWED
            """)
    void aContractsBoundsHoldForTheTextAndTheConvertedValue(
            String option,
            String bound,
            @Nullable String unit,
            @Nullable String target,
            String text,
            String value,
            @Nullable String reason) {
        Bounds bounds = Bounds.of(field(option, bound, unit), target);

        Converted checked = bounds.check(text, Converted.value(value));

        assertThat(String.valueOf(checked.reason())).isEqualTo(String.valueOf(reason));
    }

    @ParameterizedTest
    @ValueSource(strings = {"minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum", "multipleOf"})
    void whatSurelyHoldsIsNeverRefusedByTheCloserLook(String limit) {
        Random random = new Random(limit.hashCode());
        int sure = 0;
        for (int i = 0; i < 20_000; i++) {
            String bound = Integer.toString(random.nextInt(40) - 5) + (random.nextInt(4) == 0 ? ".5" : "");
            String value = Integer.toString(random.nextInt(50)) + (random.nextBoolean() ? ".250000" : "");
            Bounds bounds = new Bounds(0, Integer.MAX_VALUE, null, List.of(), Map.of(limit, bound));
            if (bounds.surelyHold(bytes(value), bytes(value))) {
                assertThat(bounds.check(value, Converted.value(value)).reason())
                        .as(limit + " " + bound + ": " + value)
                        .isNull();
                sure++;
            }
        }
        assertThat(sure > 4_000).isEqualTo(!limit.equals("multipleOf"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static SourceField field(String option, String bound, @Nullable String unit) {
        boolean number = bound.matches("-?[0-9]+");
        Object typed = option.equals("validValues") ? List.of(bound) : number ? new BigDecimal(bound) : bound;
        return new SourceField(
                "F", "字段", LogicalType.STRING, unit, false, 0, "internal", Disposition.KEEP, Map.of(option, typed));
    }
}
