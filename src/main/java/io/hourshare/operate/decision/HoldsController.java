package io.hourshare.operate.decision;

import io.hourshare.access.Caller;
import io.hourshare.access.Needs;
import io.hourshare.access.Permission;
import io.hourshare.kernel.FeedId;
import io.hourshare.kernel.HourWindow;
import io.hourshare.operate.run.AskedFor;
import io.hourshare.operate.run.RunRefusedException;
import io.hourshare.serve.ItemList;
import io.hourshare.store.JournalFact.DriftSeen;
import io.hourshare.store.Ledger;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Deliveries that wait for a person, and how deliveries differed from their contracts. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "运行")
class HoldsController {

    private final Holds holds;
    private final Ledger ledger;

    HoldsController(Holds holds, Ledger ledger) {
        this.holds = holds;
        this.ledger = ledger;
    }

    /** Why somebody decides so. */
    record Because(@Nullable String reason) {}

    /** How one delivery differed. */
    record Drift(String feed, String window, List<io.hourshare.store.DriftChange> changes) {

        static Drift of(DriftSeen seen) {
            return new Drift(seen.feed().toString(), seen.window().label(), seen.changes());
        }
    }

    @GetMapping("/holds")
    @Needs(Permission.READ_OPERATIONS)
    @Operation(summary = "待处理的报送：原因、新旧对照、能否接受")
    ItemList<Hold> waiting() {
        return ItemList.whole(holds.waiting());
    }

    @GetMapping("/drifts")
    @Needs(Permission.READ_OPERATIONS)
    @Operation(summary = "报送与契约或以往不同之处，新的在前")
    ItemList<Drift> drifts() {
        List<Drift> drifts = new java.util.ArrayList<>(
                ledger.drifts().stream().map(Drift::of).toList());
        java.util.Collections.reverse(drifts);
        return ItemList.whole(drifts);
    }

    @PostMapping("/holds/{feed}/{window}/{decision}")
    @Needs(Permission.RUN)
    @Operation(summary = "接受（accept）或退回（refuse）一批待处理的报送", description = "dryRun=true 只给出会动到的那一批")
    Hold decide(
            @PathVariable String feed,
            @PathVariable String window,
            @PathVariable String decision,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestBody(required = false) @Nullable Because because) {
        FeedId id = AskedFor.feed(feed);
        HourWindow hour = AskedFor.window(window, "window");
        String reason = because == null || because.reason() == null
                ? ""
                : because.reason().strip();
        String actor = Caller.current().map(Caller::name).orElse("匿名");
        if (!decision.equals("accept") && !decision.equals("refuse")) {
            throw new RunRefusedException("decision-unknown", "只能 accept（接受）或 refuse（退回），没有「" + decision + "」");
        } else if (dryRun) {
            return holds.find(id, hour);
        }
        return decision.equals("accept")
                ? holds.accept(id, hour, actor, reason)
                : holds.refuse(id, hour, actor, reason);
    }
}
