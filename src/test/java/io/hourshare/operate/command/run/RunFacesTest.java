package io.hourshare.operate.command.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.kernel.HourWindow;
import io.hourshare.operate.command.desk.Desk;
import io.hourshare.operate.command.desk.HomeOption;
import io.hourshare.operate.command.desk.Launch;
import io.hourshare.operate.command.terminal.Complaint;
import io.hourshare.operate.command.terminal.ExitCode;
import io.hourshare.operate.run.OpenRuns;
import io.hourshare.operate.run.RunAction;
import io.hourshare.operate.run.RunState;
import io.hourshare.operate.run.Runs;
import io.hourshare.operate.slot.StepLog;
import io.hourshare.serve.ServingApplication;
import io.hourshare.store.Journal;
import io.hourshare.store.JournalAct.RunActed;
import io.hourshare.store.JournalAct.RunRequested;
import io.hourshare.store.JournalFact.RunFinished;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One table of actions behind three faces: REST, the command line, the console's pages. */
class RunFacesTest {

    private static final Pattern BUTTON = Pattern.compile("<button[^>]*name=\"action\"[^>]*>", Pattern.DOTALL);
    private static final Pattern VALUE = Pattern.compile("value=\"([a-z]+)\"");

    @TempDir
    static Path home;

    private static ServingApplication application;

