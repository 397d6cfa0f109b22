package io.hourshare.web.console;

import io.hourshare.access.Caller;
import io.hourshare.access.Needs;
import io.hourshare.access.Permission;
import io.hourshare.kernel.FeedId;
import io.hourshare.kernel.HourWindow;
import io.hourshare.operate.decision.Hold;
import io.hourshare.operate.decision.Holds;
import io.hourshare.operate.run.RunRefusedException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Deliveries that wait for a person: old and new side by side, accept or refuse. */
@Controller
@RequestMapping("/console/holds")
@Needs(Permission.READ_OPERATIONS)
class HoldPageController {

    private final Holds holds;

    HoldPageController(Holds holds) {
        this.holds = holds;
    }

    @GetMapping
    String waiting(Model model) {
        List<Hold> waiting = holds.waiting();
        model.addAttribute("holds", waiting);
        model.addAttribute(
                "words",
                waiting.stream()
                        .map(Hold::code)
                        .distinct()
                        .collect(Collectors.toMap(Function.identity(), HoldWords::of)));
        return "console/holds";
    }

    @PostMapping("/{feed}/{window}")
    @Needs(Permission.RUN)
    String decide(
            @PathVariable String feed,
            @PathVariable String window,
            @RequestParam String decision,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            RedirectAttributes next) {
        String actor = Caller.current().map(Caller::name).orElse("匿名");
        try {
            FeedId id = FeedId.parse(feed);
            HourWindow hour = HourWindow.parse(window);
            boolean accepted = decision.equals("accept");
            if (accepted) {
                holds.accept(id, hour, actor, reason.strip());
            } else {
                holds.refuse(id, hour, actor, reason.strip());
            }
            next.addFlashAttribute("done", accepted ? "已接受，一分钟内开始入库。" : "已退回。部门重新提供后，在该时段的页面重新拉取。");
            return "redirect:/console/holds";
        } catch (RunRefusedException | IllegalArgumentException | java.time.DateTimeException refusal) {
            model.addAttribute("refused", refusal.getMessage());
            return waiting(model);
        }
    }
}
