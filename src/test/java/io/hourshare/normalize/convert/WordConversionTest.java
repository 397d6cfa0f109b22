package io.hourshare.normalize.convert;

import static io.hourshare.normalize.convert.Converting.convert;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordConversionTest {

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            ' 平湖 测试(集团)有限公司　'~平湖测试（集团）有限公司
            平湖ＡＢＣ有限公司(盖章)~平湖ABC有限公司
            第一名称:甲有限公司 第二名称:乙有限公司~甲有限公司
            平湖甲有限公司、平湖乙有限公司~!SEVERAL_ENTERPRISES
            平湖甲有限公司/平湖乙厂~!SEVERAL_ENTERPRISES
            ABC Trading Co Ltd~ABC Trading Co Ltd
            甲\u200b公司~甲公司
            无~-
            N/A~-
            """)
    void names(String text, String expected) {
        assertThat(convert("name", text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            330482~330482
            330482001~330482
            平湖市~330482
            平湖~330482
            浙江平湖~330482
            浙江省嘉兴市平湖市~330482
            嘉兴市平湖~330482
            浙江省~330000
            320571~320576
            330299~330299!UNKNOWN_REGION
            990101~!UNKNOWN_REGION
            鼓楼区~!AMBIGUOUS_REGION
            火星~!UNKNOWN_REGION
            暂无~-
            """)
    void regions(String text, String expected) {
        assertThat(convert("region", text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            A0111~0111
            111~0111
            0111~0111
            2614~2614
            C~C
            稻谷种植~0111
            9999~9999!UNKNOWN_INDUSTRY
            Z~-
            """)
    void industries(String text, String expected) {
        assertThat(convert("industry", text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            156~156
            CNY~156
            人民币~156
            人民币元~156
            840~840
            美元~840
            usd~840
            港币~344
            金圆券~!UNKNOWN_CURRENCY
            """)
    void currencies(String text, String expected) {
        assertThat(convert("currency", text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            存续~ACTIVE
            存续（在营、开业、在册）~ACTIVE
            在业~ACTIVE
            开业~ACTIVE
            吊销，未注销~REVOKED
            注销~CANCELLED
            1~ACTIVE
            K~ACTIVE
            外星状态~UNKNOWN!UNKNOWN_CODE
            """)
    void registrationStates(String text, String expected) {
        assertThat(convert("code", text, "list", "registration-status", "otherwise", "UNKNOWN"))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            boolean~是~true
            boolean~Y~true
            boolean~1~true
            boolean~2~false
            boolean~否~false
            boolean~0~false
            boolean~无~false
            boolean~或许~!BAD_BOOLEAN
            boolean~-~-
            operation~I~U
            operation~u~U
            operation~d~D
            operation~3~D
            operation~2~U
            operation~删除~D
            operation~X~!UNKNOWN_OPERATION
            operation~' '~-
            phone~0573-85012345~0573-85012345
            phone~电话~!IDENTIFIER_FORM
            address~浙江省　平湖市１号~浙江省 平湖市1号
            person~张 三~张三
            """)
    void smallWords(String as, String text, String expected) {
        assertThat(convert(as, text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            a~A
            Ａ~A
            B级~B
            """)
    void creditRatings(String text, String expected) {
        assertThat(convert("code", text, "list", "tax-credit-ratings")).isEqualTo(expected);
    }
}
