package io.hourshare.verify.evidence;

import io.hourshare.access.Needs;
import io.hourshare.access.Permission;
import io.hourshare.contract.KnownNames;
import io.hourshare.contract.UnknownNameException;
import io.hourshare.kernel.HourWindow;
import io.hourshare.serve.RefusedException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Hands out a window's evidence. */
@RestController
@RequestMapping("/api/v1/evidence")
@Needs(Permission.VERIFY)
@Tag(name = "核验")
class EvidenceController {

    private final EvidenceExport export;
    private final KnownNames names;

    EvidenceController(EvidenceExport export, KnownNames names) {
        this.export = export;
        this.names = names;
    }

    /** Landed bytes may hold more than a caller may see: over the net they stay where they are. */
    @GetMapping
    @Operation(summary = "某一小时的证据包（zip）", description = "日志链段、逐行位置、出处；落地原件不随接口给出，受限取值只给摘要")
    ResponseEntity<StreamingResponseBody> bundle(
            @RequestParam String window, @RequestParam(required = false) @Nullable String feed) {
        EvidenceScope scope = scope(window, feed);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/zip"))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"evidence-" + scope.window() + ".zip\"")
                .body(out -> export.write(scope, out));
    }

    private EvidenceScope scope(String window, @Nullable String feed) {
        try {
            return new EvidenceScope(names.optionalFeed(feed).orElse(null), HourWindow.parse(window), false);
        } catch (UnknownNameException unknown) {
            throw unknown;
        } catch (java.time.DateTimeException | IllegalArgumentException e) {
            throw new RefusedException(
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    "window-malformed",
                    "时段或数据源写法有误",
                    "window 形如 2026-11-22T03Z，feed 形如 tax.registration");
        }
    }
}
