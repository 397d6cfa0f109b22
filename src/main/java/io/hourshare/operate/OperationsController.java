package io.hourshare.operate;

import io.hourshare.access.Needs;
import io.hourshare.access.Permission;
import io.hourshare.kernel.HourWindow;
import io.hourshare.operate.balance.Balance;
import io.hourshare.operate.balance.BalanceLine;
import io.hourshare.operate.freshness.FeedFreshness;
import io.hourshare.operate.freshness.Freshness;
import io.hourshare.operate.run.AskedFor;
import io.hourshare.operate.run.OperatorRuns;
import io.hourshare.serve.ItemList;
import io.hourshare.store.JournalFact.SnapshotPublished;
import io.hourshare.store.Ledger;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How the hours went: freshness of each feed, balance sheet of each window. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "运行", description = "时效、平衡表与运行")
class OperationsController {

    private final Freshness freshness;
    private final Balance balance;
    private final Ledger ledger;
    private final OperatorRuns runs;

    OperationsController(Freshness freshness, Balance balance, Ledger ledger, OperatorRuns runs) {
        this.freshness = freshness;
        this.balance = balance;
        this.ledger = ledger;
        this.runs = runs;
    }

    @GetMapping("/freshness")
    @Needs(Permission.READ_OPERATIONS)
    @Operation(summary = "各数据源的新鲜度：数据截至、时龄、承诺、状态")
    ItemList<FeedFreshness> freshness() {
        return ItemList.whole(freshness.now());
    }

    @GetMapping("/windows/{window}/balance")
    @Needs(Permission.READ_OPERATIONS)
    @Operation(
            summary = "某一小时的收支平衡表",
            description =
                    "received = accepted + quarantined + duplicates + dropped；window 形如 2026-11-22T03Z，latest 为最近发布的小时")
    BalanceSheet balance(@PathVariable String window) {
        HourWindow hour = window(window);
        return new BalanceSheet(hour.label(), balance.of(hour), null);
    }

    private HourWindow window(String text) {
        if (text.equals("latest")) {
            return ledger.lastPublication().map(SnapshotPublished::hour).orElseGet(runs::newestHour);
        }
        return AskedFor.window(text, "window");
    }

    /** A window's balance sheet. */
    record BalanceSheet(
            String window,
            List<BalanceLine> items,
            @org.jspecify.annotations.Nullable String next) {}
}
