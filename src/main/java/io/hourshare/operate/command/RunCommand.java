package io.hourshare.operate.command;

import io.hourshare.kernel.FeedId;
import io.hourshare.kernel.HourWindow;
import io.hourshare.operate.run.OperatorRuns;
import io.hourshare.operate.run.RunRequest;
import io.hourshare.operate.run.RunVerb;
import io.hourshare.operate.run.RunView;
import io.hourshare.operate.run.Runs;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Runs windows again, or what is still due, and waits for the end. */
@Command(name = "run", description = "同步（sync）、重跑（rerun，从落地数据）、重新拉取（repull，再次询问部门）")
final class RunCommand implements Callable<Integer> {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Launch launch;

    @Mixin
    private final HomeOption option = new HomeOption();

    @Option(names = "--verb", description = "sync | rerun | repull，默认 sync", defaultValue = "SYNC")
    private RunVerb verb = RunVerb.SYNC;

    @Option(names = "--feeds", split = ",", description = "数据源，逗号分隔；默认全部")
    private List<String> feeds = List.of();

    @Option(names = "--from", description = "第一个时段，例如 2026-11-22T03Z；默认最近完整的一小时")
    private @Nullable String from;

    @Option(names = "--to", description = "最后一个时段（含）；默认同 --from")
    private @Nullable String to;

    @Option(names = "--reason", description = "事由（必填，入日志）", required = true)
    private String reason = "";

    RunCommand(Launch launch) {
        this.launch = launch;
    }

    @Override
    public Integer call() throws Exception {
        Optional<ServerClient> server = ServerClient.find(option.home);
        JsonNode run = server.isPresent() ? onServer(server.get()) : alone();
        Terminal.print(option.json ? JSON.writerWithDefaultPrettyPrinter().writeValueAsString(run) : text(run));
        return switch (run.path("state").asString()) {
            case "DONE" -> ExitCode.OK;
            case "PARTIAL" -> ExitCode.WARNING;
            default -> ExitCode.COULD_NOT;
        };
    }

    private JsonNode onServer(ServerClient server) throws Exception {
        ObjectNode request =
                JSON.createObjectNode().put("verb", verb.name().toLowerCase()).put("reason", reason);
        feeds.forEach(feed -> request.withArray("feeds").add(feed));
        if (from != null) {
            request.put("from", from).put("to", to == null ? from : to);
        }
        JsonNode run = server.post("/api/v1/runs", request);
        while (run.path("ended_at").isNull() || run.path("ended_at").isMissingNode()) {
            Thread.sleep(500);
            run = server.get("/api/v1/runs/" + run.path("id").asString());
        }
        return run;
    }

    private JsonNode alone() throws InterruptedException {
        List<String> words = new ArrayList<>(List.of("--hourshare.home=" + option.home));
        if (option.catalogue != null) {
            words.add("--hourshare.catalogue=" + option.catalogue);
        }
        try (ConfigurableApplicationContext context = launch.alone(Map.of(), words.toArray(String[]::new))) {
            OperatorRuns operator = context.getBean(OperatorRuns.class);
            Runs runs = context.getBean(Runs.class);
            String id = operator.submit(request(operator.newestHour()), null);
            RunView view = runs.find(id).orElseThrow();
            while (view.endedAt() == null) {
                Thread.sleep(200);
                view = runs.find(id).orElseThrow();
            }
            return Wire.run(view);
        }
    }

    private RunRequest request(HourWindow newest) {
        HourWindow first = from == null ? newest : HourWindow.parse(from);
        return new RunRequest(
                verb,
                feeds.stream().map(FeedId::parse).toList(),
                first,
                to == null ? first : HourWindow.parse(to),
                System.getProperty("user.name", "cli"),
                reason);
    }

    private static String text(JsonNode run) {
        TextTable steps = new TextTable("步骤", "数据源", "时段", "状态", "计数", "说明");
        run.path("steps")
                .forEach(step -> steps.row(
                        step.path("name").asString(),
                        step.path("feed").asString("-"),
                        step.path("window").asString("-"),
                        step.path("state").asString(),
                        step.path("counts").toString(),
                        step.path("detail").asString()));
        return run.path("id").asString() + " " + run.path("state").asString() + " "
                + run.path("detail").asString() + "\n" + steps.text();
    }
}
