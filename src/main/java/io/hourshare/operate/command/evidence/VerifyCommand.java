package io.hourshare.operate.command.evidence;

import io.hourshare.engine.Engine;
import io.hourshare.engine.EngineSettings;
import io.hourshare.operate.command.desk.Catalogues;
import io.hourshare.operate.command.desk.HomeOption;
import io.hourshare.operate.command.terminal.SpillFolder;
import io.hourshare.operate.command.terminal.Terminal;
import io.hourshare.operate.command.terminal.TextTable;
import io.hourshare.verify.Level;
import io.hourshare.verify.ReportView;
import io.hourshare.verify.Sources;
import io.hourshare.verify.Verification;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** Counts the laws from the files, whether a service runs or not; exit status as the report says. */
@Command(name = "verify", description = "逐条核对数据的不变律；服务运行与否都可执行，不改动任何文件")
public final class VerifyCommand implements Callable<Integer> {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int SHOWN = 50;

    @Mixin
    private final HomeOption option = new HomeOption();

    @Option(names = "--level", description = "quick 最近一天，full 全部，deep 另从落地数据重放；默认 quick", defaultValue = "quick")
    private Level level = Level.QUICK;

    @Option(
            names = {"--token-key", "--hourshare.normalize.token-key"},
            description = "令牌密钥文件，默认数据目录旁的 <数据目录>-keys/token.key")
    private @Nullable Path tokenKey;

    @Option(
            names = {"--landing-keys", "--hourshare.land.keys"},
            description = "落地密钥目录，默认数据目录旁的 <数据目录>-keys/landing")
    private @Nullable Path landingKeys;

    @Option(
            names = {"--anchor", "--hourshare.evidence.anchor"},
            description = "小时证据根文件（服务设了 hourshare.evidence.anchor 时填同一路径），默认 <数据目录>/evidence/roots.jsonl")
    private @Nullable Path anchor;

    @Override
    public Integer call() throws Exception {
        try (SpillFolder spill = SpillFolder.of("verify")) {
            Verification verification = new Verification(
                    option.existing().toRealPath(),
                    new Sources(Catalogues.read(option), tokenKey, landingKeys, anchor),
                    new Engine(new EngineSettings("1GB", 2), spill.path()),
                    Clock.systemUTC());
            ReportView report = ReportView.of(verification.run(level));
            Terminal.print(
                    option.json() ? JSON.writerWithDefaultPrettyPrinter().writeValueAsString(report) : text(report));
            return report.exit();
        }
    }

    private static String text(ReportView report) {
        TextTable table = new TextTable("律", "内容", "核对", "不成立", "留意", "按规则已销毁", "未核");
        report.laws()
                .forEach(law -> table.row(
                        law.law(),
                        law.title(),
                        law.checked(),
                        law.broken(),
                        law.warnings(),
                        law.destroyed(),
                        String.join("；", law.unchecked())));
        StringBuilder text = new StringBuilder(table.text());
        report.findings().stream()
                .limit(SHOWN)
                .forEach(line -> text.append("\n").append(line(line)));
        return text.append("\n").append(verdict(report)).toString();
    }

    private static String line(ReportView.Line line) {
        return "%s 律 %d %s：应为 %s，实为 %s%n    位置 %s%s%n    处理 %s"
                .formatted(
                        line.severity().equals("BROKEN") ? "✗" : "!",
                        line.law(),
                        line.scope(),
                        line.expected(),
                        line.found(),
                        line.file(),
                        line.row() == null ? "" : ":" + line.row(),
                        line.remedy());
    }

    private static String verdict(ReportView report) {
        String said = switch (report.exit()) {
            case 0 -> "全部成立";
            case 1 -> "全部成立，有需要留意之处";
            case 2 -> "有律不成立，请按上述处理";
            default -> "有未能核验之处";
        };
        return "核验（%s）%s：日志 %d 行，用时 %.1f 秒"
                .formatted(report.level(), said, report.journalLines(), report.elapsedMillis() / 1000.0);
    }
}
