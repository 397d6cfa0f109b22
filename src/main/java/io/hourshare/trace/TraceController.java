package io.hourshare.trace;

import io.hourshare.access.Needs;
import io.hourshare.access.Permission;
import io.hourshare.kernel.FeedId;
import io.hourshare.kernel.HourWindow;
import io.hourshare.serve.RefusedException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A window's way and its failure card over HTTP. */
@RestController
@RequestMapping("/api/v1/windows/{window}/feeds/{feed}")
@Needs(Permission.READ_OPERATIONS)
@Tag(name = "运行")
class TraceController {

    private final Chains chains;
    private final FailureCards cards;

    TraceController(Chains chains, FailureCards cards) {
        this.chains = chains;
        this.cards = cards;
    }

    @GetMapping("/chain")
    @Operation(summary = "为什么晚：数源出数、取数、入库、归并、发布各用了多久", description = "slowest 标出最慢的一步；at 为空的一步还没有走完")
    Chain chain(@PathVariable String window, @PathVariable String feed) {
        return chains.of(feed(feed), window(window)).orElseThrow(() -> unknown(feed));
    }

    @GetMapping("/failure")
    @Operation(summary = "失败卡：停在哪一步、首个错误、样例、与上次成功的差别、下一步")
    FailureCard failure(@PathVariable String window, @PathVariable String feed) {
        return cards.of(feed(feed), window(window))
                .orElseThrow(() -> new RefusedException(
                        HttpStatus.NOT_FOUND,
                        "no-failure",
                        "没有失败",
                        "数据源 " + feed + " 的时段 " + window + " 没有失败或待处理的记录。请核对时段，或看平衡表。"));
    }

    private static HourWindow window(String text) {
        try {
            return HourWindow.parse(text);
        } catch (RuntimeException e) {
            throw new RefusedException(
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    "window-malformed",
                    "时段写法有误",
                    "时段「" + text + "」写法有误；请写成 2026-11-22T03Z");
        }
    }

    private static FeedId feed(String text) {
        try {
            return FeedId.parse(text);
        } catch (IllegalArgumentException e) {
            throw unknown(text);
        }
    }

    private static RefusedException unknown(String feed) {
        return new RefusedException(
                HttpStatus.NOT_FOUND, "feed-unknown", "没有数据源", "没有数据源 " + feed + "；可用的见 /api/v1/freshness");
    }
}
