package io.hourshare.operate.command.feed;

import io.hourshare.operate.command.desk.Desk;
import io.hourshare.operate.command.desk.HomeOption;
import io.hourshare.operate.command.desk.ServerClient;
import io.hourshare.operate.command.terminal.ExitCode;
import io.hourshare.operate.command.terminal.Terminal;
import io.hourshare.operate.command.terminal.TextTable;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Hands in a list that is carried by hand: what it would change, and with {@code --land} lands it. */
@Command(name = "upload", description = "上传手工名单（xlsx、csv）：先给出会改变什么；--land 则落地。需要运行中的服务")
public final class UploadCommand implements Callable<Integer> {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Mixin
    private final HomeOption option = new HomeOption();

    @Parameters(index = "0", paramLabel = "数据源")
    private String feed = "";

    @Parameters(index = "1", paramLabel = "文件")
    private Path file = Path.of("");

    @Option(names = "--land", description = "落地；不写则只预览")
    private boolean land;

    @Option(names = "--reason", description = "事由（落地时必填，入审计）", defaultValue = "")
    private String reason = "";

    @Override
    public Integer call() throws Exception {
        ServerClient server = ServerClient.require(option.home());
        JsonNode upload = server.upload("/api/v1/feeds/" + feed + "/uploads", file);
        boolean unreadable = upload.path("change").hasNonNull("unreadable");
        if (!land || unreadable) {
            print(upload, text(upload));
            return unreadable ? ExitCode.WRONG : ExitCode.OK;
        }
        JsonNode landed = server.post(
                "/api/v1/uploads/" + upload.path("id").asString() + "/landing", Desk.because(reason.strip()));
        print(landed, text(upload) + "已落地，作为 " + landed.path("window").asString() + " 的交付\n");
        return ExitCode.OK;
    }

    private void print(JsonNode answer, String text) {
        Terminal.print(option.json() ? JSON.writerWithDefaultPrettyPrinter().writeValueAsString(answer) : text);
    }

    private static String text(JsonNode upload) {
        JsonNode change = upload.path("change");
        if (change.hasNonNull("unreadable")) {
            return "不能读取：" + change.path("unreadable").asString() + "\n";
        }
        return new TextTable("读到", "新增", "变更", "不变", "删除", "消失", "被取代", "重复", "退回", "剔除")
                .row(
                        change.path("received").asString(),
                        change.path("added").asString(),
                        change.path("changed").asString(),
                        change.path("unchanged").asString(),
                        change.path("removed").asString(),
                        change.path("vanished").asString(),
                        change.path("superseded").asString(),
                        change.path("duplicates").asString(),
                        change.path("quarantined").asString(),
                        change.path("dropped").asString())
                .text();
    }
}
