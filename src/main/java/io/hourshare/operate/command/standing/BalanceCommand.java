package io.hourshare.operate.command.standing;

import io.hourshare.kernel.HourWindow;
import io.hourshare.operate.LedgerView;
import io.hourshare.operate.command.desk.Catalogues;
import io.hourshare.operate.command.desk.HomeOption;
import io.hourshare.operate.command.desk.ServerClient;
import io.hourshare.operate.command.terminal.ExitCode;
import io.hourshare.operate.command.terminal.Terminal;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The balance sheet of a window; exit status 1 where a feed is not done or does not balance. */
@Command(name = "balance", description = "某一小时的收支平衡表：收到 = 入库 + 退回 + 重复 + 按规则剔除")
public final class BalanceCommand implements Callable<Integer> {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<String> SETTLED = Set.of("DONE", "WAIVED");

    @Mixin
    private final HomeOption option = new HomeOption();

    @Option(names = "--window", description = "时段，例如 2026-11-22T03Z；默认最近一次发布的小时")
    private @Nullable String window;

    @Override
    public Integer call() throws Exception {
        JsonNode sheet = sheet();
        Terminal.print(option.json() ? JSON.writerWithDefaultPrettyPrinter().writeValueAsString(sheet) : table(sheet));
        boolean fine = sheet.path("items").valueStream().allMatch(BalanceCommand::settled);
        return fine ? ExitCode.OK : ExitCode.WARNING;
    }

    private static boolean settled(JsonNode line) {
        return SETTLED.contains(line.path("state").asString())
                && line.path("balanced").asBoolean(true);
    }

    private JsonNode sheet() throws Exception {
        Optional<ServerClient> server = ServerClient.find(option.home());
        if (server.isPresent()) {
            return server.get().get("/api/v1/windows/" + (window == null ? "latest" : window) + "/balance");
        }
        try (LedgerView ledger = LedgerView.open(option.existing(), Catalogues.read(option), Clock.systemUTC())) {
            HourWindow hour = window == null ? ledger.newestHour() : HourWindow.parse(window);
            return Wire.balance(hour, ledger.balance(hour));
        }
    }

    private static String table(JsonNode sheet) {
        return "时段 " + sheet.path("window").asString() + "\n"
                + BalanceTable.of(sheet.path("items")).text();
    }
}
