package io.hourshare.operate.snapshot;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.hourshare.access.Caller;
import io.hourshare.access.Needs;
import io.hourshare.access.Permission;
import io.hourshare.serve.RefusedException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Kept snapshots: what they hold, what changed, and which one is served. */
@RestController
@RequestMapping("/api/v1/snapshots")
@Tag(name = "快照")
class SnapshotsController {

    private final OperatorSnapshots snapshots;

    SnapshotsController(OperatorSnapshots snapshots) {
        this.snapshots = snapshots;
    }

    /**
     * The kept snapshots.
     *
     * @param hold why nothing is published at present; {@code null} where publication goes on
     */
    record Listing(
            List<SnapshotLine> items,
            @JsonProperty("publication_hold") @Nullable Hold hold) {}

    /**
     * What a caller asks for.
     *
     * @param sequence the snapshot to go back to; the one before the served where absent
     */
    record Wanted(@Nullable Long sequence, @Nullable String reason) {}

    @GetMapping
    @Needs(Permission.READ_OPERATIONS)
    @Operation(summary = "保留的快照，新的在前；publication_hold 说明发布是否因回退而暂停")
    Listing all() {
        return new Listing(snapshots.all(), snapshots.hold().orElse(null));
    }

    @GetMapping("/{sequence}/diff")
    @Needs(Permission.READ_OPERATIONS)
    @Operation(summary = "与另一快照的差异", description = "against 默认为前一个保留的快照：各表行数、各数据源批次、新增与减少及有变化的企业")
    SnapshotDiff diff(@PathVariable String sequence, @RequestParam(required = false) @Nullable Long against) {
        try {
            return snapshots.diff(against, Long.parseLong(sequence));
        } catch (NumberFormatException e) {
            throw new RefusedException(
                    HttpStatus.UNPROCESSABLE_ENTITY, "sequence-malformed", "快照序号有误", "序号是一个整数，例如 17");
        } catch (SnapshotRefusedException e) {
            throw refused(e);
        }
    }

    @PostMapping("/rollback")
    @Needs(Permission.RUN)
    @Operation(summary = "回退到较早的快照", description = "立即改由该快照提供服务，并暂停发布，直到有人解除；缺省回到前一个。dryRun=true 只列出会撤下的快照")
    Object rollBack(@RequestParam(defaultValue = "false") boolean dryRun, @RequestBody Wanted wanted) {
        try {
            return dryRun
                    ? snapshots.previewRollBack(wanted.sequence())
                    : snapshots.rollBack(wanted.sequence(), actor(), text(wanted.reason()));
        } catch (SnapshotRefusedException e) {
            throw refused(e);
        }
    }

    @PostMapping("/release")
    @Needs(Permission.RUN)
    @Operation(summary = "解除回退后的发布暂停", description = "此后按已入库的数据照常发布；请先确认有误的批次已更正。dryRun=true 只说明会随之发布多少个入库结果")
    Object release(@RequestParam(defaultValue = "false") boolean dryRun, @RequestBody Wanted wanted) {
        try {
            if (dryRun) {
                return snapshots.previewRelease();
            }
            snapshots.release(actor(), text(wanted.reason()));
            return all();
        } catch (SnapshotRefusedException e) {
            throw refused(e);
        }
    }

    private static RefusedException refused(SnapshotRefusedException e) {
        return new RefusedException(
                HttpStatus.UNPROCESSABLE_ENTITY, e.code(), "快照操作未执行", String.valueOf(e.getMessage()));
    }

    private static String actor() {
        return Caller.current().map(Caller::name).orElse("匿名");
    }

    private static String text(@Nullable String reason) {
        return reason == null ? "" : reason.strip();
    }
}
