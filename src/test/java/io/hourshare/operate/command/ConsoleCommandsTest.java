package io.hourshare.operate.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.access.AuditTrail;
import io.hourshare.access.Users;
import io.hourshare.kernel.FeedId;
import io.hourshare.operate.command.desk.Launch;
import io.hourshare.operate.command.standing.FailureCommand;
import io.hourshare.operate.command.terminal.ExitCode;
import io.hourshare.serve.ServingApplication;
import io.hourshare.store.Journal;
import io.hourshare.store.JournalFact.SlotFailed;
import io.hourshare.web.console.ReturnedTown;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the console's pages do, at the command line: the same service behind it, the same refusals. */
class ConsoleCommandsTest {

    @TempDir
    static Path home;

    private static ServingApplication application;

    @BeforeAll
    static void start() throws Exception {
        application = ServingApplication.demonstration(home).enter();
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

    /** At seven in the morning, step by step, in the words that the interface and the pages have. */
    @Test
    void anOperatorsMorningIsTheSameAtTheCommandLine() throws Exception {
        String feed = ReturnedTown.FEED;
        String hour = ReturnedTown.HOUR.label();
        String late = "housing.completion";
        Path sheet = home.resolve("morning.xlsx");
        Journal journal = application.context().getBean(Journal.class);
        journal.append(new SlotFailed(
                FeedId.parse(late), ReturnedTown.HOUR, "pull", "CONNECT_TIMEOUT", "住建平台 30 秒没有应答；稍后自动重试", 2));

        assertThat(run("status")).as("feeds are late").isEqualTo(ExitCode.WARNING);
        assertThat(run("balance", "--window", hour)).isIn(ExitCode.OK, ExitCode.WARNING);
        assertThat(run("runs")).isEqualTo(ExitCode.OK);
        assertThat(run("failure", late, hour)).isEqualTo(ExitCode.WARNING);
        assertThat(run("failure", feed, "2026-11-21T00Z")).isNotEqualTo(ExitCode.OK);
        assertThat(run("failure", "no.feed", hour)).isNotEqualTo(ExitCode.OK);
        assertThat(run("run", "--verb", "rerun", "--feeds", feed, "--from", hour, "--dry-run"))
                .isEqualTo(ExitCode.OK);
        assertThat(run("holds")).isIn(ExitCode.OK, ExitCode.WARNING);
        assertThat(run("quarantine", feed, "--out", sheet.toString())).isEqualTo(ExitCode.OK);
        assertThat(sheet).isNotEmptyFile();

        String slot = "/windows/" + hour + "/feeds/" + late + "/failure";
        JsonNode card =
                JsonMapper.shared().readTree(application.get("/api/v1" + slot).body());
        String page = application
                .getOpenly("/console/hours/" + hour + "/feeds/" + late)
                .body();
        for (String words : List.of("step", "reason", "error", "advice")) {
            assertThat(FailureCommand.text(card)).contains(card.path(words).asString());
            assertThat(page).contains(card.path(words).asString());
        }
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
