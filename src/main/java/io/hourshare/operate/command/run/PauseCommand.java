package io.hourshare.operate.command.run;

import io.hourshare.kernel.FeedId;
import io.hourshare.operate.command.desk.Desk;
import io.hourshare.operate.command.desk.HomeOption;
import io.hourshare.operate.command.desk.Launch;
import io.hourshare.operate.command.terminal.ExitCode;
import io.hourshare.operate.command.terminal.TextTable;
import io.hourshare.operate.decision.Pauses;
import io.hourshare.operate.run.AskedFor;
import io.hourshare.serve.ItemList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Pauses a feed until a time, ends a pause, or lists what is paused. */
@Command(name = "pause", description = "暂停一个数据源到某一时刻（到时自动恢复）；--end 提前解除；不给数据源则列出现有暂停")
public final class PauseCommand implements Callable<Integer> {

    private final Launch launch;

    @Mixin
    private final HomeOption option = new HomeOption();

    @Parameters(index = "0", arity = "0..1", paramLabel = "数据源")
    private @Nullable String feed;

    @Option(names = "--until", description = "暂停到何时，例如 2026-11-22T18:00+08:00")
    private @Nullable String until;

    @Option(names = "--end", description = "提前解除暂停")
    private boolean end;

    @Option(names = "--dry-run", description = "只说明会暂停多少个时段，或会解除哪一个暂停")
    private boolean dryRun;

    @Option(names = "--reason", description = "事由（必填，入日志）", defaultValue = "")
    private String reason = "";

    PauseCommand(Launch launch) {
        this.launch = launch;
    }

    @Override
    public Integer call() throws Exception {
        Desk desk = new Desk(option, launch);
        if (feed == null) {
            desk.print(
                    desk.get(
                            "/api/v1/pauses",
                            context -> ItemList.whole(pauses(context).now())),
                    PauseCommand::list);
            return ExitCode.OK;
        }
        JsonNode answer = end
                ? desk.post(
                        "/api/v1/feeds/" + Desk.part(feed) + "/unpause" + (dryRun ? "?dryRun=true" : ""),
                        Desk.because(reason),
                        this::unpause)
                : desk.post(
                        "/api/v1/feeds/" + Desk.part(feed) + "/pause" + (dryRun ? "?dryRun=true" : ""),
                        Desk.because(reason).put("until", until),
                        this::pause);
        desk.print(answer, end ? PauseCommand::list : PauseCommand::text);
        return ExitCode.OK;
    }

    private Object pause(ApplicationContext context) {
        var instant = AskedFor.until(until);
        FeedId id = AskedFor.feed(String.valueOf(feed));
        return dryRun
                ? pauses(context).preview(id, instant, Desk.actor(), reason.strip())
                : pauses(context).pause(id, instant, Desk.actor(), reason.strip());
    }

    private Object unpause(ApplicationContext context) {
        if (dryRun) {
            return ItemList.whole(List.of(pauses(context).previewEnd(AskedFor.feed(String.valueOf(feed)))));
        }
        pauses(context).unpause(AskedFor.feed(String.valueOf(feed)), Desk.actor(), reason.strip());
        return ItemList.whole(pauses(context).now());
    }

    private static Pauses pauses(ApplicationContext context) {
        return context.getBean(Pauses.class);
    }

    private static String text(JsonNode pause) {
        return pause.path("feed").asString() + " 暂停到 " + pause.path("until").asString() + "，期间 "
                + pause.path("windows").asString() + " 个时段恢复后补齐\n";
    }

    private static String list(JsonNode pauses) {
        TextTable table = new TextTable("数据源", "名称", "暂停到", "谁", "事由");
        pauses.path("items")
                .forEach(pause -> table.row(
                        pause.path("feed").asString(),
                        pause.path("title").asString(),
                        pause.path("until").asString(),
                        pause.path("actor").asString(),
                        pause.path("reason").asString()));
        return table.text();
    }
}
