package io.hourshare.operate.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.access.AuditTrail;
import io.hourshare.access.Users;
import io.hourshare.operate.command.desk.Launch;
import io.hourshare.operate.command.terminal.ExitCode;
import io.hourshare.serve.ServingApplication;
import io.hourshare.web.console.ReturnedTown;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the console's pages do, at the command line: the same service behind it, the same refusals. */
class ConsoleCommandsTest {

    @TempDir
    static Path home;

    private static ServingApplication application;

    @BeforeAll
    static void start() throws Exception {
        application = ServingApplication.demonstration(home);
        Files.writeString(
                data().resolve("server.json"),
                "{\"url\":\"" + application.uri("") + "\",\"key\":\"" + ServingApplication.KEY + "\"}");
        ReturnedTown.deliver(application.context());
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void countsReturnedRecordsAndWritesThemForTheDepartment() throws Exception {
        Path sheet = home.resolve("returned.csv");

        assertThat(run("quarantine")).as("something waits").isEqualTo(ExitCode.WARNING);
        assertThat(run("quarantine", "tax.registration")).isEqualTo(ExitCode.OK);
        assertThat(run("quarantine", ReturnedTown.FEED, "--out", sheet.toString()))
                .isEqualTo(ExitCode.OK);
        assertThat(sheet).content().contains("NSRSBH");
        assertThat(run(
                        "quarantine",
                        "no.feed",
                        "--out",
                        home.resolve("none.csv").toString()))
                .isEqualTo(ExitCode.WRONG);
        assertThat(run("quarantine", "--out", sheet.toString())).isEqualTo(ExitCode.WRONG);
    }

    @Test
    void aListAskedForByAnUnknownNameIsRefusedInsteadOfEmpty() {
        assertThat(run("quarantine", "xx.yy")).isEqualTo(ExitCode.WRONG);
        assertThat(run("quality", "--feed", "xx.yy")).isEqualTo(ExitCode.WRONG);
        assertThat(run("case", "list", "correction", "--where", "department=xx"))
                .isEqualTo(ExitCode.WRONG);
        assertThat(run("case", "list", "correction", "--where", "department=tax"))
                .isEqualTo(ExitCode.OK);
        assertThat(run("audit", "--kind", "Reading")).isEqualTo(ExitCode.WRONG);
        assertThat(run("audit", "--kind", "DataRead")).isEqualTo(ExitCode.OK);
    }

    @Test
    void keepsUsersAndTheAuditTellsWho() {
        Users users = application.context().getBean(Users.class);

        assertThat(run("users", "add", "张窗口", "clerk")).isEqualTo(ExitCode.OK);
        assertThat(run("users", "suspend", "张窗口")).isEqualTo(ExitCode.OK);
        assertThat(users.all()).anyMatch(user -> user.name().equals("张窗口") && user.suspended());
        assertThat(run("users", "readmit", "张窗口")).isEqualTo(ExitCode.OK);
        assertThat(run("users", "role", "张窗口", "operator")).isEqualTo(ExitCode.OK);
        assertThat(run("users", "password", "张窗口")).isEqualTo(ExitCode.OK);
        assertThat(run("users", "add", "张窗口", "king")).as("role-unknown").isEqualTo(ExitCode.WRONG);
        assertThat(run("users")).isEqualTo(ExitCode.OK);
        assertThat(run("audit", "--kind", "UserChanged")).isEqualTo(ExitCode.OK);
        assertThat(application
                        .context()
                        .getBean(AuditTrail.class)
                        .find(new AuditTrail.Wanted("", "UserChanged", "", 0, 10)))
                .hasSizeGreaterThanOrEqualTo(5);
    }

    @Test
    void handsAListInAndLandsItOnlyForAReason() throws Exception {
        Path list = home.resolve("list.csv");
        Files.writeString(
                list,
                "NSRSBH,NSRMC,PJND,XYDJ,PJDF,PJRQ,PJDW\n91110000600037341L,示范县甲厂,2024,A,95,2025-04-20,示范县税务局\n",
                Charset.forName("GBK"));

        assertThat(run("upload", ReturnedTown.FEED, list.toString())).isEqualTo(ExitCode.OK);
        assertThat(run("upload", ReturnedTown.FEED, list.toString(), "--land"))
                .as("reason-missing")
                .isEqualTo(ExitCode.WRONG);
        assertThat(run("upload", ReturnedTown.FEED, list.toString(), "--land", "--reason", "邮件送来"))
                .isEqualTo(ExitCode.OK);
    }

    @Test
    void reportsTimelinessAndFollowsTheChain() {
        assertThat(run("timeliness", "--unit", "week")).isEqualTo(ExitCode.OK);
        assertThat(run("timeliness", "--unit", "year")).isEqualTo(ExitCode.WRONG);
        assertThat(run("chain")).isEqualTo(ExitCode.OK);
    }

    private static int run(String... words) {
        String[] placed = Stream.concat(Stream.of(words), Stream.of("--home", data().toString()))
                .toArray(String[]::new);
        return HourshareCommand.execute(new Launch(Object.class), placed);
    }

    private static Path data() {
        return home.resolve("data");
    }
}
