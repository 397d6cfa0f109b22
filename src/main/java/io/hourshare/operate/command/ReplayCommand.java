package io.hourshare.operate.command;

import io.hourshare.kernel.FeedId;
import io.hourshare.kernel.HourWindow;
import io.hourshare.operate.replay.QuarantineReplay;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Tries a feed's quarantined records again under a mended mapping. */
@Command(name = "replay", description = "修正映射之后，只把一个数据源退回的记录再试一遍；--dry-run 逐条对照新旧映射")
final class ReplayCommand implements Callable<Integer> {

    private final Launch launch;

    @Mixin
    private final HomeOption option = new HomeOption();

    @Parameters(index = "0", paramLabel = "数据源")
    private String feed = "";

    @Option(names = "--from", required = true, description = "第一个时段，例如 2026-11-22T03Z")
    private String from = "";

    @Option(names = "--to", description = "最后一个时段（含）；默认同 --from")
    private @Nullable String to;

    @Option(names = "--dry-run", description = "只对照，不动数据")
    private boolean dryRun;

    @Option(names = "--reason", description = "事由（必填，入日志；预演时可省）", defaultValue = "")
    private String reason = "";

    ReplayCommand(Launch launch) {
        this.launch = launch;
    }

    @Override
    public Integer call() throws Exception {
        Desk desk = new Desk(option, launch);
        JsonNode answer = desk.post(
                "/api/v1/feeds/" + feed + "/replay" + (dryRun ? "?dryRun=true" : ""),
                Desk.because(reason).put("from", from).put("to", to == null ? from : to),
                this::alone);
        if (dryRun) {
            desk.print(answer, ReplayCommand::table);
            return ExitCode.OK;
        }
        JsonNode run = RunWait.untilEnded(desk, answer);
        desk.print(run, RunTable::text);
        return RunTable.exitCode(run);
    }

    private Object alone(ApplicationContext context) {
        QuarantineReplay replay = context.getBean(QuarantineReplay.class);
        FeedId id = FeedId.parse(feed);
        HourWindow first = HourWindow.parse(from);
        HourWindow last = to == null ? first : HourWindow.parse(to);
        return dryRun
                ? replay.diff(id, first, last)
                : RunWait.untilEnded(context, replay.run(id, first, last, Desk.actor(), reason.strip()));
    }

    private static String table(JsonNode diff) {
        TextTable table = new TextTable("时段", "位置", "主键", "字段", "旧映射", "新映射");
        diff.path("rows")
                .forEach(row -> table.row(
                        row.path("window").asString(),
                        row.path("place").asString(),
                        row.path("key").asString(),
                        row.path("field").asString(),
                        "退回 " + row.path("reason").asString() + " "
                                + row.path("before").asString(),
                        (row.path("accepted").asBoolean() ? "入库 " : "仍退回 ")
                                + row.path("after").asString()));
        return table.text() + "可以入库 " + diff.path("mended").asString() + " 条，仍退回 "
                + diff.path("left").asString() + " 条\n";
    }
}
