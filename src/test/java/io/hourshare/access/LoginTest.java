package io.hourshare.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hourshare.kernel.SteppedClock;
import io.hourshare.store.DataRoot;
import io.hourshare.store.Journal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

class LoginTest {

    private final SteppedClock clock = new SteppedClock("2026-11-22T04:00:00Z");

    @TempDir
    private Path folder;

    private DataRoot root;
    private Users users;
    private Login login;

    @BeforeEach
    void open() {
        root = DataRoot.open(folder);
        users = new Users(
                List.of(new BuiltInUser(
                        "张窗口", Role.CLERK, new BCryptPasswordEncoder(4).encode("right password"), false)),
                new UserFile(root),
                Journal.open(root, clock));
        login = new Login(
                users, new ApiKeys(List.of(ApiKey.of("operator", Role.OPERATOR, "the key"))), new LoginAttempts(clock));
    }

    @AfterEach
    void close() {
        root.close();
    }

    @Test
    void makesTheFirstAdministratorOnceAndKeepsOnlyAHash() throws Exception {
        String password = users.addFirstAdministrator("admin").orElseThrow();

        assertThat(login.authenticate(attempt("admin", password)).getPrincipal())
                .isEqualTo(new Caller("admin", Role.ADMINISTRATOR));
        assertThat(users.addFirstAdministrator("admin")).isEmpty();
        assertThat(Files.readString(folder.resolve("access/users.json")))
                .doesNotContain(password)
                .contains("$2a$");
        assertThat(journal()).doesNotContain(password).contains("UserChanged").doesNotContain("$2a$");
    }

    @Test
    void keepsUsersOverARestart() {
        String password = users.add("李运维", Role.OPERATOR, "admin");
        Users again = new Users(List.of(), new UserFile(root), Journal.open(root, clock));

        assertThat(again.find("李运维").orElseThrow().role()).isEqualTo(Role.OPERATOR);
        assertThat(new Login(again, new ApiKeys(List.of()), new LoginAttempts(clock))
                        .authenticate(attempt("李运维", password))
                        .getName())
                .isEqualTo("李运维");
    }

    @Test
    void shutsASuspendedUserOutAndEndsTheSession() {
        String password = users.add("李运维", Role.OPERATOR, "admin");
        Caller signed = new Caller("李运维", Role.OPERATOR);
        assertThat(users.isCurrent(signed)).isTrue();

        users.suspend("李运维", true, "admin");

        assertThat(users.isCurrent(signed)).isFalse();
        assertThatThrownBy(() -> login.authenticate(attempt("李运维", password)))
                .isInstanceOf(BadCredentialsException.class);
    }

    @Test
    void neverLeavesNobodyToAdminister() {
        users.addFirstAdministrator("admin");

        assertThatThrownBy(() -> users.suspend("admin", true, "admin")).hasMessageContaining("最后一位系统管理员");
        assertThatThrownBy(() -> users.assign("admin", Role.CLERK, "admin")).hasMessageContaining("最后一位系统管理员");
    }

    @Test
    void letsSomebodyChooseAPasswordThatIsLongEnough() {
        String given = users.add("李运维", Role.OPERATOR, "admin");

        assertThatThrownBy(() -> users.choose("李运维", "wrong", "a longer password"))
                .hasMessageContaining("现在的密码不正确");
        assertThatThrownBy(() -> users.choose("李运维", given, "short")).hasMessageContaining("不少于 10 个字");
        users.choose("李运维", given, "a longer password");
        assertThat(login.authenticate(attempt("李运维", "a longer password")).getName())
                .isEqualTo("李运维");
    }

    private String journal() throws Exception {
        try (var files = Files.list(folder.resolve("journal"))) {
            StringBuilder text = new StringBuilder();
            for (Path file : files.toList()) {
                text.append(Files.readString(file));
            }
            return text.toString();
        }
    }

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

        clock.advance(Duration.ofMinutes(2));
        assertThat(login.authenticate(attempt("张窗口", "right password")).getPrincipal())
                .isEqualTo(new Caller("张窗口", Role.CLERK));
    }

    @Test
    void locksTwiceAsLongWithEachFurtherFailureAndForgetsInTheEnd() {
        failTimes(5);
        clock.advance(Duration.ofSeconds(61));
        failTimes(1);
        clock.advance(Duration.ofSeconds(61));
        assertThatThrownBy(() -> login.authenticate(attempt("张窗口", "wrong"))).isInstanceOf(LockedException.class);
        clock.advance(Duration.ofSeconds(60));
        failTimes(1);

        clock.advance(Duration.ofHours(1));
        failTimes(4);
    }

    @Test
    void aSlipOfEachInAnOfficeBehindOneAddressLocksNobodyOut() {
        for (int clerk = 0; clerk < 8; clerk++) {
            String name = "窗口" + clerk;
            assertThatThrownBy(() -> login.authenticate(attempt(name, "wrong")))
                    .isInstanceOf(BadCredentialsException.class);
        }
        assertThat(login.authenticate(attempt("张窗口", "right password")).getName())
                .isEqualTo("张窗口");
    }

    private void failTimes(int times) {
        for (int i = 0; i < times; i++) {
            assertThatThrownBy(() -> login.authenticate(attempt("张窗口", "wrong")))
                    .isInstanceOf(BadCredentialsException.class);
        }
    }

    private static UsernamePasswordAuthenticationToken attempt(String name, String secret) {
        return UsernamePasswordAuthenticationToken.unauthenticated(name, secret);
    }
}
