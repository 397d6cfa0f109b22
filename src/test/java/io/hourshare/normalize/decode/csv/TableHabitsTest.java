package io.hourshare.normalize.decode.csv;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.contract.SourceFormat;
import io.hourshare.normalize.decode.Decoding;
import java.nio.charset.Charset;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Habits of people who write tables, as text files carry them. */
class TableHabitsTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {",", "\t", ";", "|"})
    void aTitleAboveTheHeaderHidesNoDelimiter(String delimiter) {
        String text = "企业名单（2026年）\n代码,名称,日期\n007,甲有限公司,2026-01-01\n".replace(",", delimiter);

        assertThat(Decoding.of(folder, SourceFormat.CSV).rows(text.getBytes(Charset.forName("GB18030"))))
                .containsExactly("-|007|甲有限公司");
    }

    @Test
    void theHeaderIsTakenWhereTheJobSaysItStands() {
        String text = "代码,名称,日期\n旧,旧名单,\n代码,名称,日期\nA1,甲,2026-01-01\n";

        assertThat(Decoding.of(folder, SourceFormat.CSV, "header", "3").rows(text))
                .containsExactly("-|A1|甲");
    }

    @Test
    void oneCellWithTwoEnterprisesBecomesTwoRowsOnlyWhereTheJobSaysSo() {
        String text = "代码,名称,日期\n\"A1、A2\",甲有限公司、乙有限公司,2026-01-01\nA3,丙有限公司和丁有限公司,\nA4,戊有限公司,\n";

        assertThat(Decoding.of(folder, SourceFormat.CSV, "split", "name,code").rows(text))
                .containsExactly(
                        "-|A1|\u0004甲有限公司", "-|A2|\u0004乙有限公司", "-|-|\u0004丙有限公司", "-|-|\u0004丁有限公司", "-|A4|戊有限公司");
        assertThat(Decoding.of(folder, SourceFormat.CSV).rows(text)).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"、", "，", ",", "；", ";", "/", " / ", "\\n", "和"})
    void coOwnersInOneNameAreParted(String between) {
        String text = "[{\"code\":\"A1\",\"list\":[{\"name\":\"甲有限公司" + between + "乙有限公司\"},{\"name\":\"丙厂\"}]}]";

        assertThat(Decoding.of(folder, SourceFormat.JSON, "records", "", "explode", "list", "split", "name")
                        .select(
                                text.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                                "ltrim(name, chr(4)) || _index"))
                .containsExactly("甲有限公司1", "乙有限公司1001", "丙厂2");
    }

    @Test
    void aPersonWhoOwnsWithACompanyIsPartedFromIt() {
        String text = "代码,名称,日期\nA1;A2,甲有限公司、张三,\nA3;A4,\"李四,乙有限公司\",\nA5,\"春雨、大地机械有限公司\",\n";

        assertThat(Decoding.of(folder, SourceFormat.CSV, "split", "name,code").rows(text))
                .containsExactly(
                        "-|A1|\u0004甲有限公司", "-|A2|\u0004张三", "-|A3|\u0004李四", "-|A4|\u0004乙有限公司", "-|A5|春雨、大地机械有限公司");
    }

    @Test
    void partsKeepThePositionOfTheirRecordAndTheirPlaceInIt() {
        String text = "{\"code\":\"A1\",\"name\":\"甲有限公司；乙有限公司\"}\n";

        assertThat(Decoding.of(folder, SourceFormat.ROWS, "split", "name")
                        .select(
                                text.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                                "_offset || '+' || _length || '#' || _index"))
                .containsExactly("0+56#1", "0+56#2");
    }
}
