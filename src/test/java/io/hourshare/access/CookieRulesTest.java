package io.hourshare.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.env.MockEnvironment;

class CookieRulesTest {

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, '',    false",
        "0.0.0.0,   '',    true",
        "10.1.2.3,  '',    true",
        "'',        '',    true",
        "10.1.2.3,  false, false",
        "127.0.0.1, true,  true"
    })
    void sendsCookiesOverTlsOnlyWhereOthersCanListen(String address, String said, boolean secure) {
        MockEnvironment environment = new MockEnvironment();
        if (!address.isEmpty()) {
            environment.setProperty("server.address", address);
        }
        if (!said.isEmpty()) {
            environment.setProperty("server.servlet.session.cookie.secure", said);
        }

        assertThat(new CookieRules(environment).secure()).isEqualTo(secure);
    }
}
