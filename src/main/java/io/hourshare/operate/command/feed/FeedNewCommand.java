package io.hourshare.operate.command.feed;

import io.hourshare.contract.FeedDraft;
import io.hourshare.contract.RouteWish;
import io.hourshare.kernel.FeedId;
import io.hourshare.operate.command.desk.Catalogues;
import io.hourshare.operate.command.desk.HomeOption;
import io.hourshare.operate.command.terminal.ExitCode;
import io.hourshare.operate.command.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** Drafts the files of a feed from a sample and says what it guessed; files that exist are never overwritten. */
@Command(name = "new", description = "由样本（CSV、JSON、XML、xlsx）起草数据源的文件，并说明每一处猜测")
final class FeedNewCommand implements Callable<Integer> {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Path USUAL = Path.of("catalogue");

    @Mixin
    private final HomeOption option = new HomeOption();

    @Option(names = "--sample", required = true, description = "样本文件")
    private Path sample = USUAL;

    @Option(names = "--id", required = true, description = "数据源标识 <部门>.<数据源>，例如 human-resources.insured-headcount")
    private String id = "";

    @Option(names = "--via", description = "取数方式（routes/templates 中的模板，如 jdbc-view）；默认由样本格式决定")
    private @Nullable String via;

    @Option(names = "--set", description = "路由参数 名=值，可多次给出，如 --set folder=/data/in；口令不要写在这里")
    private Map<String, String> values = Map.of();

    @Override
    public Integer call() throws IOException {
        if (!Files.isRegularFile(sample)) {
            Terminal.print("错误：找不到样本文件 " + sample + "。请核对 --sample");
            return ExitCode.WRONG;
        }
        FeedDraft draft = FeedDraft.of(
                FeedId.parse(id),
                String.valueOf(sample.getFileName()),
                Files.readAllBytes(sample),
                Catalogues.read(option),
                new RouteWish(via, values));
        Path folder = option.catalogue() == null ? USUAL : option.catalogue();
        List<Path> present = draft.files().keySet().stream()
                .map(folder::resolve)
                .filter(Files::exists)
                .toList();
        if (!present.isEmpty()) {
            Terminal.print("错误：文件已存在，未改动任何文件：" + present.get(0) + "。请先移开，或换一个 --id");
            return ExitCode.WRONG;
        }
        write(draft, folder);
        Terminal.print(option.json() ? JSON.writeValueAsString(draft) : text(draft, folder));
        return ExitCode.OK;
    }

    private static void write(FeedDraft draft, Path folder) throws IOException {
        for (var file : draft.files().entrySet()) {
            Path target = folder.resolve(file.getKey());
            Files.createDirectories(target.getParent());
            Files.writeString(target, file.getValue());
        }
    }

    private String text(FeedDraft draft, Path folder) {
        StringBuilder text = new StringBuilder();
        draft.notes().forEach(note -> text.append("- ").append(note).append('\n'));
        draft.files()
                .keySet()
                .forEach(file -> text.append("已写 ").append(folder.resolve(file)).append('\n'));
        return text.append("下一步：hourshare feed try --catalogue ")
                .append(folder)
                .append(" --id ")
                .append(draft.id())
                .append(" --sample ")
                .append(sample)
                .append("\n再下一步：hourshare run --catalogue ")
                .append(folder)
                .append(" --feeds ")
                .append(draft.id())
                .append(" --reason 首次同步\n")
                .toString();
    }
}
