package io.hourshare.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LiteralFirstMappingTest {

    @ParameterizedTest
    @CsvSource({
        "/api/v1/enterprises/{id}, /api/v1/enterprises",
        "/api/v1/enterprises/{id}/fields/{field}, /api/v1/enterprises",
        "/files/**, /files",
        "/files/{*rest}, /files",
        "/login, /login",
        "/page-?, /page-",
        "/, ''",
        "/{anything}, ''",
        "'', ''"
    })
    void whatEveryPathOfAPatternBeginsWith(String pattern, String beginning) {
        assertThat(LiteralFirstMapping.beginning(pattern)).isEqualTo(beginning);
    }
}
