package io.hourshare.quarantine;

import io.hourshare.access.Caller;
import io.hourshare.access.Needs;
import io.hourshare.access.Permission;
import io.hourshare.contract.KnownNames;
import io.hourshare.kernel.FeedId;
import io.hourshare.kernel.HourWindow;
import io.hourshare.normalize.fault.Reason;
import io.hourshare.serve.ItemList;
import io.hourshare.serve.RefusedException;
import io.hourshare.sheet.Sheet;
import io.hourshare.sheet.SheetFormat;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Duration;
import java.util.stream.Stream;
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
    private final KnownNames names;
    private final Clock clock;

    QuarantineController(Quarantine quarantine, QuarantineExport export, KnownNames names, Clock clock) {
        this.quarantine = quarantine;
        this.export = export;
        this.names = names;
        this.clock = clock;
    }

    @GetMapping
    @Operation(summary = "退回的记录，按原因归类", description = "每类给出条数、最近时段与至多 5 条脱敏样例；默认最近 24 小时")
    ItemList<Cause> causes(
            @RequestParam(required = false) @Nullable String feed,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to) {
        return ItemList.whole(quarantine.causes(names.optionalFeed(feed), from(from), to(to)));
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
        FeedId id = names.feed(feed);
        QuarantineExport.Wanted wanted =
                new QuarantineExport.Wanted(id, from(from), to(to), reason(reason), names.sourceField(id, field));
        return file(wanted, format);
    }

    private ResponseEntity<StreamingResponseBody> file(QuarantineExport.Wanted wanted, String format) {
        SheetFormat known =
                SheetFormat.named(format).orElseThrow(() -> refused("format-unknown", "format 须为 xlsx 或 csv"));
        Sheet sheet = export.of(wanted, Caller.currentMay(Permission.READ_RESTRICTED));
        StreamingResponseBody body = out -> known.write(sheet, out);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, known.mediaType())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + wanted.feed() + "-returned." + known.ending() + "\"")
                .body(body);
    }

    private static String reason(String code) {
        return KnownNames.optional(
                "reason",
                "退回原因",
                code,
                Stream.of(Reason.values()).map(Reason::name).toList());
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

    private static RefusedException refused(String code, String detail) {
        return new RefusedException(HttpStatus.UNPROCESSABLE_ENTITY, code, "无法查询", detail);
    }
}
