package io.hourshare.operate.command.identity;

import io.hourshare.engine.EngineSettings;
import io.hourshare.operate.command.desk.Catalogues;
import io.hourshare.operate.command.desk.HomeOption;
import io.hourshare.operate.command.terminal.ExitCode;
import io.hourshare.operate.command.terminal.Terminal;
import io.hourshare.resolve.evaluate.Evaluation;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** Measures the hourly models on files of records, with or without the truth beside them. */
@Command(name = "evaluate", description = "用每小时所用的同一套模型判定文件中的记录，给出分组、待核对清单与准确率")
final class IdentityEvaluateCommand implements Callable<Integer> {

    @Mixin
    private final HomeOption option = new HomeOption();

    @Option(names = "--records", required = true, description = "记录目录：每个部门一个 CSV（market.csv、tax.csv……）")
    Path records = Path.of("");

    @Option(names = "--out", required = true, description = "结果目录：clusters.csv、review.csv、figures.csv")
    Path out = Path.of("");

    @Option(names = "--decisions", description = "人工判定：must_link / cannot_link")
    @Nullable
    Path decisions;

    @Option(names = "--updates", description = "其后到达的记录，结果写入 clusters_after.csv")
    @Nullable
    Path updates;

    @Option(names = "--truth", description = "真值：department,record_id,enterprise_id")
    @Nullable
    Path truth;

    @Option(names = "--memory", description = "计算内存上限，默认 ${DEFAULT-VALUE}", defaultValue = "6GB")
    String memory = "6GB";

    @Option(names = "--threads", description = "线程数，默认 ${DEFAULT-VALUE}", defaultValue = "2")
    int threads = 2;

    @Override
    public Integer call() {
        Evaluation evaluation = new Evaluation(Catalogues.reading(option).catalogue(), Terminal::note);
        Map<String, String> figures = evaluation.run(
                new Evaluation.Request(records, out, decisions, updates, truth), new EngineSettings(memory, threads));
        Terminal.print(option.json() ? JsonMapper.builder().build().writeValueAsString(figures) : text(figures));
        return ExitCode.OK;
    }

    private static String text(Map<String, String> figures) {
        StringBuilder text = new StringBuilder();
        figures.forEach((name, value) ->
                text.append(String.format("%-28s", name)).append(value).append('\n'));
        return text.toString();
    }
}
