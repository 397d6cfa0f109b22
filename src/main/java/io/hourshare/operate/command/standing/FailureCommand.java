package io.hourshare.operate.command.standing;

import io.hourshare.operate.command.desk.Desk;
import io.hourshare.operate.command.desk.HomeOption;
import io.hourshare.operate.command.desk.ServerClient;
import io.hourshare.operate.command.terminal.ExitCode;
import io.hourshare.operate.command.terminal.Terminal;
import io.hourshare.operate.command.terminal.TextTable;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Why a window failed or is held: the card that the console shows, in its words. */
@Command(name = "failure", description = "失败卡：停在哪一步、首个错误、样例、与上次成功的差别、下一步。需要运行中的服务")
public final class FailureCommand implements Callable<Integer> {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Mixin
    private final HomeOption option = new HomeOption();

    @Parameters(index = "0", paramLabel = "数据源")
    private String feed = "";

    @Parameters(index = "1", paramLabel = "时段", description = "例如 2026-11-22T03Z")
    private String window = "";

    @Override
    public Integer call() throws Exception {
        JsonNode card = ServerClient.require(option.home())
                .get("/api/v1/windows/" + Desk.part(window) + "/feeds/" + Desk.part(feed) + "/failure");
        Terminal.print(option.json() ? JSON.writerWithDefaultPrettyPrinter().writeValueAsString(card) : text(card));
        return ExitCode.WARNING;
    }

    /** The card as lines of text. */
    public static String text(JsonNode card) {
        StringBuilder text = new StringBuilder()
                .append(card.path("title").asString())
                .append(' ')
                .append(card.path("window").asString())
                .append(card.path("held").asBoolean() ? " 待处理" : " 失败")
                .append("：停在“")
                .append(card.path("step").asString())
                .append("”\n")
                .append(card.path("reason").asString())
                .append(' ')
                .append(card.path("error").asString())
                .append("\n与上次成功的差别（")
                .append(card.path("last_good").asString("无"))
                .append("）：\n");
        card.path("difference")
                .forEach(one -> text.append("  ").append(one.asString()).append('\n'));
        if (!card.path("samples").isEmpty()) {
            text.append(samples(card.path("samples")));
        }
        return text.append("下一步：")
                .append(card.path("advice").asString())
                .append('\n')
                .toString();
    }

    private static String samples(JsonNode causes) {
        TextTable table = new TextTable("退回原因", "所在位置", "内容");
        causes.forEach(cause -> cause.path("samples")
                .forEach(sample -> table.row(
                        cause.path("explanation").asString(),
                        sample.path("place").asString(),
                        sample.path("excerpt").asString())));
        return table.text();
    }
}
