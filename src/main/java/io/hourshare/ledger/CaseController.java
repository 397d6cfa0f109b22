package io.hourshare.ledger;

import io.hourshare.access.Caller;
import io.hourshare.access.Needs;
import io.hourshare.access.Permission;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Ledgers and their cases over HTTP; what a caller may open or do beyond looking, the ledger's file says. */
@RestController
@RequestMapping("/api/v1")
@Needs(Permission.READ_CASES)
@Tag(name = "台账", description = "校核等事项：立件、办理、时限")
class CaseController {

    private static final int MOST = 1_000;

    private final CaseDesk desk;
    private final CaseNames names;

    CaseController(CaseDesk desk, CaseNames names) {
        this.desk = desk;
        this.names = names;
    }

    /** What a case is opened with. */
    record Opening(
            @Nullable Map<String, String> details, @Nullable String reason) {}

    /** What is to be done. */
    record Acting(
            @Nullable String action,
            @Nullable Map<String, String> details,
            @Nullable String reason) {}

    /** A page of cases. */
    record CaseList(List<CaseView> items, @Nullable String next) {}

    /** All ledgers. */
    record LedgerList(List<LedgerKind> items, @Nullable String next) {}

    @GetMapping("/ledgers")
    @Operation(summary = "各台账的状态、动作、时限与字段")
    LedgerList ledgers() {
        return new LedgerList(desk.ledgers(), null);
    }

    @GetMapping("/ledgers/{ledger}/cases")
    @Operation(summary = "台账事项，新的在前", description = "其余参数按事项的字段筛选，如 ?open=true&department=tax")
    CaseList list(
            @PathVariable String ledger,
            @Parameter(description = "true 只列未办结，false 只列已办结") @RequestParam(required = false) @Nullable Boolean open,
            @Parameter(description = "状态，如 OPEN") @RequestParam(required = false) @Nullable String state,
            @Parameter(description = "每页条数，1 到 1000") @RequestParam(defaultValue = "100") int limit,
            @Parameter(description = "上一页给出的 next") @RequestParam(required = false) @Nullable String cursor,
            @Parameter(hidden = true) @RequestParam Map<String, String> all) {
        Map<String, String> details = new HashMap<>(all);
        details.keySet().removeAll(List.of("open", "state", "limit", "cursor"));
        CaseQuery query = names.known(new CaseQuery(ledger, open, state, details));
        List<CaseView> found = desk.list(query, caller());
        List<CaseView> rest = cursor == null
                ? found
                : found.stream()
                        .dropWhile(one -> !one.id().equals(cursor))
                        .skip(1)
                        .toList();
        int size = Math.max(1, Math.min(limit, MOST));
        List<CaseView> page = rest.stream().limit(size).toList();
        return new CaseList(page, rest.size() > size ? page.get(size - 1).id() : null);
    }

    @PostMapping("/ledgers/{ledger}/cases")
    @Operation(summary = "立件", description = "同一事项已有未办结的，返回原件")
    ResponseEntity<CaseView> open(@PathVariable String ledger, @RequestBody Opening opening) {
        CaseView view = desk.open(ledger, map(opening.details()), text(opening.reason()), caller());
        return ResponseEntity.created(URI.create("/api/v1/cases/" + view.id())).body(view);
    }

    @GetMapping("/cases/{id}")
    @Operation(summary = "一件事项：经过、时限、可办的事")
    CaseView show(@PathVariable String id) {
        return desk.show(id, caller());
    }

    @PostMapping("/cases/{id}/actions")
    @Operation(summary = "办理", description = "写明动作与事由；不能从当前状态办理时答 409")
    CaseView act(@PathVariable String id, @RequestBody Acting acting) {
        return desk.act(id, text(acting.action()), map(acting.details()), text(acting.reason()), caller());
    }

    private static Caller caller() {
        return Caller.current().orElseThrow(() -> new IllegalStateException("No caller in a guarded request"));
    }

    private static String text(@Nullable String given) {
        return Objects.requireNonNullElse(given, "");
    }

    private static Map<String, String> map(@Nullable Map<String, String> given) {
        return Objects.requireNonNullElse(given, Map.of());
    }
}
