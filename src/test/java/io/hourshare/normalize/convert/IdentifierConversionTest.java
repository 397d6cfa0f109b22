package io.hourshare.normalize.convert;

import static io.hourshare.normalize.convert.Converting.convert;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentifierConversionTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            91110000600037341L, 91110000600037341L
            91340602MA2UJY3J9W, 91340602MA2UJY3J9W
            121200004013590816, 121200004013590816
            91620105L015101280, 91620105L015101280
            91330203674737244w, 91330203674737244W
            '９１１１００００６０００３７３４１Ｌ　', 91110000600037341L
            '91110000-6000 37341L', 91110000600037341L
            '''91110000600037341L', 91110000600037341L
            121200004013590816.0, 121200004013590816
            91350211M00013FA1N, !USCC_CHECK
            91110000600037341N, !USCC_CHECK
            911100006000373411, !USCC_CHECK
            91110000600073341L, !USCC_CHECK
            91110O00600037341L, !USCC_CHARACTER
            9111000060003IOZSV, !USCC_CHARACTER
            12345, !USCC_LENGTH
            91220521664295839, !USCC_LENGTH
            000000000000000000, !USCC_FILLER
            913302******307724, !MASKED_VALUE
            91510823MA6CJ9UAxx, !MASKED_VALUE
            9137068716530044xP, !MASKED_VALUE
            91440101x18407888T, !MASKED_VALUE
            9.13305E+17, !PRECISION_LOST
            330102199003074255, !PERSONAL_NUMBER
            11010519491231002x, !PERSONAL_NUMBER
            91450122592788029K, 91450122592788029K!ORG_CODE_CHECK
            \\N, -
            '  ', -
            无, -
            0, -
            """)
    void unifiedCodes(String text, String expected) {
        assertThat(convert("uscc", text)).isEqualTo(expected);
    }

    /** One identity number in 31 passes the check of unified codes; it must not enter as an enterprise's. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            uscc, 330482196001101007, !PERSONAL_NUMBER
            org-code, 330482196001101007, !PERSONAL_NUMBER
            """)
    void aPersonsNumberThatPassesBothChecksStaysPersonal(String rule, String text, String expected) {
        assertThat(convert(rule, text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            60003734-1, 600037341
            MA2UJY3J9, MA2UJY3J9
            ma2ujy3j-9, MA2UJY3J9
            600037342, !ORG_CODE_CHECK
            91110000600037341L, 600037341
            12345678, !ORG_CODE_FORM
            暂无, -
            """)
    void organisationCodes(String text, String expected) {
        assertThat(convert("org-code", text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            320404000009558, 320404000009558
            110108000000016, 110108000000016
            440301103097413, 440301103097413
            320404000009559, !REG_NO_CHECK
            3212831108014, 3212831108014
            企合苏锡总字第0001号, 企合苏锡总字第0001号
            320506NA000043X, 320506NA000043X
            13830295-X, 13830295-X
            330102199003074255, !PERSONAL_NUMBER
            N/A, -
            """)
    void registrationNumbers(String text, String expected) {
        assertThat(convert("reg-no", text)).isEqualTo(expected);
    }

    @Test
    void taxpayerNumbersOfPersonsBecomeTokens() {
        String token = convert("taxpayer-id", "330102199003074255");

        assertThat(token).startsWith("T-").endsWith("!PERSONAL_NUMBER").doesNotContain("19900307");
        assertThat(convert("taxpayer-id", "33010219900307425500")).startsWith("T-");
        assertThat(convert("taxpayer-id", "３３０１０２１９９００３０７４２５５")).isEqualTo(token);
        assertThat(convert("taxpayer-id", "330102199003074255", "drop-when", "natural-person"))
                .isEqualTo("!NATURAL_PERSON");
    }

    /** Region, passport or pass, serial: as tax registers persons without an identity card. */
    @Test
    void passportsBehindARegionAreAPersonsToo() {
        for (String number : new String[] {"330482E1234567800", "330482H1234567801", "330482EA123456700"}) {
            assertThat(convert("taxpayer-id", number))
                    .as(number)
                    .startsWith("T-")
                    .endsWith("!PERSONAL_NUMBER");
            assertThat(convert("taxpayer-id", number, "drop-when", "natural-person"))
                    .isEqualTo("!NATURAL_PERSON");
            assertThat(convert("uscc", number)).isEqualTo("!PERSONAL_NUMBER");
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            91110000600037341L, 91110000600037341L
            110000600037341, 110000600037341
            91110000600037341N, !USCC_CHECK
            1101086000373411L, 1101086000373411L
            1234, !TAXPAYER_ID_FORM
            1.10108600037341E+14, !PRECISION_LOST
            """)
    void taxpayerNumbers(String text, String expected) {
        assertThat(convert("taxpayer-id", text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            realty-unit-no, 330482 001002 GB00012 F00010001, 330482001002GB00012F00010001
            realty-unit-no, 330482001002GB00012W00000000, 330482001002GB00012W00000000
            realty-unit-no, 3304820010020012, 3304820010020012!IDENTIFIER_FORM
            parcel-code, 330482001002GB00012, 330482001002GB00012
            parcel-code, 330482001002GB00012F00010001, 330482001002GB00012
            parcel-code, 12-3-45, 12-3-45!IDENTIFIER_FORM
            project-code, 2406-330482-04-02-123456, 2406-330482-04-02-123456
            project-code, 20205202032603012345, 2020-520203-26-03-012345
            permit-no, 330482202403150101, 330482202403150101
            permit-no, [2016]施建字0123号, [2016]施建字0123号!IDENTIFIER_FORM
            """)
    void certificates(String as, String text, String expected) {
        assertThat(convert(as, text)).isEqualTo(expected);
    }
}
