package io.hourshare.serve.contradiction;

import io.hourshare.access.Needs;
import io.hourshare.access.Permission;
import io.hourshare.contract.KnownNames;
import io.hourshare.serve.Answer;
import io.hourshare.serve.Cursor;
import io.hourshare.serve.ItemList;
import io.hourshare.serve.Sight;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Contradictions between departments over HTTP. */
@RestController
@RequestMapping("/api/v1/contradictions")
@Needs(Permission.READ_CASES)
@Tag(name = "部门间矛盾", description = "常设规则比对各部门数据的结果")
class ContradictionController {

    private static final int MOST = 1_000;

    private final Contradictions contradictions;
    private final KnownNames names;

    ContradictionController(Contradictions contradictions, KnownNames names) {
        this.contradictions = contradictions;
        this.names = names;
    }

    @GetMapping
    @Operation(summary = "部门间矛盾，按轻重排列", description = "有 attribute 者可据 enterprise_id、attribute、feed 提交校核")
    ResponseEntity<ItemList<Contradiction>> list(
            @Parameter(description = "应核实的部门，如 tax；默认全部") @RequestParam(defaultValue = "") String department,
            @Parameter(description = "规则，如 cancelled-but-filing-tax；默认全部") @RequestParam(defaultValue = "") String rule,
            @Parameter(description = "每页条数，1 到 1000") @RequestParam(defaultValue = "100") int limit,
            @Parameter(description = "上一页给出的 next") @RequestParam(required = false) @Nullable String cursor,
            @Parameter(description = "查询事由；有权限者写明事由才看到受限取值") @RequestParam(defaultValue = "") String purpose) {
        int size = Math.max(1, Math.min(limit, MOST));
        int offset = cursor == null ? 0 : Cursor.parse(cursor).offset();
        var found = contradictions.list(
                names.department(department),
                names.contradictionRule(rule),
                Sight.ofCurrent(purpose),
                size + 1,
                offset);
        List<Contradiction> page = found.items().stream().limit(size).toList();
        String next =
                found.items().size() > size ? new Cursor(found.version().sequence(), offset + size).opaque() : null;
        return Answer.of(found.version(), new ItemList<>(page, next));
    }

    @GetMapping("/summary")
    @Operation(summary = "各部门各规则的户数")
    ResponseEntity<ItemList<Contradiction.Count>> summary() {
        var found = contradictions.counts();
        return Answer.of(found.version(), ItemList.whole(found.items()));
    }
}
