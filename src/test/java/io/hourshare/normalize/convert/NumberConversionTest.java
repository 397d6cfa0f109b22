package io.hourshare.normalize.convert;

import static io.hourshare.normalize.convert.Converting.convert;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberConversionTest {

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            1,000(万元)~1000.000000
            1,000（万元）~1000.000000
            50.000000~50.000000
            5000万~5000.000000
            5000万元~5000.000000
            0.5亿~5000.000000
            0.5亿元~5000.000000
            人民币伍佰万元整~500.000000
            人民币壹仟贰佰叁拾肆万伍仟陆佰元整~1234.560000
            一百万元~100.000000
            伍佰万圆~500.000000
            500万人民币~500.000000
            500 万元人民币~500.000000
            10000元~1.000000
            10000(人民币元)~1.000000
            -12.5~-12.500000
            (12.5)~-12.500000
            １２．５~12.500000
            ¥12.5~12.500000
            1000()~1000.000000
            1E3~1000.000000
            1000 (N/A)~1000.000000
            12.345.6~!BAD_NUMBER
            很多~!BAD_NUMBER
            10平方米~!UNKNOWN_UNIT
            1E20~!NUMBER_OUT_OF_RANGE
            企业选择不公示~-
            -~-
            无~-
            0~0.000000
            """)
    void amountsInTenThousandYuan(String text, String expected) {
        assertThat(convert("amount", "万元", "万元", text, Neighbours.NONE)).isEqualTo(expected);
    }

    @Test
    void aForeignCurrencyMustAgreeWithItsColumn() {
        Neighbours dollars = new Neighbours(Map.of(Neighbours.CURRENCY, "840"));

        assertThat(convert("amount", "万元", "万元", "500万美元", dollars)).isEqualTo("500.000000");
        assertThat(convert("amount", "万元", "万元", "500(万美元)", Neighbours.NONE)).isEqualTo("500.000000!FOREIGN_CURRENCY");
        assertThat(convert("amount", "万元", "万元", "500万人民币", dollars)).isEqualTo("500.000000!CURRENCY_CONFLICT");
    }

    @Test
    void theUnitStandsInTheNeighbouringFieldTheHeadingOrTheContract() {
        assertThat(convert("amount", "元", "万元", "25000", Neighbours.NONE)).isEqualTo("2.500000");
        assertThat(convert("amount", "元", "万元", "2", new Neighbours(Map.of(Neighbours.UNIT, "亿元"))))
                .isEqualTo("20000.000000");
        assertThat(convert("amount", "元", "万元", "2万元", new Neighbours(Map.of(Neighbours.UNIT, "亿元"))))
                .isEqualTo("2.000000");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            area~亩~公顷~15~1.000000
            area~平方米~平方米~1.5公顷~15000.000000
            area~平方米~平方米~1亩~666.666667
            area~平方米~亩~10000㎡~15.000000
            amount~万元/亩~万元/公顷~300~4500.000000
            decimal~万千瓦时~千瓦时~1.2~12000.000000
            decimal~千瓦时~千瓦时~1,200.50~1200.500000
            decimal~分~分~95.5分~95.500000
            """)
    void measuresConvertWithinTheirKind(String as, String bare, String target, String text, String expected) {
        assertThat(convert(as, bare, target, text, Neighbours.NONE)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            1,234~1234
            12.0~12
            120人~120
            1.2万人~12000
            12.5~!NOT_WHOLE
            约50~!BAD_NUMBER
            企业选择不公示~-
            """)
    void counts(String text, String expected) {
        assertThat(convert("integer", "人", "人", text, Neighbours.NONE)).isEqualTo(expected);
    }
}
