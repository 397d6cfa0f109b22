package io.hourshare.verify;

import io.hourshare.access.Needs;
import io.hourshare.access.Permission;
import io.hourshare.serve.RefusedException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Counts the laws on request and shows the newest count. */
@RestController
@RequestMapping("/api/v1/verification")
@Needs(Permission.VERIFY)
@Tag(name = "核验", description = "逐条核对数据的不变律，并导出证据")
class VerificationController {

    private final VerificationRuns runs;

    VerificationController(VerificationRuns runs) {
        this.runs = runs;
    }

    /**
     * Where verification stands.
     *
     * @param running level that is being counted; {@code null} where none is
     * @param report the newest finished count; {@code null} before the first
     */
    record Standing(@Nullable String running, @Nullable ReportView report) {}

    @GetMapping
    @Operation(summary = "最近一次核验的结果", description = "verdict：HOLDS 全部成立，WARNINGS 有待留意，BROKEN 有律不成立，UNCHECKED 有未能核验的")
    Standing standing() {
        return new Standing(
                runs.running().map(VerificationController::word).orElse(null),
                runs.last().map(ReportView::of).orElse(null));
    }

    @PostMapping
    @Operation(summary = "开始核验", description = "level：quick 最近一天，full 全部，deep 另从落地数据重放；同一时刻只做一次")
    ResponseEntity<Standing> start(@RequestParam(defaultValue = "quick") String level) {
        runs.start(level(level));
        return ResponseEntity.accepted().body(standing());
    }

    private static Level level(String word) {
        try {
            return Level.valueOf(word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new RefusedException(
                    HttpStatus.UNPROCESSABLE_ENTITY, "level-unknown", "核验级别有误", "level 只能是 quick、full 或 deep");
        }
    }

    private static String word(Level level) {
        return level.name().toLowerCase(Locale.ROOT);
    }
}
