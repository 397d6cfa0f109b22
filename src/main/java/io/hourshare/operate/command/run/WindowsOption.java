package io.hourshare.operate.command.run;

import io.hourshare.kernel.FeedId;
import io.hourshare.kernel.HourWindow;
import io.hourshare.operate.command.desk.Desk;
import io.hourshare.operate.run.AskedFor;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/** Which windows of which feed, why, and whether only to look. */
final class WindowsOption {

    @Parameters(index = "0", paramLabel = "数据源")
    private String feed = "";

    @Option(names = "--from", required = true, description = "第一个时段，例如 2026-11-22T03Z")
    private String from = "";

    @Option(names = "--to", description = "最后一个时段（含）；默认同 --from")
    private @Nullable String to;

    @Option(names = "--dry-run", description = "只预演，不动数据")
    private boolean dryRun;

    @Option(names = "--reason", description = "事由（必填，入日志；预演时可省）", defaultValue = "")
    private String reason = "";

    FeedId feed() {
        return AskedFor.feed(feed);
    }

    HourWindow first() {
        return AskedFor.window(from, "--from");
    }

    HourWindow last() {
        return to == null ? first() : AskedFor.window(to, "--to");
    }

    boolean dryRun() {
        return dryRun;
    }

    String reason() {
        return reason.strip();
    }

    /** Where a running service is asked for it. */
    String path(String verb) {
        return "/api/v1/feeds/" + Desk.part(feed) + "/" + verb + (dryRun ? "?dryRun=true" : "");
    }

    ObjectNode body() {
        return Desk.because(reason).put("from", from).put("to", to == null ? from : to);
    }
}
