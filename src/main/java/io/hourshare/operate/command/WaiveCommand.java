package io.hourshare.operate.command;

import io.hourshare.kernel.FeedId;
import io.hourshare.kernel.HourWindow;
import io.hourshare.operate.decision.Waivers;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says that windows of a feed need not come. */
@Command(name = "waive", description = "免报：声明一个数据源缺失、失败或待处理的时段不必再来")
final class WaiveCommand implements Callable<Integer> {

    private final Launch launch;

    @Mixin
    private final HomeOption option = new HomeOption();

    @Parameters(index = "0", paramLabel = "数据源")
    private String feed = "";

    @Option(names = "--from", required = true, description = "第一个时段，例如 2026-11-22T03Z")
    private String from = "";

    @Option(names = "--to", description = "最后一个时段（含）；默认同 --from")
    private @Nullable String to;

    @Option(names = "--dry-run", description = "只列出会免报的时段")
    private boolean dryRun;

    @Option(names = "--reason", description = "事由（必填，入日志）", defaultValue = "")
    private String reason = "";

    WaiveCommand(Launch launch) {
        this.launch = launch;
    }

    @Override
    public Integer call() throws Exception {
        Desk desk = new Desk(option, launch);
        desk.print(
                desk.post(
                        "/api/v1/feeds/" + feed + "/waive" + (dryRun ? "?dryRun=true" : ""),
                        Desk.because(reason).put("from", from).put("to", to == null ? from : to),
                        this::alone),
                PlanTable::text);
        return ExitCode.OK;
    }

    private Object alone(ApplicationContext context) {
        Waivers waivers = context.getBean(Waivers.class);
        FeedId id = FeedId.parse(feed);
        HourWindow first = HourWindow.parse(from);
        HourWindow last = to == null ? first : HourWindow.parse(to);
        return dryRun ? waivers.preview(id, first, last) : waivers.waive(id, first, last, Desk.actor(), reason.strip());
    }
}
