package io.hourshare.operate.command.identity;

import io.hourshare.operate.command.desk.Desk;
import io.hourshare.operate.command.desk.HomeOption;
import io.hourshare.operate.command.desk.Launch;
import io.hourshare.operate.command.terminal.ExitCode;
import io.hourshare.review.ReviewDesk;
import io.hourshare.review.Wanted;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Takes a decision about who is who. */
@Command(name = "decide", description = "判定：same 相同、different 不同、alias 别名、void_number 作废代码；自下一次发布起生效")
final class IdentityDecideCommand implements Callable<Integer> {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Launch launch;

    @Mixin
    private final HomeOption option = new HomeOption();

    @Option(names = "--kind", required = true, description = "same、different、alias 或 void_number")
    private String kind = "";

    @Option(names = "--question", description = "待核对清单中的问题")
    private @Nullable String question;

    @Option(names = "--feed", description = "只针对一条记录时：数据源")
    private @Nullable String feed;

    @Option(names = "--record-key", description = "只针对一条记录时：记录主键")
    private @Nullable String recordKey;

    @Option(names = "--name", description = "别名")
    private @Nullable String name;

    @Option(names = "--number", description = "作废的代码")
    private @Nullable String number;

    @Option(names = "--enterprise", description = "企业标识")
    private @Nullable String enterprise;

    @Option(names = "--reason", description = "事由（必填，入日志）", defaultValue = "")
    private String reason = "";

    IdentityDecideCommand(Launch launch) {
        this.launch = launch;
    }

    @Override
    public Integer call() throws Exception {
        Wanted wanted = new Wanted(kind, question, feed, recordKey, name, number, enterprise, reason);
        Desk desk = new Desk(option, launch);
        JsonNode answer =
                desk.post("/api/v1/identity/decisions", JSON.valueToTree(wanted), context -> decide(context, wanted));
        desk.print(answer, IdentityDecideCommand::text);
        return ExitCode.OK;
    }

    private static Object decide(ApplicationContext context, Wanted wanted) {
        return context.getBean(ReviewDesk.class).decide(wanted, Desk.actor());
    }

    private static String text(JsonNode ruling) {
        return "已判定 " + ruling.path("decision").asString() + "，自下一次发布起生效\n";
    }
}
