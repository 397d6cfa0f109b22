package io.hourshare.operate.command.identity;

import io.hourshare.operate.command.desk.Desk;
import io.hourshare.operate.command.desk.HomeOption;
import io.hourshare.operate.command.desk.Launch;
import io.hourshare.operate.command.terminal.ExitCode;
import io.hourshare.operate.command.terminal.TextTable;
import io.hourshare.review.ReviewDesk;
import io.hourshare.serve.ItemList;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Lists the decisions that stand, tells the story of one, or takes one back. */
@Command(name = "decisions", description = "列出有效的人工判定；给出编号则看一项的经过；--withdraw 撤回一项")
final class IdentityDecisionsCommand implements Callable<Integer> {

    private final Launch launch;

    @Mixin
    private final HomeOption option = new HomeOption();

    @Parameters(arity = "0..1", paramLabel = "编号", description = "判定编号，如身份变动中的 decision")
    private @Nullable String decision;

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
            String taken = withdraw;
            desk.print(
                    desk.post(
                            "/api/v1/identity/decisions/" + taken + "/withdrawal",
                            Desk.because(reason),
                            context -> context.getBean(ReviewDesk.class).withdraw(taken, Desk.actor(), reason)),
                    answer -> "已撤回 " + taken + "，自下一次发布起生效\n");
        } else if (decision != null) {
            String told = decision;
            desk.print(
                    desk.get(
                            "/api/v1/identity/decisions/" + told,
                            context -> context.getBean(ReviewDesk.class).story(told)),
                    IdentityDecisionsCommand::story);
        } else {
            list(desk);
        }
        return ExitCode.OK;
    }

    private static void list(Desk desk) throws Exception {
        desk.print(
                desk.get(
                        "/api/v1/identity/decisions",
                        context ->
                                ItemList.whole(context.getBean(ReviewDesk.class).standing())),
                IdentityDecisionsCommand::text);
    }

    private static String story(JsonNode story) {
        JsonNode withdrawn = story.path("withdrawn");
        return "%s %s，%s 于 %s 判定：%s%n%s%n"
                .formatted(
                        story.path("decision").asString(),
                        story.path("kind").asString(),
                        story.path("actor").asString(),
                        story.path("at").asString(),
                        story.path("reason").asString(),
                        story.path("standing").asBoolean()
                                ? "现行有效"
                                : "%s 于 %s 撤回：%s"
                                        .formatted(
                                                withdrawn.path("actor").asString(),
                                                withdrawn.path("at").asString(),
                                                withdrawn.path("reason").asString()));
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
