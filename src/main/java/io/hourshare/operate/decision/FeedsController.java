package io.hourshare.operate.decision;

import io.hourshare.access.Caller;
import io.hourshare.access.Needs;
import io.hourshare.access.Permission;
import io.hourshare.operate.run.AskedFor;
import io.hourshare.operate.run.RunPlan;
import io.hourshare.operate.run.RunRefusedException;
import io.hourshare.serve.ItemList;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Pauses and waivers of one feed. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "运行")
class FeedsController {

    private final Pauses pauses;
    private final Waivers waivers;

    FeedsController(Pauses pauses, Waivers waivers) {
        this.pauses = pauses;
        this.waivers = waivers;
    }

    /** Until when, and why. */
    record PauseWanted(@Nullable String until, @Nullable String reason) {}

    /**
     * Which windows, and why.
     *
     * @param to last window, included; {@code from} where absent
     */
    record WaiverWanted(
            @Nullable String from,
            @Nullable String to,
            @Nullable String reason) {}

    @GetMapping("/pauses")
    @Needs(Permission.READ_OPERATIONS)
    @Operation(summary = "现在暂停的数据源，到时自动恢复")
    ItemList<Pause> paused() {
        return ItemList.whole(pauses.now());
    }

    @PostMapping("/feeds/{feed}/pause")
    @Needs(Permission.RUN)
    @Operation(summary = "暂停一个数据源到某一时刻", description = "until 形如 2026-11-22T18:00+08:00；时段仍算应到，恢复后补齐")
    Pause pause(
            @PathVariable String feed,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestBody PauseWanted wanted) {
        Instant until = AskedFor.until(wanted.until());
        return dryRun
                ? pauses.preview(AskedFor.feed(feed), until, actor(), reason(wanted.reason()))
                : pauses.pause(AskedFor.feed(feed), until, actor(), reason(wanted.reason()));
    }

    @PostMapping("/feeds/{feed}/unpause")
    @Needs(Permission.RUN)
    @Operation(summary = "提前解除暂停", description = "dryRun=true 只给出会解除的那一个暂停；否则给出其余仍在暂停的")
    ItemList<Pause> unpause(
            @PathVariable String feed,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestBody PauseWanted wanted) {
        if (dryRun) {
            return ItemList.whole(List.of(pauses.previewEnd(AskedFor.feed(feed))));
        }
        pauses.unpause(AskedFor.feed(feed), actor(), reason(wanted.reason()));
        return paused();
    }

    @PostMapping("/feeds/{feed}/waive")
    @Needs(Permission.RUN)
    @Operation(summary = "免报：声明缺失、失败或待处理的时段不必再来", description = "dryRun=true 只列出会免报的时段")
    RunPlan waive(
            @PathVariable String feed,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestBody WaiverWanted wanted) {
        if (wanted.from() == null) {
            throw new RunRefusedException("window-missing", "缺少时段（from）；请写明免报哪个时段");
        }
        var from = AskedFor.window(wanted.from(), "from");
        var to = wanted.to() == null ? from : AskedFor.window(wanted.to(), "to");
        return dryRun
                ? waivers.preview(AskedFor.feed(feed), from, to)
                : waivers.waive(AskedFor.feed(feed), from, to, actor(), reason(wanted.reason()));
    }

    private static String actor() {
        return Caller.current().map(Caller::name).orElse("匿名");
    }

    private static String reason(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
