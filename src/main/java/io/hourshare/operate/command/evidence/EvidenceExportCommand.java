package io.hourshare.operate.command.evidence;

import io.hourshare.contract.Catalogue;
import io.hourshare.contract.KnownNames;
import io.hourshare.kernel.HourWindow;
import io.hourshare.operate.command.desk.Catalogues;
import io.hourshare.operate.command.desk.HomeOption;
import io.hourshare.operate.command.terminal.ExitCode;
import io.hourshare.operate.command.terminal.SpillFolder;
import io.hourshare.operate.command.terminal.Terminal;
import io.hourshare.verify.evidence.EvidenceExport;
import io.hourshare.verify.evidence.EvidenceScope;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes a window's evidence into a zip that needs no server to be checked. */
@Command(name = "export", description = "导出某一小时的证据包（zip）：日志链段、逐行位置、出处与落地原件")
final class EvidenceExportCommand implements Callable<Integer> {

    @Mixin
    private final HomeOption option = new HomeOption();

    @Option(names = "--window", description = "时段，例如 2026-11-22T03Z；默认全部时段（不含落地原件）")
    private @Nullable String window;

    @Option(names = "--feed", description = "数据源，例如 tax.registration；默认全部")
    private @Nullable String feed;

    @Option(names = "--out", description = "写到哪个文件；默认 evidence.zip", defaultValue = "evidence.zip")
    private Path out = Path.of("evidence.zip");

    @Override
    public Integer call() throws Exception {
        Path home = option.existing().toRealPath();
        Catalogue catalogue = Catalogues.read(option);
        EvidenceScope scope = window == null && feed == null
                ? EvidenceScope.whole()
                : new EvidenceScope(
                        new KnownNames(catalogue).optionalFeed(feed).orElse(null),
                        window == null ? null : HourWindow.parse(window),
                        true);
        try (SpillFolder spill = SpillFolder.of("evidence");
                OutputStream stream = Files.newOutputStream(out)) {
            EvidenceExport.of(home, catalogue, spill.path()).write(scope, stream);
        }
        Terminal.print("证据包已写到 " + out.toAbsolutePath() + "，" + Files.size(out) + " 字节");
        return ExitCode.OK;
    }
}
