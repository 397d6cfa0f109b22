package io.hourshare.web.console;

import io.hourshare.access.Needs;
import io.hourshare.access.Permission;
import io.hourshare.quality.DimensionScore;
import io.hourshare.quality.QualityResult;
import io.hourshare.quality.QualityResults;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Quality of each feed by dimension, and the rules behind it. */
@Controller
@RequestMapping("/console/quality")
@Needs(Permission.READ_OPERATIONS)
class QualityPageController {

    private static final Map<String, String> DIMENSIONS = Map.of(
            "completeness", "完整性",
            "uniqueness", "唯一性",
            "conformity", "规范性",
            "consistency", "一致性",
            "accuracy", "准确性",
            "timeliness", "及时性",
            "coverage", "覆盖度");

    private final QualityResults results;

    QualityPageController(QualityResults results) {
        this.results = results;
    }

    @GetMapping
    String scores(Model model) {
        List<QualityResult> rules = results.newest();
        model.addAttribute("scores", DimensionScore.of(rules));
        model.addAttribute("rules", rules);
        model.addAttribute("dimensions", DIMENSIONS);
        return "console/quality";
    }
}
