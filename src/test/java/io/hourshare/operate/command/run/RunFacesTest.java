package io.hourshare.operate.command.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.kernel.HourWindow;
import io.hourshare.operate.command.desk.Desk;
import io.hourshare.operate.command.desk.HomeOption;
import io.hourshare.operate.command.desk.Launch;
import io.hourshare.operate.command.terminal.Complaint;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
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
    void noActionPassesWithoutAReason() throws Exception {
        String id = run("PARTIAL");
        for (RunAction action : RunAction.values()) {
            HttpResponse<String> answer = post("/api/v1/runs/" + id + "/" + action.word(), "{}");
            assertThat(JsonMapper.shared().readTree(answer.body()).path("code").asString())
                    .as(action.word())
                    .isIn("reason-missing", "run-not-interrupted", "run-ended");
        }
        assertThat(post("/api/v1/feeds/tax.registration/pause", "{\"until\":\"2026-11-22T18:00+08:00\"}")
                        .body())
                .contains("reason-missing");
        assertThat(post("/api/v1/feeds/tax.registration/waive", "{\"from\":\"2026-11-22T01Z\"}")
                        .body())
                .contains("reason-missing");
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
        journal.append(new RunFinished(id, state, "", List.of("tax.registration@2026-11-22T01Z")));
    }

    private static List<String> enabledButtons(String page) {
        List<String> enabled = new ArrayList<>();
        Matcher buttons = BUTTON.matcher(page);
        while (buttons.find()) {
            Matcher value = VALUE.matcher(buttons.group());
            if (value.find() && !buttons.group().contains("disabled")) {
                enabled.add(value.group(1));
            }
        }
        return enabled;
    }
}
