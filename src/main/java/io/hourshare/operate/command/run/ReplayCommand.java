package io.hourshare.operate.command.run;

import io.hourshare.operate.command.desk.Desk;
import io.hourshare.operate.command.desk.HomeOption;
import io.hourshare.operate.command.desk.Launch;
import io.hourshare.operate.command.terminal.ExitCode;
import io.hourshare.operate.command.terminal.TextTable;
import io.hourshare.operate.replay.QuarantineReplay;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;

/** Tries a feed's quarantined records again under a mended mapping. */
@Command(name = "replay", description = "修正映射之后，只把一个数据源退回的记录再试一遍；--dry-run 逐条对照新旧映射")
public final class ReplayCommand implements Callable<Integer> {

    private static final int SHOWN = 40;

    private final Launch launch;

    @Mixin
    private final HomeOption option = new HomeOption();

    @Mixin
    private final WindowsOption windows = new WindowsOption();

    ReplayCommand(Launch launch) {
        this.launch = launch;
    }

    @Override
    public Integer call() throws Exception {
        Desk desk = new Desk(option, launch);
        JsonNode answer = desk.post(windows.path("replay"), windows.body(), this::alone);
        if (windows.dryRun()) {
            desk.print(answer, ReplayCommand::table);
            return ExitCode.OK;
        }
        JsonNode run = RunWait.untilEnded(desk, answer);
        desk.print(run, RunTable::text);
        return RunTable.exitCode(run);
    }

    private Object alone(ApplicationContext context) {
        QuarantineReplay replay = context.getBean(QuarantineReplay.class);
        return windows.dryRun()
                ? replay.diff(windows.feed(), windows.first(), windows.last())
                : RunWait.untilEnded(
                        context,
                        replay.run(windows.feed(), windows.first(), windows.last(), Desk.actor(), windows.reason()));
    }

    private static String table(JsonNode diff) {
        TextTable table = new TextTable("时段", "位置", "主键", "字段", "旧映射", "新映射", "取值之别");
        diff.path("rows")
                .forEach(row -> table.row(
                        row.path("window").asString(),
                        row.path("place").asString(),
                        row.path("key").asString(),
                        row.path("field").asString(),
                        "退回 " + row.path("reason").asString() + " "
                                + shortened(row.path("before").asString()),
                        row.path("accepted").asBoolean()
                                ? "入库 " + row.path("after").asString()
                                : "仍退回 " + row.path("reason_after").asString(),
                        changes(row)));
        return table.text() + "可以入库 " + diff.path("mended").asString() + " 条，仍退回 "
                + diff.path("left").asString() + " 条\n"
                + PlanTable.text(diff.path("plan"));
    }

    private static String changes(JsonNode row) {
        return row.has("formerly")
                ? row.path("changes")
                        .valueStream()
                        .map(change -> change.path("field").asString() + " " + shown(change.path("before")) + " → "
                                + shown(change.path("after")))
                        .collect(Collectors.joining("；"))
                : "旧映射没有留存";
    }

    private static String shown(JsonNode value) {
        return value.asString().isEmpty() ? "空" : shortened(value.asString());
    }

    /** A whole record would push what became of it off the screen; --json has it all. */
    private static String shortened(String excerpt) {
        return excerpt.length() <= SHOWN ? excerpt : excerpt.substring(0, SHOWN) + "…";
    }
}
