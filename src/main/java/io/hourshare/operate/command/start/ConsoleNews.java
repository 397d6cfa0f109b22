package io.hourshare.operate.command.start;

import io.hourshare.kernel.HourWindow;
import io.hourshare.operate.balance.Balance;
import io.hourshare.operate.balance.BalanceLine;
import io.hourshare.operate.command.standing.BalanceTable;
import io.hourshare.operate.command.standing.Wire;
import io.hourshare.operate.command.terminal.Terminal;
import io.hourshare.operate.slot.HourNews;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** Shows a person at the terminal how the hour goes: progress, the balance sheet, where to look. */
final class ConsoleNews implements HourNews {

    private final Balance balance;
    private final Clock clock;
    private final Instant started;
    private final AtomicReference<String> farewell;

    /** @param directions where to look, printed once after the first publication */
    ConsoleNews(Balance balance, Clock clock, String directions) {
        this.balance = balance;
        this.clock = clock;
        this.started = clock.instant();
        this.farewell = new AtomicReference<>(directions);
    }

    @Override
    public void starting(HourWindow window, List<String> feeds) {
        Terminal.print(
                seconds() + " 时段 " + window + "：开始处理 " + feeds.size() + " 个数据源（" + String.join("、", feeds) + "）");
    }

    @Override
    public void done(HourWindow window, String feed, String summary) {
        Terminal.print(seconds() + "   " + feed + " " + summary);
    }

    @Override
    public void published(HourWindow hour) {
        String directions = farewell.getAndSet("");
        if (!directions.isEmpty()) {
            sheet(hour.previous(), "首次全量装载");
        }
        sheet(hour, "本小时");
        Terminal.print(directions);
    }

    private void sheet(HourWindow window, String title) {
        List<BalanceLine> lines = balance.of(window);
        Terminal.print("\n" + title + " " + window + "（收到 = 入库 + 退回 + 重复 + 剔除）\n"
                + BalanceTable.of(Wire.balance(window, lines).path("items")).text());
    }

    private String seconds() {
        return String.format(
                "[%4.1fs]", Duration.between(started, clock.instant()).toMillis() / 1000.0);
    }
}
