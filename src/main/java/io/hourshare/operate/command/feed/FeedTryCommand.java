package io.hourshare.operate.command.feed;

import io.hourshare.contract.CatalogueProblem;
import io.hourshare.contract.CatalogueReading;
import io.hourshare.contract.Conversion;
import io.hourshare.contract.Feed;
import io.hourshare.contract.FieldMapping;
import io.hourshare.engine.Engine;
import io.hourshare.engine.EngineSettings;
import io.hourshare.kernel.FeedId;
import io.hourshare.kernel.HourWindow;
import io.hourshare.normalize.SampleTrial;
import io.hourshare.normalize.TriedSample;
import io.hourshare.normalize.TriedSample.TriedRecord;
import io.hourshare.operate.command.desk.Catalogues;
import io.hourshare.operate.command.desk.HomeOption;
import io.hourshare.operate.command.terminal.ExitCode;
import io.hourshare.operate.command.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** Shows a sample's source values beside the canonical ones, and what would be quarantined; keeps nothing. */
@Command(name = "try", description = "用样本试算：源值与规范值并列，列出会退回的记录与原因，不留任何数据")
final class FeedTryCommand implements Callable<Integer> {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Map<String, String> VERDICTS = Map.of("accept", "入库", "quarantine", "退回", "drop", "按规则剔除");

    @Mixin
    private final HomeOption option = new HomeOption();

    @Option(names = "--sample", required = true, description = "样本文件")
    private Path sample = Path.of("sample");

    @Option(names = "--id", required = true, description = "数据源标识 <部门>.<数据源>")
    private String id = "";

    @Option(names = "--rows", defaultValue = "5", description = "逐值显示的记录数，默认 5")
    private int rows = 5;

    @Override
    public Integer call() throws IOException {
        if (!Files.isRegularFile(sample)) {
            Terminal.print("错误：找不到样本文件 " + sample + "。请核对 --sample");
            return ExitCode.WRONG;
        }
        CatalogueReading reading = Catalogues.reading(option);
        Optional<Feed> feed = reading.catalogue().feed(FeedId.parse(id));
        if (feed.isEmpty()) {
            Terminal.print(missing(reading));
            return ExitCode.WRONG;
        }
        Engine engine = new Engine(new EngineSettings("512MB", 1), Path.of(System.getProperty("java.io.tmpdir")));
        TriedSample tried = new SampleTrial(reading.catalogue(), engine)
                .of(feed.get(), sample, HourWindow.containing(Clock.systemUTC().instant()), rows);
        Set<String> moments = feed.get().job().map().stream()
                .filter(mapping -> mapping.as().equals(Conversion.TIMESTAMP.word()))
                .map(FieldMapping::canonical)
                .collect(Collectors.toSet());
        Terminal.print(option.json() ? JSON.writeValueAsString(tried) : text(tried, moments));
        if (feed.get().isByNameAlone() && !option.json()) {
            Terminal.print("注意：" + Feed.BY_NAME_ALONE + "\n");
        }
        return tried.quarantined() == 0 ? ExitCode.OK : ExitCode.WARNING;
    }

    private String missing(CatalogueReading reading) {
        StringBuilder text = new StringBuilder("错误：没有可用的数据源 " + id + "。请先改正以下问题，或核对 --id 与 --catalogue\n");
        String stem = id.replaceFirst("\\.", "/");
        reading.problems().stream()
                .filter(problem -> problem.file().contains("/" + stem + "."))
                .map(CatalogueProblem::toString)
                .forEach(problem -> text.append(problem).append('\n'));
        return text.toString();
    }

    /** @param moments canonical fields that hold moments, which are kept in UTC */
    private static String text(TriedSample tried, Set<String> moments) {
        StringBuilder text = new StringBuilder();
        tried.records().forEach(record -> append(text, record, moments));
        text.append("共 ")
                .append(tried.accepted() + tried.quarantined() + tried.dropped())
                .append(" 条：入库 ");
        text.append(tried.accepted()).append("，退回 ").append(tried.quarantined());
        text.append("，按规则剔除 ").append(tried.dropped()).append('\n');
        counted(text, "  退回 ", tried.reasons());
        counted(text, "  告警 ", tried.warnings());
        return text.toString();
    }

    private static void counted(StringBuilder text, String what, Map<String, Long> counts) {
        new TreeMap<>(counts)
                .forEach((reason, count) -> text.append(what)
                        .append(count)
                        .append(" 条 ")
                        .append(reason)
                        .append('\n'));
    }

    private static void append(StringBuilder text, TriedRecord record, Set<String> moments) {
        text.append("第 ")
                .append(record.number())
                .append(" 条 ")
                .append(VERDICTS.getOrDefault(record.verdict(), record.verdict()));
        text.append(record.fault().isEmpty() ? "" : "（" + record.fault() + "）").append('\n');
        record.values()
                .forEach(value -> text.append("  ")
                        .append(value.from())
                        .append(" = ")
                        .append(shown(value.source()))
                        .append("  →  ")
                        .append(value.canonical())
                        .append(" = ")
                        .append(shown(value.value()))
                        .append(
                                moments.contains(value.canonical())
                                                && !value.value().isEmpty()
                                        ? " UTC"
                                        : "")
                        .append('\n'));
    }

    private static String shown(String value) {
        return value.isEmpty() ? "（空）" : value.length() > 60 ? value.substring(0, 60) + "…" : value;
    }
}
