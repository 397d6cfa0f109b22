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
import org.springframework.web.bind.annotation.RestController;

/** Operators' runs: sync, rerun, repull. */
@RestController
@RequestMapping("/api/v1/runs")
@Tag(name = "运行")
class RunsController {

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
     * @param from first window; the last complete hour where absent
     * @param to last window, included; {@code from} where absent
     * @param verb {@code sync}, {@code rerun} or {@code repull}
     */
    record Wanted(
            @Nullable List<String> feeds,
            @Nullable String from,
            @Nullable String to,
            @Nullable String verb,
            @Nullable String reason) {}

    @PostMapping
    @Needs(Permission.RUN)
    @Operation(summary = "发起同步、重跑（从落地数据）或重新拉取", description = "带相同 Idempotency-Key 的请求只执行一次；同样的请求仍在执行时返回同一运行")
    ResponseEntity<RunView> start(
            @RequestBody Wanted wanted,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String idempotencyKey) {
        String id = submit(request(wanted), idempotencyKey);
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/runs/" + id))
                .body(runs.find(id).orElseThrow());
    }

    @GetMapping
    @Needs(Permission.READ_OPERATIONS)
    @Operation(summary = "全部运行，新的在前")
    ItemList<RunView> all() {
        return ItemList.whole(runs.all());
    }

    @GetMapping("/{id}")
    @Needs(Permission.READ_OPERATIONS)
    @Operation(summary = "一次运行的步骤与计数")
    RunView one(@PathVariable String id) {
        return runs.find(id)
                .orElseThrow(() -> new RefusedException(
                        HttpStatus.NOT_FOUND, "run-unknown", "没有这次运行", "没有编号为 " + id + " 的运行；请核对编号"));
    }

    private String submit(RunRequest request, @Nullable String idempotencyKey) {
        try {
            return operator.submit(request, idempotencyKey);
        } catch (RunRefusedException e) {
            throw refused(e.code(), String.valueOf(e.getMessage()));
        }
    }

    private RunRequest request(Wanted wanted) {
        HourWindow from = wanted.from() == null ? operator.newestHour() : AskedFor.window(wanted.from(), "from");
        return new RunRequest(
                verb(wanted.verb()),
                AskedFor.feeds(wanted.feeds()),
                from,
                wanted.to() == null ? from : AskedFor.window(wanted.to(), "to"),
                Caller.current().map(Caller::name).orElse("匿名"),
                wanted.reason() == null ? "" : wanted.reason().strip());
    }

    private static RunVerb verb(@Nullable String word) {
        return Arrays.stream(RunVerb.values())
                .filter(verb -> verb.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElseThrow(() -> refused("verb-unknown", "verb 须为 sync（同步）、rerun（重跑）或 repull（重新拉取）"));
    }

    private static RefusedException refused(String code, String detail) {
        return new RefusedException(HttpStatus.UNPROCESSABLE_ENTITY, code, "无法发起", detail);
    }
}
