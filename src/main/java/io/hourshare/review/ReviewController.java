package io.hourshare.review;

import io.hourshare.access.Caller;
import io.hourshare.access.Needs;
import io.hourshare.access.Permission;
import io.hourshare.resolve.Ruling;
import io.hourshare.serve.ItemList;
import io.hourshare.serve.RefusedException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Questions and decisions over HTTP. */
@RestController
@RequestMapping("/api/v1/identity")
@Needs(Permission.REVIEW_IDENTITY)
@Tag(name = "身份核对", description = "哪些记录是同一家企业：待核对的问题、人工判定及其撤回")
class ReviewController {

    private static final int MOST = 500;

    private final ReviewQueue queue;
    private final ReviewDesk desk;

    ReviewController(ReviewQueue queue, ReviewDesk desk) {
        this.queue = queue;
        this.desk = desk;
    }

    /** Why a decision is taken back. */
    record Because(@Nullable String reason) {}

    @GetMapping("/reviews")
    @Operation(summary = "待核对的问题，最没把握的在前", description = "相同的问题合并为一个；证据按特征给出，单位为比特，正数支持相同")
    ItemList<Question> reviews(
            @RequestParam(defaultValue = "50") int limit, @RequestParam(required = false) @Nullable String cursor) {
        if (limit < 1 || limit > MOST) {
            throw bad("limit", "应为 1 到 " + MOST + " 的整数");
        }
        int from = place(cursor);
        var questions = queue.questions(from, limit);
        boolean more = from + questions.size() < queue.size();
        return new ItemList<>(questions, more ? Integer.toString(from + questions.size()) : null);
    }

    @GetMapping("/decisions")
    @Operation(summary = "有效的人工判定")
    ItemList<Ruling> decisions() {
        return ItemList.whole(desk.standing());
    }

    @GetMapping("/decisions/{decision}")
    @Operation(summary = "一项判定", description = "身份变动中的 decision 即其编号；谁、何时、为何判定，是否已撤回")
    DecisionStory decision(@PathVariable String decision) {
        return desk.story(decision);
    }

    @PostMapping("/decisions")
    @Operation(
            summary = "作出判定",
            description = "kind：same 相同，different 不同，alias 别名，void_number 作废代码。按问题判定的，名称与区划相同的记录（含以后报送的）一并适用；自下一次发布起生效")
    ResponseEntity<Ruling> decide(@RequestBody Wanted wanted) {
        Ruling ruling = desk.decide(wanted, actor());
        return ResponseEntity.created(URI.create("/api/v1/identity/decisions/" + ruling.decision()))
                .body(ruling);
    }

    @PostMapping("/decisions/{decision}/withdrawal")
    @Operation(summary = "撤回判定", description = "自下一次发布起，一切如同从未判定")
    Ruling withdraw(@PathVariable String decision, @RequestBody Because because) {
        return desk.withdraw(decision, actor(), because.reason());
    }

    private static int place(@Nullable String cursor) {
        try {
            return cursor == null ? 0 : Math.max(0, Integer.parseInt(cursor));
        } catch (NumberFormatException e) {
            throw bad("cursor", "应为上一页给出的 next");
        }
    }

    private static String actor() {
        return Caller.current().map(Caller::name).orElse("匿名");
    }

    private static RefusedException bad(String name, String remedy) {
        return new RefusedException(
                HttpStatus.BAD_REQUEST, "bad-parameter", "参数有误", "参数 " + name + " 不合要求：" + remedy + "。");
    }
}
