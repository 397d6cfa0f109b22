package io.hourshare.operate.balance;

import io.hourshare.access.Needs;
import io.hourshare.access.Permission;
import io.hourshare.quality.DimensionScore;
import io.hourshare.quality.QualityResult;
import io.hourshare.quality.QualityResults;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How well each feed keeps the quality rules of its contract. */
@RestController
@RequestMapping("/api/v1/quality")
@Tag(name = "运行")
class QualityController {

    private final QualityResults results;

    QualityController(QualityResults results) {
        this.results = results;
    }

    /** Scores by dimension, and the rules behind them. */
    record Quality(
            List<DimensionScore> items,
            List<QualityResult> rules,
            @Nullable String next) {}

    @GetMapping
    @Needs(Permission.READ_OPERATIONS)
    @Operation(summary = "各数据源的质量得分（按 ODCS 维度）与每条规则的结果")
    Quality scores() {
        List<QualityResult> rules = results.newest();
        return new Quality(DimensionScore.of(rules), rules, null);
    }
}
