package io.hourshare.operate.command.feed;

import io.hourshare.operate.command.desk.HomeOption;
import io.hourshare.operate.command.desk.ServerClient;
import io.hourshare.operate.command.terminal.ExitCode;
import io.hourshare.operate.command.terminal.Terminal;
import io.hourshare.operate.command.terminal.TextTable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Returned records by cause, or as a file for the department; exit status 1 where some wait to be mended. */
@Command(name = "quarantine", description = "退回的记录按原因归类；--out 导出为部门自己的列（.xlsx 或 .csv，记入审计）。需要运行中的服务")
public final class QuarantineCommand implements Callable<Integer> {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Mixin
    private final HomeOption option = new HomeOption();

    @Parameters(index = "0", arity = "0..1", paramLabel = "数据源")
    private @Nullable String feed;

    @Option(names = "--from", description = "第一个时段，例如 2026-11-22T03Z；默认 24 小时前")
    private @Nullable String from;

    @Option(names = "--to", description = "最后一个时段（含）；默认现在")
    private @Nullable String to;

    @Option(names = "--code", description = "只导出这个原因代码", defaultValue = "")
    private String code = "";

    @Option(names = "--out", description = "导出到哪个文件；已有的不覆盖")
    private @Nullable Path out;

    @Override
    public Integer call() throws Exception {
        ServerClient server = ServerClient.require(option.home());
        if (out != null) {
            return export(server, out);
        }
        JsonNode causes = server.get("/api/v1/quarantine?" + span() + (feed == null ? "" : "&feed=" + encoded(feed)));
        Terminal.print(
                option.json() ? JSON.writerWithDefaultPrettyPrinter().writeValueAsString(causes) : table(causes));
        boolean waiting = causes.path("items")
                .valueStream()
                .anyMatch(cause -> cause.path("waiting").asLong() > 0);
        return waiting ? ExitCode.WARNING : ExitCode.OK;
    }

    private int export(ServerClient server, Path file) throws Exception {
        if (feed == null) {
            Terminal.print("错误：导出须写明数据源，例如 hourshare quarantine tax.registration --out 退回.xlsx");
            return ExitCode.WRONG;
        }
        String format = file.toString().endsWith(".csv") ? "csv" : "xlsx";
        byte[] bytes = server.bytes("/api/v1/quarantine/" + encoded(feed) + "/export?format=" + format + "&reason="
                + encoded(code) + "&" + span());
        Files.write(file, bytes, StandardOpenOption.CREATE_NEW);
        Terminal.print("已写 " + file);
        return ExitCode.OK;
    }

    private String span() {
        return (from == null ? "" : "from=" + encoded(from) + "&") + (to == null ? "" : "to=" + encoded(to));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String table(JsonNode causes) {
        TextTable table = new TextTable("数据源", "原因", "字段", "待改", "已更正", "最近时段", "说明");
        causes.path("items")
                .forEach(cause -> table.row(
                        cause.path("feed").asString(),
                        cause.path("reason").asString(),
                        cause.path("field").asString(),
                        cause.path("waiting").asString(),
                        cause.path("mended").asString(),
                        cause.path("newest_window").asString(),
                        cause.path("explanation").asString()));
        return table.text();
    }
}
