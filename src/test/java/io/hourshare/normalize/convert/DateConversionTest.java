package io.hourshare.normalize.convert;

import static io.hourshare.normalize.convert.Converting.convert;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateConversionTest {

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            2024年3月5日~2024-03-05
            2024 年 3 月 5 日~2024-03-05
            2024年3月~2024-03-01
            20240305~2024-03-05
            2024-3-5~2024-03-05
            2024/3/5 0:00:00~2024-03-05
            2024.03.05~2024-03-05
            ２０２４－０３－０５~2024-03-05
            2024-03-05T10:11:12.123+08:00~2024-03-05
            2024-03-04T17:00:00Z~2024-03-05
            2024-03-05 00:00:00.0~2024-03-05
            20240305101112~2024-03-05
            45356~2024-03-05
            45356.5~2024-03-05
            1709568000000~2024-03-05
            1,709,568,000,000~2024-03-05
            民国113年3月5日~2024-03-05
            二〇二四年三月五日~2024-03-05
            二○二四年十二月三十一日~2024-12-31
            05-3月 -24~2024-03-05
            2024-02-30~!BAD_DATE
            2024-13-01~!BAD_DATE
            昨天~!BAD_DATE
            24/3/5~!AMBIGUOUS_DATE
            1700-01-01~!DATE_OUT_OF_RANGE
            1900-1-1~-
            9999-9-9~-
            99991231~-
            2099-12-31~-
            0000-00-00~-
            0000-00-00 00:00:00~-
            长期~-
            永续经营~-
            无固定期限~-
            \\N~-
            0~-
            """)
    @Tag("F28")
    void dates(String text, String expected) {
        assertThat(convert("date", text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            2026-11-22 11:30:00~2026-11-22 03:30:00.000000
            2026-11-22 11:30:00.123456~2026-11-22 03:30:00.123456
            2026/11/22 11:30~2026-11-22 03:30:00.000000
            2026-11-22T11:30:00+08:00~2026-11-22 03:30:00.000000
            2026-11-22T03:30:00Z~2026-11-22 03:30:00.000000
            2026-11-22T03:30:00+0000~2026-11-22 03:30:00.000000
            20261122113000~2026-11-22 03:30:00.000000
            1795318200000~2026-11-22 03:30:00.000000
            2026-11-22~2026-11-21 16:00:00.000000
            2026年11月22日 11时30分05秒~2026-11-22 03:30:05.000000
            1988-07-01 12:00:00~1988-07-01 03:00:00.000000
            2026-11-22 24:00:00~2026-11-22 16:00:00.000000
            2026-11-22 25:00:00~!BAD_DATE
            """)
    @Tag("F28")
    void timestampsAreChineseTimeUnlessTheySayOtherwise(String text, String expected) {
        assertThat(convert("timestamp", text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            month~202403~2024-03
            month~2024-03~2024-03
            month~2024年3月~2024-03
            month~2024年3月份~2024-03
            month~2024-03-01~2024-03
            month~1–3月~!CUMULATIVE_PERIOD
            month~2024年1-3月~!CUMULATIVE_PERIOD
            month~202401-202403~!CUMULATIVE_PERIOD
            month~202413~!BAD_DATE
            year~2024~2024
            year~2024年度~2024
            year~2024.0~2024
            year~二〇二四年~2024
            year~明年~!BAD_DATE
            """)
    void monthsAndYears(String as, String text, String expected) {
        assertThat(convert(as, text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            2024-03~2024-03-31
            20240331~2024-03-31
            """)
    void endsOfPeriodsMeanTheMonthsLastDay(String text, String expected) {
        assertThat(convert("date", text, "day", "last")).isEqualTo(expected);
    }
}
