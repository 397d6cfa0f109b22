package io.hourshare.operate.command.people;

import io.hourshare.operate.command.desk.HomeOption;
import io.hourshare.operate.command.desk.ServerClient;
import io.hourshare.operate.command.terminal.ExitCode;
import io.hourshare.operate.command.terminal.Terminal;
import io.hourshare.operate.command.terminal.TextTable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who did and read what, newest first. */
@Command(name = "audit", description = "审计记录，新的在前：谁在何时做了什么、看了什么、为什么。需要运行中的服务")
public final class AuditCommand implements Callable<Integer> {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Mixin
    private final HomeOption option = new HomeOption();

    @Option(names = "--actor", description = "只看这个人", defaultValue = "")
    private String actor = "";

    @Option(names = "--kind", description = "只看这类，如 DataRead、RunRequested、UserChanged", defaultValue = "")
    private String kind = "";

    @Option(names = "--text", description = "内容或事由含有", defaultValue = "")
    private String text = "";

    @Option(names = "--limit", description = "至多几条，默认 100", defaultValue = "100")
    private int limit;

    @Option(names = "--before", description = "从哪个序号往前", defaultValue = "0")
    private long before;

    @Override
    public Integer call() throws Exception {
        JsonNode deeds = ServerClient.require(option.home())
                .get("/api/v1/audit?actor=" + encoded(actor) + "&kind=" + encoded(kind) + "&text=" + encoded(text)
                        + "&cursor=" + before + "&limit=" + limit);
        Terminal.print(option.json() ? JSON.writerWithDefaultPrettyPrinter().writeValueAsString(deeds) : table(deeds));
        return ExitCode.OK;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String table(JsonNode deeds) {
        TextTable table = new TextTable("序号", "时间", "谁", "做了什么", "对象与内容", "事由");
        deeds.path("items").forEach(deed -> {
            List<String> what = new ArrayList<>();
            deed.path("what").forEach(part -> what.add(part.asString()));
            table.row(
                    deed.path("sequence").asString(),
                    deed.path("at").asString(),
                    deed.path("actor").asString(),
                    deed.path("title").asString(),
                    String.join(" ", what),
                    deed.path("why").asString());
        });
        return table.text();
    }
}
