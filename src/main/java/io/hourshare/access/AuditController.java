package io.hourshare.access;

import io.hourshare.contract.KnownNames;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The audit trail over HTTP. */
@RestController
@Needs(Permission.AUDIT)
@Tag(name = "审计", description = "谁在什么时候做了什么、看了什么、为什么")
class AuditController {

    private static final int MOST = 1_000;

    private final AuditTrail trail;

    AuditController(AuditTrail trail) {
        this.trail = trail;
    }

    /** A page of deeds. */
    record DeedList(List<AuditTrail.Deed> items, @Nullable String next) {}

    @GetMapping("/api/v1/audit")
    @Operation(summary = "审计记录，新的在前", description = "取自校验链；cursor 为上一页给出的 next")
    DeedList deeds(
            @RequestParam(defaultValue = "") String actor,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "0") long cursor,
            @RequestParam(defaultValue = "100") int limit) {
        int most = Math.max(1, Math.min(limit, MOST));
        List<AuditTrail.Deed> deeds = trail.find(new AuditTrail.Wanted(actor, known(kind), text, cursor, most));
        boolean further = deeds.size() == most;
        return new DeedList(
                deeds, further ? Long.toString(deeds.get(deeds.size() - 1).sequence()) : null);
    }

    private String known(String kind) {
        return KnownNames.optional("kind", "审计类别", kind, trail.kinds().keySet());
    }
}
