package io.hourshare.operate.command.evidence;

import io.hourshare.operate.command.desk.Desk;
import io.hourshare.operate.command.desk.HomeOption;
import io.hourshare.operate.command.desk.Launch;
import io.hourshare.operate.command.terminal.ExitCode;
import io.hourshare.operate.command.terminal.TextTable;
import io.hourshare.operate.retention.DiskUse;
import io.hourshare.operate.retention.RetentionDesk;
import io.hourshare.serve.ItemList;
import java.util.concurrent.Callable;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Says how long what landed is kept, or lets go what may be kept no longer. */
@Command(name = "retention", description = "落地数据保留到何时；--dry-run 列出留存期已满的，--end 立即销毁它们及其密钥（系统每小时也会自动销毁）")
public final class RetentionCommand implements Callable<Integer> {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Launch launch;

    @Mixin
    private final HomeOption option = new HomeOption();

    @Option(names = "--dry-run", description = "只列出会销毁的")
    private boolean dryRun;

    @Option(names = "--end", description = "立即销毁留存期已满的，不可恢复")
    private boolean end;

    @Option(names = "--disk", description = "只说数据目录占用多少磁盘")
    private boolean disk;

    @Option(names = "--reason", description = "事由（--end 必填，入日志）", defaultValue = "")
    private String reason = "";

    RetentionCommand(Launch launch) {
        this.launch = launch;
    }

    @Override
    public Integer call() throws Exception {
        Desk desk = new Desk(option, launch);
        if (disk) {
            desk.print(
                    desk.get(
                            "/api/v1/retention/disk",
                            context -> context.getBean(RetentionDesk.class).disk()),
                    use -> JSON.treeToValue(use, DiskUse.class).words() + "\n");
        } else if (dryRun || end) {
            String path = "/api/v1/retention" + (dryRun ? "?dryRun=true" : "");
            desk.print(desk.post(path, Desk.because(reason), this::end), this::going);
        } else {
            desk.print(desk.get("/api/v1/retention", RetentionCommand::state), RetentionCommand::list);
        }
        return ExitCode.OK;
    }

    private static Object state(ApplicationContext context) {
        return ItemList.whole(context.getBean(RetentionDesk.class).feeds());
    }

    private Object end(ApplicationContext context) {
        RetentionDesk desk = context.getBean(RetentionDesk.class);
        return ItemList.whole(dryRun ? desk.preview() : desk.end(Desk.actor(), reason));
    }

    private static String list(JsonNode feeds) {
        TextTable table = new TextTable("数据源", "名称", "留存天数", "加密", "现存文件", "最早一天", "保留到", "已销毁天数");
        feeds.path("items")
                .forEach(feed -> table.row(
                        feed.path("feed").asString(),
                        feed.path("title").asString(),
                        feed.path("retention_days").asString(),
                        feed.path("sealed").asBoolean() ? "是" : "",
                        feed.path("files").asString(),
                        feed.path("oldest").asString(""),
                        feed.path("until").asString(""),
                        feed.path("ended").size()));
        return table.text();
    }

    private String going(JsonNode going) {
        TextTable table = new TextTable("数据源", "落地日", "密钥", "文件");
        going.path("items")
                .forEach(one -> table.row(
                        one.path("feed").asString(),
                        one.path("day").asString(),
                        one.path("key").asBoolean() ? "销毁" : "",
                        one.path("files").size()));
        int count = going.path("items").size();
        String said = count == 0 ? "没有留存期已满的数据" : dryRun ? "以上留存期已满，--end 将销毁" : "以上已按规则销毁";
        return table.text() + "\n" + said + "\n";
    }
}
