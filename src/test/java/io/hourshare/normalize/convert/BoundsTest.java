package io.hourshare.normalize.convert;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.contract.Disposition;
import io.hourshare.contract.LogicalType;
import io.hourshare.contract.SourceField;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    private static SourceField field(String option, String bound, @Nullable String unit) {
        boolean number = bound.matches("-?[0-9]+");
        Object typed = option.equals("validValues") ? List.of(bound) : number ? new BigDecimal(bound) : bound;
        return new SourceField(
                "F", "字段", LogicalType.STRING, unit, false, 0, "internal", Disposition.KEEP, Map.of(option, typed));
    }
}
