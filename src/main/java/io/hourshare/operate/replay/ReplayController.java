package io.hourshare.operate.replay;

import io.hourshare.access.Caller;
import io.hourshare.access.Needs;
import io.hourshare.access.Permission;
import io.hourshare.kernel.FeedId;
import io.hourshare.kernel.HourWindow;
import io.hourshare.operate.run.AskedFor;
import io.hourshare.operate.run.OperatorRuns;
import io.hourshare.operate.run.Runs;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Quarantined records again, under a mended mapping. */
@RestController
@RequestMapping("/api/v1/feeds")
@Tag(name = "运行")
class ReplayController {

    private final QuarantineReplay replay;
    private final OperatorRuns operator;
    private final Runs runs;

    ReplayController(QuarantineReplay replay, OperatorRuns operator, Runs runs) {
        this.replay = replay;
        this.operator = operator;
        this.runs = runs;
    }

    /**
     * Which windows, and why.
     *
     * @param from first window; the last complete hour where absent
     * @param to last window, included; {@code from} where absent
     */
    record Wanted(
            @Nullable String from,
            @Nullable String to,
            @Nullable String reason) {}

    @PostMapping("/{feed}/replay")
    @Needs(Permission.RUN)
    @Operation(
            summary = "修正映射之后，只把退回的记录再试一遍",
            description = "dryRun=true 逐条给出新旧映射的对照，并列出会动到的时段、文件与行数；否则只把这些退回的记录重新入库，已入库的不动")
    ResponseEntity<?> replay(
            @PathVariable String feed,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestBody Wanted wanted) {
        FeedId id = AskedFor.feed(feed);
        HourWindow from = wanted.from() == null ? operator.newestHour() : AskedFor.window(wanted.from(), "from");
        HourWindow to = wanted.to() == null ? from : AskedFor.window(wanted.to(), "to");
        if (dryRun) {
            return ResponseEntity.ok(replay.diff(id, from, to));
        }
        String actor = Caller.current().map(Caller::name).orElse("匿名");
        String reason = wanted.reason() == null ? "" : wanted.reason().strip();
        String run = replay.run(id, from, to, actor, reason);
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/runs/" + run))
                .body(runs.find(run).orElseThrow());
    }
}
