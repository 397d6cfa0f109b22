package io.hourshare.operate.command.snapshot;

import io.hourshare.engine.Engine;
import io.hourshare.engine.EngineSettings;
import io.hourshare.operate.command.desk.HomeOption;
import io.hourshare.operate.command.terminal.ExitCode;
import io.hourshare.operate.command.terminal.SpillFolder;
import io.hourshare.operate.command.terminal.Terminal;
import io.hourshare.publish.AnalystWorkbook;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes tables of the newest snapshot, or the answer to a question, as a workbook. */
@Command(name = "export", description = "把最新快照的表（或一条 SQL 的结果）导出为 xlsx：代码为文本，附字典与来源")
public final class ExportCommand implements Callable<Integer> {

    @Mixin
    private final HomeOption option = new HomeOption();

    @Option(names = "--table", split = ",", defaultValue = "enterprise", description = "表名，可写多个，默认 enterprise")
    private List<String> tables = List.of("enterprise");

    @Option(names = "--query", description = "含一条 SELECT 的文件，例如 docs/recipes/01-park-enterprises.sql；写了就不看 --table")
    private @Nullable Path query;

    @Option(names = "--out", required = true, description = "写到哪个 xlsx 文件；已有的不覆盖")
    private Path out = Path.of("export.xlsx");

    @Override
    public Integer call() throws Exception {
        Path analyst =
                option.existing().resolve("snapshots/latest/analyst.duckdb").toRealPath();
        try (SpillFolder spill = SpillFolder.of("export")) {
            AnalystWorkbook workbook = new AnalystWorkbook(new Engine(new EngineSettings("512MB", 1), spill.path()));
            Set<String> known = workbook.tables(analyst).keySet();
            if (query == null && !known.containsAll(tables)) {
                Terminal.print("错误：没有表 " + String.join("、", tables) + "。可选：" + String.join("、", known));
                return ExitCode.WRONG;
            }
            write(workbook, analyst);
            Terminal.print("已写 " + out);
            return ExitCode.OK;
        }
    }

    private void write(AnalystWorkbook workbook, Path analyst) throws Exception {
        try (OutputStream file = Files.newOutputStream(out, java.nio.file.StandardOpenOption.CREATE_NEW)) {
            if (query == null) {
                workbook.write(analyst, tables, file);
            } else {
                workbook.answer(analyst, "结果", Files.readString(query), file);
            }
        }
    }
}
