package io.hourshare.web.console;

import io.hourshare.access.Needs;
import io.hourshare.access.Permission;
import io.hourshare.verify.Level;
import io.hourshare.verify.Report;
import io.hourshare.verify.ReportView;
import io.hourshare.verify.VerificationRuns;
import io.hourshare.web.ShownTime;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The laws of the data: when they were counted last, what holds, and both sides of what does not. */
@Controller
@RequestMapping("/console/verification")
@Needs(Permission.VERIFY)
class VerificationPageController {

    private static final Map<String, String> VERDICTS =
            Map.of("HOLDS", "全部成立", "WARNINGS", "成立，有待留意", "BROKEN", "有律不成立", "UNCHECKED", "有未能核验的");
    private static final Map<Level, String> LEVELS =
            Map.of(Level.QUICK, "快核（最近一天）", Level.FULL, "全核", Level.DEEP, "深核（从落地数据重算）");

    private final VerificationRuns runs;

    VerificationPageController(VerificationRuns runs) {
        this.runs = runs;
    }

    @GetMapping
    String page(Model model) {
        Report last = runs.last().orElse(null);
        ReportView report = last == null ? null : ReportView.of(last);
        model.addAttribute("report", report);
        model.addAttribute("verdict", report == null ? "" : VERDICTS.getOrDefault(report.verdict(), report.verdict()));
        model.addAttribute("at", last == null ? "" : ShownTime.minute(last.at()));
        model.addAttribute("level", last == null ? "" : LEVELS.get(last.level()));
        model.addAttribute("levels", Level.values());
        model.addAttribute("titles", LEVELS);
        model.addAttribute("running", runs.running().map(LEVELS::get).orElse(null));
        return "console/verification";
    }

    @PostMapping
    String start(@RequestParam(defaultValue = "QUICK") Level level) {
        runs.start(level);
        return "redirect:/console/verification";
    }
}
