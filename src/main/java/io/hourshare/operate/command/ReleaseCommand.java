package io.hourshare.operate.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Lets publication go on after a rollback. */
@Command(name = "release", description = "解除回滚后的发布暂停")
final class ReleaseCommand implements Callable<Integer> {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Mixin
    private final HomeOption option = new HomeOption();

    @Option(names = "--reason", required = true, description = "事由，记入日志")
    private String reason = "";

    @Override
    public Integer call() throws Exception {
        JsonNode listing = ServerClient.require(option.home)
                .post("/api/v1/snapshots/release", JSON.createObjectNode().put("reason", reason));
        Terminal.print(
                option.json
                        ? JSON.writerWithDefaultPrettyPrinter().writeValueAsString(listing)
                        : "发布已恢复\n" + SnapshotsCommand.table(listing));
        return ExitCode.OK;
    }
}
