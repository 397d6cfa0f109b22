package io.hourshare.quarantine;

import io.hourshare.access.Caller;
import io.hourshare.access.Needs;
import io.hourshare.access.Permission;
import io.hourshare.kernel.FeedId;
import io.hourshare.kernel.HourWindow;
import io.hourshare.serve.ItemList;
import io.hourshare.serve.RefusedException;
import io.hourshare.sheet.Sheet;
import io.hourshare.sheet.SheetFormat;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Held back records over HTTP. */
@RestController
@RequestMapping("/api/v1/quarantine")
@Needs(Permission.READ_OPERATIONS)
@Tag(name = "退回数据", description = "退回的记录按原因归类、举样、导出")
class QuarantineController {

    private static final Duration A_DAY = Duration.ofHours(24);

    private final Quarantine quarantine;
    private final QuarantineExport export;
    private final Clock clock;

    QuarantineController(Quarantine quarantine, QuarantineExport export, Clock clock) {
        this.quarantine = quarantine;
        this.export = export;
        this.clock = clock;
    }

    @GetMapping
    @Operation(summary = "退回的记录，按原因归类", description = "每类给出条数、最近时段与至多 5 条脱敏样例；默认最近 24 小时")
    ItemList<Cause> causes(
            @RequestParam(required = false) @Nullable String feed,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to) {
        return ItemList.whole(
                quarantine.causes(Optional.ofNullable(feed).map(QuarantineController::feed), from(from), to(to)));
    }

    @GetMapping("/{feed}/export")
    @Operation(summary = "导出退回的记录", description = "按部门自己的列；format 为 xlsx 或 csv。没有受限权限的，个人信息与受限字段已脱敏；每次导出记入审计")
    ResponseEntity<StreamingResponseBody> export(
            @PathVariable String feed,
            @RequestParam(defaultValue = "xlsx") String format,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String field,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to) {
        return file(new QuarantineExport.Wanted(feed(feed), from(from), to(to), reason, field), format);
    }

    private ResponseEntity<StreamingResponseBody> file(QuarantineExport.Wanted wanted, String format) {
        SheetFormat known =
                SheetFormat.named(format).orElseThrow(() -> refused("format-unknown", "format 须为 xlsx 或 csv"));
        Sheet sheet = sheet(wanted);
        StreamingResponseBody body = out -> known.write(sheet, out);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, known.mediaType())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + wanted.feed() + "-returned." + known.ending() + "\"")
                .body(body);
    }

    private Sheet sheet(QuarantineExport.Wanted wanted) {
        try {
            return export.of(wanted, Caller.currentMay(Permission.READ_RESTRICTED));
        } catch (IllegalArgumentException e) {
            throw refused("feed-unknown", "没有数据源 " + wanted.feed() + "；可用的见 /api/v1/freshness");
        }
    }

    private HourWindow to(@Nullable String text) {
        return text == null ? HourWindow.containing(clock.instant()) : window(text);
    }

    private HourWindow from(@Nullable String text) {
        return text == null ? HourWindow.containing(clock.instant().minus(A_DAY)) : window(text);
    }

    private static HourWindow window(String text) {
        try {
            return HourWindow.parse(text);
        } catch (RuntimeException e) {
            throw refused("window-malformed", "时段「" + text + "」写法有误；请写成 2026-11-22T03Z");
        }
    }

    private static FeedId feed(String text) {
        try {
            return FeedId.parse(text);
        } catch (IllegalArgumentException e) {
            throw refused("feed-unknown", "数据源「" + text + "」写法有误；应形如 tax.registration");
        }
    }

    private static RefusedException refused(String code, String detail) {
        return new RefusedException(HttpStatus.UNPROCESSABLE_ENTITY, code, "无法查询", detail);
    }
}
