package io.hourshare.operate.command.standing;

import io.hourshare.operate.LedgerView;
import io.hourshare.operate.command.desk.Catalogues;
import io.hourshare.operate.command.desk.HomeOption;
import io.hourshare.operate.command.desk.ServerClient;
import io.hourshare.operate.command.terminal.ExitCode;
import io.hourshare.operate.command.terminal.Terminal;
import io.hourshare.operate.command.terminal.TextTable;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How fresh each feed is; exit status 1 where one is late, held or missing. */
@Command(name = "status", description = "各数据源的新鲜度：数据截至、时龄、承诺、状态")
public final class StatusCommand implements Callable<Integer> {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<String> FINE = Set.of("ON_TIME", "DUE_SOON", "NOT_YET_DUE", "PAUSED");

    @Mixin
    private final HomeOption option = new HomeOption();

    @Override
    public Integer call() throws Exception {
        JsonNode items = items();
        Terminal.print(option.json() ? JSON.writerWithDefaultPrettyPrinter().writeValueAsString(items) : table(items));
        boolean fine = items.valueStream()
                .allMatch(item -> FINE.contains(item.path("state").asString()));
        return fine ? ExitCode.OK : ExitCode.WARNING;
    }

    private JsonNode items() throws Exception {
        Optional<ServerClient> server = ServerClient.find(option.home());
        if (server.isPresent()) {
            return server.get().get("/api/v1/freshness").path("items");
        }
        try (LedgerView ledger = LedgerView.open(option.existing(), Catalogues.read(option), Clock.systemUTC())) {
            return Wire.freshness(ledger.freshness());
        }
    }

    private static String table(JsonNode items) {
        TextTable table = new TextTable("数据源", "名称", "状态", "数据截至", "时龄(分)", "承诺(分)", "最早缺的时段", "缺几段", "说明");
        items.forEach(item -> table.row(
                item.path("feed").asString(),
                item.path("title").asString(),
                item.path("state_label").asString(),
                item.path("data_time").asString("-"),
                item.path("age_minutes").asString("-"),
                item.path("promise_minutes").asString(),
                item.path("missing_window").asString("-"),
                item.path("missing_windows").asString(),
                item.path("why").asString()));
        return table.text();
    }
}
