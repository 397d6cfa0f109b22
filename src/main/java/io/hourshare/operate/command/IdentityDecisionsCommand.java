package io.hourshare.operate.command;

import io.hourshare.review.ReviewDesk;
import io.hourshare.serve.ItemList;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** Lists the decisions that stand, or takes one back. */
@Command(name = "decisions", description = "列出有效的人工判定；--withdraw 撤回一项")
final class IdentityDecisionsCommand implements Callable<Integer> {

    private final Launch launch;

    @Mixin
    private final HomeOption option = new HomeOption();

    @Option(names = "--withdraw", description = "要撤回的判定编号")
    private @Nullable String withdraw;

    @Option(names = "--reason", description = "撤回的事由（撤回时必填，入日志）", defaultValue = "")
    private String reason = "";

    IdentityDecisionsCommand(Launch launch) {
        this.launch = launch;
    }

    @Override
    public Integer call() throws Exception {
        Desk desk = new Desk(option, launch);
        if (withdraw != null) {
            String decision = withdraw;
            desk.print(
                    desk.post(
                            "/api/v1/identity/decisions/" + decision + "/withdrawal",
                            Desk.because(reason),
                            context -> context.getBean(ReviewDesk.class).withdraw(decision, Desk.actor(), reason)),
                    answer -> "已撤回 " + decision + "，自下一次发布起生效\n");
            return ExitCode.OK;
        }
        desk.print(
                desk.get(
                        "/api/v1/identity/decisions",
                        context ->
                                ItemList.whole(context.getBean(ReviewDesk.class).standing())),
                IdentityDecisionsCommand::text);
        return ExitCode.OK;
    }

    private static String text(JsonNode decisions) {
        TextTable table = new TextTable("编号", "判定", "名称或代码", "企业标识", "谁", "事由");
        decisions
                .path("items")
                .forEach(one -> table.row(
                        one.path("decision").asString(),
                        one.path("kind").asString(),
                        one.path("name").asString()
                                + one.path("number").asString()
                                + one.path("record_key").asString(),
                        one.path("enterprise_id").asString(),
                        one.path("actor").asString(),
                        one.path("reason").asString()));
        return table.text();
    }
}
