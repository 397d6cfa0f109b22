package io.hourshare.operate.command.run;

import io.hourshare.contract.Catalogue;
import io.hourshare.contract.Feed;
import io.hourshare.kernel.FeedId;
import io.hourshare.kernel.HourWindow;
import io.hourshare.operate.command.desk.Catalogues;
import io.hourshare.operate.command.desk.Desk;
import io.hourshare.operate.command.desk.HomeOption;
import io.hourshare.operate.command.desk.Launch;
import io.hourshare.operate.command.terminal.ExitCode;
import io.hourshare.operate.command.terminal.Terminal;
import io.hourshare.operate.run.AskedFor;
import io.hourshare.operate.run.BackfillScope;
import io.hourshare.operate.run.OperatorRuns;
import io.hourshare.operate.run.RunRequest;
import io.hourshare.operate.run.RunVerb;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Runs windows again, or what is still due, and waits for the end. */
@Command(name = "run", description = "同步（sync）、续跑（resume）、重跑（rerun，从落地数据）、重新拉取（repull，再次询问部门）、补数（backfill）")
public final class RunCommand implements Callable<Integer> {

    private final Launch launch;

    @Mixin
    private final HomeOption option = new HomeOption();

    @Option(names = "--verb", description = "sync | resume | rerun | repull | backfill，默认 sync", defaultValue = "SYNC")
    private RunVerb verb = RunVerb.SYNC;

    @Option(names = "--feeds", split = ",", description = "数据源，逗号分隔；默认全部")
    private List<String> feeds = List.of();

    @Option(names = "--from", description = "第一个时段，例如 2026-11-22T03Z；默认最近完整的一小时，同步从其前一小时起")
    private @Nullable String from;

    @Option(names = "--to", description = "最后一个时段（含）；默认同 --from，都不给则到最近完整的一小时")
    private @Nullable String to;

    @Option(names = "--scope", description = "补数的范围：missing | failed | all，默认 missing", defaultValue = "MISSING")
    private BackfillScope scope = BackfillScope.MISSING;

    @Option(names = "--parallel", description = "同时处理的时段数，默认 2", defaultValue = "2")
    private int parallel = RunRequest.USUAL_PARALLEL;

    @Option(names = "--plan", description = "预演给出的编号；情况有变则不发起")
    private @Nullable String plan;

    @Option(
            names = "--wait",
            negatable = true,
            defaultValue = "true",
            fallbackValue = "true",
            description = "等到运行结束（默认）；--no-wait 发起后即返回，进度见 runs <编号>")
    private boolean wait = true;

    @Option(names = "--dry-run", description = "只列出会动到的时段、文件与行数")
    private boolean dryRun;

    @Option(names = "--reason", description = "事由（必填，入日志；预演时可省）", defaultValue = "")
    private String reason = "";

    RunCommand(Launch launch) {
        this.launch = launch;
    }

    @Override
    public Integer call() throws Exception {
        Desk desk = new Desk(option, launch);
        if (dryRun) {
            desk.print(desk.post("/api/v1/runs?dryRun=true", wanted(), this::preview), PlanTable::text);
            return ExitCode.OK;
        }
        JsonNode run = desk.post("/api/v1/runs", wanted(), this::alone);
        if (wait) {
            run = RunWait.untilEnded(desk, run);
        }
        desk.print(run, RunTable::text);
        if (!option.json() && !feeds.isEmpty()) {
            namesAlone();
        }
        return RunTable.exitCode(run);
    }

    /** Only feeds that were asked for by name: those who add one look for its table next. */
    private void namesAlone() {
        Catalogue catalogue = Catalogues.read(option);
        feeds.stream()
                .flatMap(id -> catalogue.feed(FeedId.parse(id)).stream())
                .filter(Feed::isByNameAlone)
                .forEach(feed -> Terminal.print("注意：" + feed.id() + " " + Feed.BY_NAME_ALONE + "\n"));
    }

    private Object preview(ApplicationContext context) {
        OperatorRuns operator = context.getBean(OperatorRuns.class);
        return operator.preview(request(operator.newestHour()));
    }

    private Object alone(ApplicationContext context) {
        OperatorRuns operator = context.getBean(OperatorRuns.class);
        return RunWait.untilEnded(context, operator.submit(request(operator.newestHour()), null, plan));
    }

    private ObjectNode wanted() {
        ObjectNode wanted = Desk.because(reason)
                .put("verb", word(verb))
                .put("scope", word(scope))
                .put("parallel", parallel)
                .put("plan", plan);
        feeds.forEach(feed -> wanted.withArray("feeds").add(feed));
        return wanted.put("from", from).put("to", to);
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private RunRequest request(HourWindow newest) {
        HourWindow first = from == null ? verb.usualStart(newest) : AskedFor.window(from, "--from");
        HourWindow last = from == null ? newest : first;
        return new RunRequest(
                verb,
                AskedFor.feeds(feeds),
                first,
                to == null ? last : AskedFor.window(to, "--to"),
                scope,
                parallel,
                Desk.actor(),
                reason.strip());
    }
}
