package io.hourshare.operate.command.snapshot;

import io.hourshare.operate.command.desk.HomeOption;
import io.hourshare.operate.command.desk.ServerClient;
import io.hourshare.operate.command.terminal.ExitCode;
import io.hourshare.operate.command.terminal.Terminal;
import io.hourshare.operate.command.terminal.TextTable;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Kept snapshots; exit status 1 where publication is held. */
@Command(
        name = "snapshots",
        description = "保留的快照：列出、比较、回退、解除暂停",
        subcommands = {SnapshotDiffCommand.class, RollbackCommand.class, ReleaseCommand.class})
public final class SnapshotsCommand implements Callable<Integer> {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Mixin
    private final HomeOption option = new HomeOption();

    @Override
    public Integer call() throws Exception {
        JsonNode listing = ServerClient.require(option.home()).get("/api/v1/snapshots");
        Terminal.print(
                option.json() ? JSON.writerWithDefaultPrettyPrinter().writeValueAsString(listing) : table(listing));
        return listing.path("publication_hold").isObject() ? ExitCode.WARNING : ExitCode.OK;
    }

    static String table(JsonNode listing) {
        TextTable table = new TextTable("序号", "小时", "发布", "企业", "状态");
        listing.path("items")
                .forEach(item -> table.row(
                        item.path("sequence").asString(),
                        item.path("hour").asString(),
                        item.path("published_at").asString(),
                        item.path("counts").path("enterprise").asString("0"),
                        item.path("served").asBoolean()
                                ? "正在服务"
                                : item.path("withdrawn").asBoolean() ? "已回退" : "保留"));
        JsonNode hold = listing.path("publication_hold");
        return hold.isObject()
                ? table.text() + "\n发布已暂停：" + hold.path("actor").asString() + " 回退，事由 "
                        + hold.path("reason").asString() + "；更正后用 snapshots release 解除"
                : table.text();
    }
}
