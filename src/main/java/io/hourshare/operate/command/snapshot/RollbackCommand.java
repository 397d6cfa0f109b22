package io.hourshare.operate.command.snapshot;

import io.hourshare.operate.command.desk.HomeOption;
import io.hourshare.operate.command.desk.ServerClient;
import io.hourshare.operate.command.terminal.ExitCode;
import io.hourshare.operate.command.terminal.Terminal;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Serves an earlier snapshot again, in one call. */
@Command(name = "rollback", description = "回退到较早的快照并暂停发布")
final class RollbackCommand implements Callable<Integer> {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Mixin
    private final HomeOption option = new HomeOption();

    @Parameters(paramLabel = "序号", arity = "0..1", description = "回到哪个快照；默认前一个")
    private @Nullable Long sequence;

    @Option(names = "--dry-run", description = "只列出会撤下的快照")
    private boolean dryRun;

    @Option(names = "--reason", description = "事由（必填，入日志；预演时可省）", defaultValue = "")
    private String reason = "";

    @Override
    public Integer call() throws Exception {
        ObjectNode wanted = JSON.createObjectNode().put("reason", reason);
        if (sequence != null) {
            wanted.put("sequence", sequence.longValue());
        }
        JsonNode served = ServerClient.require(option.home())
                .post("/api/v1/snapshots/rollback" + (dryRun ? "?dryRun=true" : ""), wanted);
        if (dryRun && !option.json()) {
            Terminal.print(plan(served));
            return ExitCode.OK;
        }
        Terminal.print(
                option.json()
                        ? JSON.writerWithDefaultPrettyPrinter().writeValueAsString(served)
                        : "现由快照 " + served.path("sequence").asString() + "（"
                                + served.path("hour").asString() + "）提供服务；发布已暂停，更正后用 snapshots release 解除");
        return ExitCode.OK;
    }

    private static String plan(JsonNode plan) {
        JsonNode target = plan.path("serves");
        return "预演：会由快照 " + target.path("sequence").asString() + "（"
                + target.path("hour").asString() + "）提供服务，撤下 " + plan.path("withdraws") + "，并暂停发布；未动";
    }
}
