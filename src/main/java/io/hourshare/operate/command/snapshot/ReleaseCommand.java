package io.hourshare.operate.command.snapshot;

import io.hourshare.operate.command.desk.HomeOption;
import io.hourshare.operate.command.desk.ServerClient;
import io.hourshare.operate.command.terminal.ExitCode;
import io.hourshare.operate.command.terminal.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Lets publication go on after a rollback. */
@Command(name = "release", description = "解除回退后的发布暂停")
final class ReleaseCommand implements Callable<Integer> {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Mixin
    private final HomeOption option = new HomeOption();

    @Option(names = "--dry-run", description = "只说明会随之发布多少个入库结果")
    private boolean dryRun;

    @Option(names = "--reason", description = "事由（必填，入日志；预演时可省）", defaultValue = "")
    private String reason = "";

    @Override
    public Integer call() throws Exception {
        JsonNode listing = ServerClient.require(option.home())
                .post(
                        "/api/v1/snapshots/release" + (dryRun ? "?dryRun=true" : ""),
                        JSON.createObjectNode().put("reason", reason));
        Terminal.print(
                option.json()
                        ? JSON.writerWithDefaultPrettyPrinter().writeValueAsString(listing)
                        : dryRun
                                ? "预演：会恢复发布，下一次随之发布 " + listing.path("waiting").asString() + " 个入库结果；未动"
                                : "发布已恢复\n" + SnapshotsCommand.table(listing));
        return ExitCode.OK;
    }
}