    @BeforeAll
    static void startAndLogIn() throws Exception {
        application = ServingApplication.demonstration(home).enter();
        Files.writeString(
                home.resolve("data").resolve("server.json"),
                "{\"url\":\"" + application.uri("") + "\",\"key\":\"" + ServingApplication.KEY + "\"}");
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @ParameterizedTest
    @EnumSource
    void everyFaceAllowsTheSameAndGivesTheSameReasons(RunState state) throws Exception {
        String id = run(state.name());

        JsonNode rest = JsonMapper.shared()
                .readTree(application.get("/api/v1/runs/" + id).body());
        assertThat(rest.path("state").asString()).isEqualTo(state.name());
        List<String> allowed = rest.path("allowedActions")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
        assertThat(allowed.size() + rest.path("blockedActions").size()).isEqualTo(RunAction.values().length);

        String page = application.getOpenly("/console/runs/" + id).body();
        assertThat(enabledButtons(page)).containsExactlyElementsOf(allowed);
        String line = RunTable.text(desk().get("/api/v1/runs/" + id, alone -> "no server"));
        assertThat(line).contains("可用动作：" + (allowed.isEmpty() ? "" : String.join(" ", allowed)));
        rest.path("blockedActions").forEach(blocked -> {
            assertThat(page).contains(blocked.path("reason").asString());
            assertThat(line)
                    .contains(
                            blocked.path("reason").asString(),
                            blocked.path("code").asString());
        });
    }

    /** Nine states, seven actions: pressed, called and typed, each says the same as the table. */
    @ParameterizedTest
    @EnumSource
    void everyActionIsRefusedOrShownAlikeOnEveryFace(RunState state) throws Exception {
        String id = run(state.name());
        String token = application.token("/console/runs/" + id);
        for (RunAction action : RunAction.values()) {
            String address = "/api/v1/runs/" + id + "/" + action.word();
            HttpResponse<String> rest = post(address + "?dryRun=true", "{}");
            String code = JsonMapper.shared().readTree(rest.body()).path("code").asString("");
            String typed = "";
            try {
                desk().post(address + "?dryRun=true", Desk.because(""), alone -> "no server");
            } catch (Exception e) {
                typed = Complaint.of(e);
                assertThat(Complaint.exitCode(e)).isEqualTo(ExitCode.COULD_NOT);
            }

            assertThat(rest.statusCode()).as("%s %s", state, action).isEqualTo(code.isEmpty() ? 200 : 409);
            assertThat(typed.isEmpty()).isEqualTo(code.isEmpty());
            if (!code.isEmpty()) {
                HttpResponse<String> pressed = application.post(
                        "/console/runs/" + id,
                        "action=" + action.word() + "&reason=x&_csrf=" + ServingApplication.encoded(token));
                String detail =
                        JsonMapper.shared().readTree(rest.body()).path("detail").asString();
                assertThat(typed).contains(code, detail);
                assertThat(pressed.body()).contains("role=\"alert\">" + detail);
            }
        }
    }

    @Test
    void aRefusalHasTheSameCodeOverRestAndOnTheCommandLine() throws Exception {
        String id = run("DONE");
        HttpResponse<String> rest = post("/api/v1/runs/" + id + "/resume", "{\"reason\":\"再试\"}");
        assertThat(rest.statusCode()).isEqualTo(409);
        JsonNode problem = JsonMapper.shared().readTree(rest.body());
        assertThat(problem.path("code").asString()).isEqualTo("run-done");

        String said = "";
        try {
            desk().post("/api/v1/runs/" + id + "/resume", Desk.because("再试"), alone -> "no server");
        } catch (Exception e) {
            said = Complaint.of(e);
        }
        assertThat(said).contains("run-done", problem.path("detail").asString());
    }

    @Test
    @Tag("F70")
    void twentyEqualPostsAtOnceAreOneRun() {
        Journal journal = application.context().getBean(Journal.class);
        int before = journal.lines().size();
        String body = "{\"verb\":\"sync\",\"feeds\":[\"tax.registration\"],\"reason\":\"二十次\"}";

        Set<String> ids = IntStream.range(0, 20)
                .parallel()
                .mapToObj(one -> JsonMapper.shared()
                        .readTree(posted("/api/v1/runs", body).body())
                        .path("id")
                        .asString())
                .collect(Collectors.toSet());

        assertThat(ids).hasSize(1).doesNotContain("");
        assertThat(journal.lines().stream().skip(before).filter(line -> line.entry() instanceof RunRequested))
                .hasSize(1);
    }

    private static HttpResponse<String> posted(String path, String json) {
        try {
            return post(path, json);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void noActionPassesWithoutAReason() throws Exception {
        String id = run("PARTIAL");
        for (RunAction action : RunAction.values()) {
            HttpResponse<String> answer = post("/api/v1/runs/" + id + "/" + action.word(), "{}");
            assertThat(JsonMapper.shared().readTree(answer.body()).path("code").asString())
                    .as(action.word())
                    .isIn("reason-missing", "run-not-interrupted", "run-ended");
        }
        Journal journal = application.context().getBean(Journal.class);
        int before = journal.lines().size();
        for (String[] act : new String[][] {
            {"/runs", "{\"verb\":\"sync\"}"},
            {"/feeds/tax.registration/pause", "{\"until\":\"2026-11-22T18:00+08:00\"}"},
            {"/feeds/tax.registration/waive", "{\"from\":\"2026-11-22T01Z\"}"},
            {"/retention", "{}"},
            {"/snapshots/rollback", "{}"},
            {"/snapshots/release", "{}"},
        }) {
            assertThat(post("/api/v1" + act[0], act[1]).body()).as(act[0]).contains("reason-missing");
        }
        assertThat(journal.lines()).as("nothing is written").hasSize(before);
    }

    private static Desk desk() {
        HomeOption option = CommandLine.populateCommand(
                new HomeOption(), "--home", home.resolve("data").toString());
        return new Desk(option, new Launch(Object.class));
    }

    private static HttpResponse<String> post(String path, String json) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(application.uri(path))
                                .header("X-API-Key", ServingApplication.KEY)
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(json))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private static String run(String state) {
        Journal journal = application.context().getBean(Journal.class);
        String id = "run-" + state.toLowerCase() + journal.lines().size();
        HourWindow hour = HourWindow.parse("2026-11-22T01Z");
        journal.append(new RunRequested(
                id,
                "BACKFILL",
                List.of("tax.registration"),
                hour,
                hour,
                Map.of(),
                List.of("tax.registration@2026-11-22T01Z"),
                "张",
                "演练",
                null));
        Runs runs = application.context().getBean(Runs.class);
        switch (state) {
            case "QUEUED" -> OpenRuns.queue(runs, id);
            case "RUNNING" -> OpenRuns.work(runs, id, new StepLog(Clock.systemUTC()));
            case "STOPPING" -> {
                OpenRuns.work(runs, id, new StepLog(Clock.systemUTC()));
                journal.append(new RunActed(id, "STOP", "张", "演练"));
            }
            case "INTERRUPTED" -> {}
            default -> finish(journal, id, state);
        }
        return id;
    }

    private static void finish(Journal journal, String id, String state) {
        journal.append(new RunFinished(id, state, "", List.of("tax.registration@2026-11-22T01Z"), null));
    }

    private static List<String> enabledButtons(String page) {
        List<String> enabled = new ArrayList<>();
        Matcher buttons = BUTTON.matcher(page);
        while (buttons.find()) {
            Matcher value = VALUE.matcher(buttons.group());
            if (value.find()
                    && !buttons.group().contains("disabled")
                    && !buttons.group().contains("formaction")) {
                enabled.add(value.group(1));
            }
        }
        return enabled;
    }
}
