package io.hourshare.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

class LoginTest {

    private final Hands clock = new Hands();
    private final Login login = new Login(
            List.of(new BuiltInUser("张窗口", Role.CLERK, new BCryptPasswordEncoder(4).encode("right password"))),
            new ApiKeys(List.of(ApiKey.of("operator", Role.OPERATOR, "the key"))),
            new LoginAttempts(clock));

    @Test
    void knowsAUserByPassword() {
        assertThat(login.authenticate(attempt("张窗口", "right password")).getPrincipal())
                .isEqualTo(new Caller("张窗口", Role.CLERK));
    }

    @Test
    void knowsAKeyWhereTheNameIsEmpty() {
        assertThat(login.authenticate(attempt("", " the key ")).getPrincipal())
                .isEqualTo(new Caller("operator", Role.OPERATOR));
    }

    @Test
    void saysTheSameToAWrongPasswordAndAnUnknownName() {
        assertThatThrownBy(() -> login.authenticate(attempt("张窗口", "wrong")))
                .isInstanceOf(BadCredentialsException.class)
                .hasMessage("wrong");
        assertThatThrownBy(() -> login.authenticate(attempt("nobody", "wrong")))
                .isInstanceOf(BadCredentialsException.class)
                .hasMessage("wrong");
    }

    @Test
    void locksAfterFiveFailuresAndOpensAgainAfterAWhile() {
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> login.authenticate(attempt("张窗口", "wrong")))
                    .isInstanceOf(BadCredentialsException.class);
        }
        assertThatThrownBy(() -> login.authenticate(attempt("张窗口", "right password")))
                .isInstanceOf(LockedException.class);

        clock.now = clock.now.plus(Duration.ofMinutes(2));
        assertThat(login.authenticate(attempt("张窗口", "right password")).getPrincipal())
                .isEqualTo(new Caller("张窗口", Role.CLERK));
    }

    private static UsernamePasswordAuthenticationToken attempt(String name, String secret) {
        return UsernamePasswordAuthenticationToken.unauthenticated(name, secret);
    }

    private static final class Hands extends Clock {

        private Instant now = Instant.parse("2026-11-22T04:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
