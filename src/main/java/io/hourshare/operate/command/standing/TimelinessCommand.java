package io.hourshare.operate.command.standing;

import io.hourshare.operate.command.desk.HomeOption;
import io.hourshare.operate.command.desk.ServerClient;
import io.hourshare.operate.command.terminal.ExitCode;
import io.hourshare.operate.command.terminal.Terminal;
import io.hourshare.operate.command.terminal.TextTable;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How often each department's hours were published within their promise. */
@Command(name = "timeliness", description = "各部门及时率，按日、周或月。需要运行中的服务")
public final class TimelinessCommand implements Callable<Integer> {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Mixin
    private final HomeOption option = new HomeOption();

    @Option(names = "--unit", description = "day、week 或 month，默认 day", defaultValue = "day")
    private String unit = "day";

    @Option(names = "--periods", description = "最近几个周期", defaultValue = "0")
    private int periods;

    @Override
    public Integer call() throws Exception {
        JsonNode lines = ServerClient.require(option.home())
                .get("/api/v1/timeliness?unit=" + unit.replaceAll("[^a-z]", "?") + "&periods=" + periods);
        Terminal.print(option.json() ? JSON.writerWithDefaultPrettyPrinter().writeValueAsString(lines) : table(lines));
        return ExitCode.OK;
    }

    private static String table(JsonNode lines) {
        TextTable table = new TextTable("起始日期", "部门", "应发布", "按时", "迟发", "缺数", "及时率%");
        lines.path("items")
                .forEach(line -> table.row(
                        line.path("period").asString(),
                        line.path("title").asString(),
                        line.path("due").asString(),
                        line.path("on_time").asString(line.path("onTime").asString("")),
                        line.path("late").asString(),
                        line.path("missing").asString(),
                        line.path("rate").asString()));
        return table.text();
    }
}
