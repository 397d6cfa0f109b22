package io.hourshare.normalize.fault;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MaskingTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "330102199003074255",
                "身份证：11010519491231002X。",
                "11010519491231002x",
                "３３０１０２１９９００３０７４２５５",
                "330102 19900307 4255",
                "330102-1990-0307-4255",
                "130503670401001",
                "33010219900307425500",
                "电话13805731234",
                "138-0573-1234",
                "138 0573 1234",
                "6222021234567890123"
            })
    void personalNumbersAreStarredHoweverTheyAreWritten(String text) {
        assertThat(Masking.excerpt(text))
                .contains("*****")
                .doesNotContainPattern("[0-9０-９][ -]?[0-9０-９][ -]?[0-9０-９][ -]?[0-9０-９]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"91110000600037341L", "121200004013590816", "2024-03-05 10:11:12", "0573-85012345"})
    void codesAndTimesStayReadable(String text) {
        assertThat(Masking.excerpt(text)).isEqualTo(text);
    }
}
