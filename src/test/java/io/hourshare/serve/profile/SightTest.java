package io.hourshare.serve.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.access.Caller;
import io.hourshare.access.Role;
import io.hourshare.serve.Sight;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

class SightTest {

    @AfterEach
    void leave() {
        SecurityContextHolder.clearContext();
    }

    @ParameterizedTest
    @CsvSource({
        "CLERK,         '',   MASKED",
        "CLERK,         办事, MASKED",
        "OPERATOR,      '',   NOTHING",
        "OPERATOR,      办事, NOTHING",
        "STEWARD,       '',   MASKED",
        "STEWARD,       办事, WHOLE",
        "ANALYST,       办事, NOTHING",
        "AUDITOR,       办事, NOTHING",
        "ADMINISTRATOR, '',   MASKED",
        "ADMINISTRATOR, 办事, WHOLE",
    })
    void dependsOnRoleAndPurpose(Role role, String purpose, Sight sight) {
        SecurityContextHolder.getContext()
                .setAuthentication(
                        UsernamePasswordAuthenticationToken.authenticated(new Caller("某人", role), null, List.of()));

        assertThat(Sight.ofCurrent(purpose)).isEqualTo(sight);
    }

    @ParameterizedTest
    @CsvSource({"13812345678, 138******78", "陆建国, 陆**", "陆某, 陆**", "ab, a**", "𠮷田, 𠮷**"})
    void keepsEnoughToRecogniseAndNoMore(String value, String masked) {
        assertThat(Sight.masked(value)).isEqualTo(masked);
    }

    @Test
    void showsNothingOfNumbersAndFlags() {
        assertThat(Sight.masked(new BigDecimal("12.5"))).isNull();
        assertThat(Sight.masked(true)).isNull();
    }

    @Test
    void leavesOpenFieldsAsTheyAre() {
        for (Sight sight : Sight.values()) {
            assertThat(field(false).seen(sight).value()).isEqualTo("13812345678");
        }
        assertThat(field(true).seen(Sight.NOTHING).value()).isNull();
        assertThat(field(true).seen(Sight.MASKED).value()).isEqualTo("138******78");
        assertThat(field(true).seen(Sight.MASKED).withheld()).isTrue();
        assertThat(field(true).seen(Sight.WHOLE).withheld()).isFalse();
    }

    private static ProfileField field(boolean restricted) {
        return new ProfileField(
                "contact_phone",
                "13812345678",
                "联系电话",
                null,
                null,
                null,
                null,
                null,
                Map.of(),
                null,
                restricted,
                false);
    }
}
