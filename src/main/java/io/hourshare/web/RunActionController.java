package io.hourshare.web;

import io.hourshare.access.Caller;
import io.hourshare.access.Needs;
import io.hourshare.access.Permission;
import io.hourshare.operate.run.OperatorRuns;
import io.hourshare.operate.run.RunAction;
import io.hourshare.operate.run.RunRefusedException;
import io.hourshare.operate.run.Runs;
import java.util.Arrays;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The buttons of a run's page. */
@Controller
@RequestMapping("/console/runs")
@Needs(Permission.RUN)
class RunActionController {

    private final OperatorRuns operator;
    private final Runs runs;
    private final RunPages pages;

    RunActionController(OperatorRuns operator, Runs runs, RunPages pages) {
        this.operator = operator;
        this.runs = runs;
        this.pages = pages;
    }

    @PostMapping("/{id}")
    String act(
            @PathVariable String id,
            @RequestParam String action,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String plan,
            Model model) {
        try {
            String actor = Caller.current().map(Caller::name).orElse("匿名");
            return "redirect:/console/runs/"
                    + operator.act(id, action(action), actor, reason.strip(), plan.isEmpty() ? null : plan);
        } catch (RunRefusedException refusal) {
            model.addAttribute("refused", refusal.getMessage());
            return page(id, model);
        }
    }

    /** What the action would touch, on the run's page, with the button that does exactly this. */
    @PostMapping("/{id}/preview")
    String preview(@PathVariable String id, @RequestParam String action, Model model) {
        RunAction wanted = action(action);
        try {
            model.addAttribute("plan", operator.preview(id, wanted));
            model.addAttribute("wanted", wanted);
        } catch (RunRefusedException refusal) {
            model.addAttribute("refused", refusal.getMessage());
        }
        return page(id, model);
    }

    private String page(String id, Model model) {
        model.addAttribute(
                "run",
                runs.find(id).map(pages::page).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
        return "console/run";
    }

    private static RunAction action(String word) {
        return Arrays.stream(RunAction.values())
                .filter(one -> one.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
