package io.hourshare.operate.command.run;

import io.hourshare.operate.command.desk.Desk;
import io.hourshare.operate.command.desk.HomeOption;
import io.hourshare.operate.command.desk.Launch;
import io.hourshare.operate.command.terminal.ExitCode;
import io.hourshare.operate.run.OperatorRuns;
import io.hourshare.operate.run.RunAction;
import io.hourshare.operate.run.RunRefusedException;
import io.hourshare.operate.run.Runs;
import io.hourshare.serve.ItemList;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Lists runs, shows one, or acts on one. */
@Command(name = "runs", description = "列出运行；给编号则看一次运行；再给动作则续跑、重跑、重新拉取、补失败、停止、放弃或恢复")
public final class RunsCommand implements Callable<Integer> {

    private final Launch launch;

    @Mixin
    private final HomeOption option = new HomeOption();

    @Parameters(index = "0", arity = "0..1", paramLabel = "编号")
    private @Nullable String id;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "动作",
            description = "resume | rerun | repull | backfill | stop | abandon | recover")
    private @Nullable RunAction action;

    @Option(names = "--dry-run", description = "只列出会动到的时段")
    private boolean dryRun;

    @Option(names = "--wait", description = "等到运行结束")
    private boolean wait;

    @Option(names = "--reason", description = "事由（入日志；动作必填）", defaultValue = "")
    private String reason = "";

    RunsCommand(Launch launch) {
        this.launch = launch;
    }

    @Override
    public Integer call() throws Exception {
        Desk desk = new Desk(option, launch);
        String path = "/api/v1/runs";
        if (id == null) {
            desk.print(desk.get(path, context -> ItemList.whole(runs(context).all())), RunTable::list);
            return ExitCode.OK;
        } else if (action == null) {
            desk.print(desk.get(path + "/" + Desk.part(id), this::one), RunTable::text);
            return ExitCode.OK;
        }
        return act(desk, path + "/" + Desk.part(id) + "/" + action.word(), id, action);
    }

    private int act(Desk desk, String path, String run, RunAction wanted) throws Exception {
        if (dryRun) {
            desk.print(
                    desk.post(
                            path + "?dryRun=true",
                            Desk.because(reason),
                            context -> operator(context).preview(run, wanted)),
                    PlanTable::text);
            return ExitCode.OK;
        }
        JsonNode view = desk.post(
                path,
                Desk.because(reason),
                context ->
                        RunWait.untilEnded(context, operator(context).act(run, wanted, Desk.actor(), reason.strip())));
        JsonNode shown = wait ? RunWait.untilEnded(desk, view) : view;
        desk.print(shown, RunTable::text);
        return wait && wanted != RunAction.STOP ? RunTable.exitCode(shown) : ExitCode.OK;
    }

    private Object one(ApplicationContext context) {
        return runs(context)
                .find(String.valueOf(id))
                .orElseThrow(() -> new RunRefusedException("run-unknown", "没有编号为 " + id + " 的运行；请核对编号"));
    }

    private static Runs runs(ApplicationContext context) {
        return context.getBean(Runs.class);
    }

    private static OperatorRuns operator(ApplicationContext context) {
        return context.getBean(OperatorRuns.class);
    }
}
