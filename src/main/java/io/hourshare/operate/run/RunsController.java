package io.hourshare.operate.run;

import io.hourshare.access.Caller;
import io.hourshare.access.Needs;
import io.hourshare.access.Permission;
import io.hourshare.kernel.HourWindow;
import io.hourshare.serve.ItemList;
import io.hourshare.serve.RefusedException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Operators' runs: ask for one, look at one, act on one; each with a dry run. */
@RestController
@RequestMapping("/api/v1/runs")
@Tag(name = "运行")
class RunsController {

    private static final String VERBS = "verb 须为 sync（同步）、resume（续跑）、rerun（重跑）、repull（重新拉取）、backfill（补数）或 replay（再试退回）";
    private static final String SCOPES = "scope 须为 missing（仅缺失）、failed（仅失败）或 all（全部）";
    private static final String ACTIONS = "action 须为 resume、rerun、repull、backfill、stop、abandon 或 recover";

    private final OperatorRuns operator;
    private final Runs runs;

    RunsController(OperatorRuns operator, Runs runs) {
        this.operator = operator;
        this.runs = runs;
    }

    /**
     * What a caller asks for.
     *
     * @param feeds feeds by id; all where absent
     * @param from first window; where absent the last complete hour, and the one before it for a sync
     * @param to last window, included; where absent {@code from}, or the last complete hour
     * @param verb {@code sync}, {@code resume}, {@code rerun}, {@code repull}, {@code backfill} or {@code replay}
     * @param scope for a backfill: {@code missing}, {@code failed} or {@code all}
     * @param parallel slots that are worked on at the same time
     * @param plan digest of a dry run; the run is refused where it would touch anything else
     */
    record Wanted(
            @Nullable List<String> feeds,
            @Nullable String from,
            @Nullable String to,
            @Nullable String verb,
            @Nullable String scope,
            @Nullable Integer parallel,
            @Nullable String plan,
            @Nullable String reason) {}

    /**
     * Why somebody acts.
     *
     * @param plan digest of a dry run; the action is refused where it would touch anything else
     */
    record Because(@Nullable String reason, @Nullable String plan) {}

    @PostMapping
    @Needs(Permission.RUN)
    @Operation(
            summary = "发起同步、续跑、重跑（从落地数据）、重新拉取、补数或再试退回的记录",
            description = "dryRun=true 只列出会动到的时段、文件与行数；带相同 Idempotency-Key 的请求只执行一次；同样的请求仍在执行时返回同一运行")
    ResponseEntity<?> start(
            @RequestBody Wanted wanted,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String idempotencyKey) {
        RunRequest request = request(wanted);
        return dryRun
                ? ResponseEntity.ok(operator.preview(request))
                : accepted(operator.submit(request, idempotencyKey, wanted.plan()));
    }

    @PostMapping("/{id}/{action}")
    @Needs(Permission.RUN)
    @Operation(summary = "对一次运行续跑、重跑、重新拉取、补失败、停止、放弃或恢复", description = "可用的动作见运行的 allowedActions；dryRun=true 只列出会动到的时段")
    ResponseEntity<?> act(
            @PathVariable String id,
            @PathVariable String action,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestBody(required = false) @Nullable Because because) {
        RunAction wanted = word(RunAction.values(), action, "action-unknown", ACTIONS);
        if (dryRun) {
            return ResponseEntity.ok(operator.preview(id, wanted));
        }
        Because said = because == null ? new Because(null, null) : because;
        return accepted(operator.act(id, wanted, actor(), reason(said.reason()), said.plan()));
    }

    @GetMapping
    @Needs(Permission.READ_OPERATIONS)
    @Operation(summary = "全部运行，新的在前")
    ItemList<RunView> all() {
        return ItemList.whole(runs.all());
    }

    @GetMapping("/{id}")
    @Needs(Permission.READ_OPERATIONS)
    @Operation(summary = "一次运行的步骤、计数，以及现在能做与不能做的动作")
    RunView one(@PathVariable String id) {
        return runs.find(id).orElseThrow(() -> new RunRefusedException("run-unknown", "没有编号为 " + id + " 的运行；请核对编号"));
    }

    private ResponseEntity<RunView> accepted(String id) {
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/runs/" + id))
                .body(runs.find(id).orElseThrow());
    }

    private RunRequest request(Wanted wanted) {
        RunVerb verb = word(RunVerb.values(), wanted.verb() == null ? "" : wanted.verb(), "verb-unknown", VERBS);
        HourWindow newest = operator.newestHour();
        HourWindow from = wanted.from() == null ? verb.usualStart(newest) : AskedFor.window(wanted.from(), "from");
        HourWindow last = wanted.from() == null ? newest : from;
        String scope = wanted.scope() == null ? "missing" : wanted.scope();
        return new RunRequest(
                verb,
                AskedFor.feeds(wanted.feeds()),
                from,
                wanted.to() == null ? last : AskedFor.window(wanted.to(), "to"),
                word(BackfillScope.values(), scope, "scope-unknown", SCOPES),
                wanted.parallel() == null ? RunRequest.USUAL_PARALLEL : wanted.parallel(),
                actor(),
                reason(wanted.reason()));
    }

    private static String actor() {
        return Caller.current().map(Caller::name).orElse("匿名");
    }

    private static String reason(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    private static <E extends Enum<E>> E word(E[] values, String word, String code, String choice) {
        return Arrays.stream(values)
                .filter(value -> value.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElseThrow(() -> new RefusedException(HttpStatus.UNPROCESSABLE_ENTITY, code, "无法发起", choice));
    }
}
