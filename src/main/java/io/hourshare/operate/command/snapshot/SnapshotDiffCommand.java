package io.hourshare.operate.command.snapshot;

import io.hourshare.operate.command.desk.HomeOption;
import io.hourshare.operate.command.desk.ServerClient;
import io.hourshare.operate.command.terminal.ExitCode;
import io.hourshare.operate.command.terminal.Terminal;
import io.hourshare.operate.command.terminal.TextTable;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What one snapshot has otherwise than another. */
@Command(name = "diff", description = "两个快照的差异：行数、批次、企业")
final class SnapshotDiffCommand implements Callable<Integer> {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Mixin
    private final HomeOption option = new HomeOption();

    @Parameters(paramLabel = "序号", description = "看哪个快照")
    private long sequence;

    @Option(names = "--against", description = "与哪个快照比；默认前一个序号")
    private @Nullable Long against;

    @Override
    public Integer call() throws Exception {
        String path = "/api/v1/snapshots/" + sequence + "/diff" + (against == null ? "" : "?against=" + against);
        JsonNode diff = ServerClient.require(option.home()).get(path);
        Terminal.print(option.json() ? JSON.writerWithDefaultPrettyPrinter().writeValueAsString(diff) : text(diff));
        return ExitCode.OK;
    }

    private static String text(JsonNode diff) {
        TextTable table = new TextTable("项目", "原为", "现为");
        diff.path("tables").forEach(change -> row(table, change));
        diff.path("batches").forEach(change -> row(table, change));
        StringBuilder text = new StringBuilder("快照 %s → %s：新增 %s 户，减少 %s 户，有变化 %s 户%n"
                .formatted(
                        diff.path("from").asString(),
                        diff.path("to").asString(),
                        diff.path("added").asString(),
                        diff.path("removed").asString(),
                        diff.path("changed").asString()));
        text.append(table.text());
        diff.path("examples")
                .forEach(example -> text.append("\n")
                        .append(example.path("how").asString())
                        .append(" ")
                        .append(example.path("enterprise").asString())
                        .append(" ")
                        .append(example.path("name").asString()));
        return text.toString();
    }

    private static void row(TextTable table, JsonNode change) {
        table.row(
                change.path("name").asString(),
                change.path("before").asString("-"),
                change.path("after").asString("-"));
    }
}
