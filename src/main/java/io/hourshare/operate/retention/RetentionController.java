package io.hourshare.operate.retention;

import io.hourshare.access.Caller;
import io.hourshare.access.Needs;
import io.hourshare.access.Permission;
import io.hourshare.serve.ItemList;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How long what landed is kept, and letting go what may be kept no longer. */
@RestController
@RequestMapping("/api/v1/retention")
@Tag(name = "留存")
class RetentionController {

    private final RetentionDesk desk;

    RetentionController(RetentionDesk desk) {
        this.desk = desk;
    }

    /** Why. */
    record Wanted(@Nullable String reason) {}

    @GetMapping
    @Needs(Permission.READ_OPERATIONS)
    @Operation(summary = "各数据源的落地数据保留到何时，哪些已按规则销毁")
    ItemList<RetentionView> state() {
        return ItemList.whole(desk.feeds());
    }

    @GetMapping("/disk")
    @Needs(Permission.READ_OPERATIONS)
    @Operation(summary = "数据目录占用多少磁盘，还剩多少", description = "单位为字节；areas 按目录分列")
    DiskUse disk() {
        return desk.disk();
    }

    @PostMapping
    @Needs(Permission.ADMINISTER)
    @Operation(summary = "立即销毁留存期已满的落地数据及其密钥", description = "dryRun=true 只列出会销毁的；系统每小时也会自动销毁。只动留存期已满的，不可恢复")
    ItemList<RetentionView.Going> end(
            @RequestParam(defaultValue = "false") boolean dryRun, @RequestBody Wanted wanted) {
        if (dryRun) {
            return ItemList.whole(desk.preview());
        }
        String actor = Caller.current().map(Caller::name).orElse("匿名");
        return ItemList.whole(desk.end(actor, wanted.reason() == null ? "" : wanted.reason()));
    }
}
