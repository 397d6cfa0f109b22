package io.hourshare.operate.command.identity;

import io.hourshare.operate.command.desk.Desk;
import io.hourshare.operate.command.desk.HomeOption;
import io.hourshare.operate.command.desk.Launch;
import io.hourshare.operate.command.terminal.ExitCode;
import io.hourshare.operate.command.terminal.TextTable;
import io.hourshare.review.ReviewQueue;
import io.hourshare.serve.ItemList;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** Lists the questions that wait for a person. */
@Command(name = "review", description = "列出待核对的问题，最没把握的在前；用 identity decide 判定")
final class IdentityReviewCommand implements Callable<Integer> {

    private final Launch launch;

    @Mixin
    private final HomeOption option = new HomeOption();

    @Option(names = "--limit", description = "最多列出多少个，默认 ${DEFAULT-VALUE}", defaultValue = "20")
    private int limit;

    IdentityReviewCommand(Launch launch) {
        this.launch = launch;
    }

    @Override
    public Integer call() throws Exception {
        Desk desk = new Desk(option, launch);
        desk.print(
                desk.get(
                        "/api/v1/identity/reviews?limit=" + limit,
                        context -> ItemList.whole(
                                context.getBean(ReviewQueue.class).questions(0, limit))),
                IdentityReviewCommand::text);
        return ExitCode.OK;
    }

    private static String text(JsonNode questions) {
        TextTable table = new TextTable("问题", "把握", "记录", "记录中的名称", "可能的企业", "企业标识");
        questions
                .path("items")
                .forEach(question -> table.row(
                        question.path("question").asString(),
                        question.path("chance").asString(),
                        question.path("records").asString(),
                        question.at("/record/name").asString(),
                        question.at("/candidate/name").asString(),
                        question.path("enterprise_id").asString()));
        return table.text();
    }
}
