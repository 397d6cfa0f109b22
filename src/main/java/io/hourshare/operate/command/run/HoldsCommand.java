package io.hourshare.operate.command.run;

import io.hourshare.kernel.FeedId;
import io.hourshare.kernel.HourWindow;
import io.hourshare.operate.command.desk.Desk;
import io.hourshare.operate.command.desk.HomeOption;
import io.hourshare.operate.command.desk.Launch;
import io.hourshare.operate.command.terminal.ExitCode;
import io.hourshare.operate.command.terminal.TextTable;
import io.hourshare.operate.decision.Hold;
import io.hourshare.operate.decision.Holds;
import io.hourshare.operate.run.AskedFor;
import io.hourshare.serve.ItemList;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Lists deliveries that wait for a person, accepts or refuses one. */
@Command(name = "holds", description = "列出待处理的报送；给数据源、时段与 accept（接受）或 refuse（退回）则作出决定")
public final class HoldsCommand implements Callable<Integer> {

    /** What can be decided. */
    enum Decision {
        ACCEPT,
        REFUSE
    }

    private final Launch launch;

    @Mixin
    private final HomeOption option = new HomeOption();

    @Parameters(index = "0", arity = "0..1", paramLabel = "数据源")
    private @Nullable String feed;

    @Parameters(index = "1", arity = "0..1", paramLabel = "时段")
    private @Nullable String window;

    @Parameters(index = "2", arity = "0..1", paramLabel = "accept|refuse")
    private @Nullable Decision decision;

    @Option(names = "--dry-run", description = "只给出会动到的那一批")
    private boolean dryRun;

    @Option(names = "--reason", description = "事由（必填，入日志）", defaultValue = "")
    private String reason = "";

    HoldsCommand(Launch launch) {
        this.launch = launch;
    }

    @Override
    public Integer call() throws Exception {
        Desk desk = new Desk(option, launch);
        if (feed == null || window == null || decision == null) {
            JsonNode waiting = desk.get(
                    "/api/v1/holds",
                    context -> ItemList.whole(context.getBean(Holds.class).waiting()));
            desk.print(waiting, answer -> table(answer.path("items")));
            return waiting.path("items").isEmpty() ? ExitCode.OK : ExitCode.WARNING;
        }
        String path = "/api/v1/holds/" + Desk.part(feed) + "/" + Desk.part(window) + "/"
                + decision.name().toLowerCase(Locale.ROOT);
        desk.print(
                desk.post(path + (dryRun ? "?dryRun=true" : ""), Desk.because(reason), this::decide),
                hold -> hold.path("feed").asString() + "@" + hold.path("window").asString() + " "
                        + (dryRun ? "未动" : decision == Decision.ACCEPT ? "已接受" : "已退回") + "："
                        + hold.path("detail").asString() + "\n");
        return ExitCode.OK;
    }

    private Hold decide(ApplicationContext context) {
        Holds holds = context.getBean(Holds.class);
        FeedId id = AskedFor.feed(String.valueOf(feed));
        HourWindow hour = AskedFor.window(String.valueOf(window), "时段");
        if (dryRun) {
            return holds.find(id, hour);
        }
        return decision == Decision.ACCEPT
                ? holds.accept(id, hour, Desk.actor(), reason.strip())
                : holds.refuse(id, hour, Desk.actor(), reason.strip());
    }

    private static String table(JsonNode holds) {
        TextTable table = new TextTable("数据源", "时段", "原因", "列", "原先", "现在", "说明");
        holds.forEach(hold -> {
            table.row(
                    hold.path("feed").asString(),
                    hold.path("window").asString(),
                    hold.path("code").asString(),
                    "",
                    "",
                    "",
                    hold.path("detail").asString());
            hold.path("changes")
                    .forEach(change -> table.row(
                            "",
                            "",
                            change.path("kind").asString(),
                            change.path("column").asString(),
                            change.path("before").asString(),
                            change.path("after").asString(),
                            ""));
        });
        return table.text();
    }
}
