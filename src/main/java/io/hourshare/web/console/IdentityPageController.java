package io.hourshare.web.console;

import io.hourshare.access.Caller;
import io.hourshare.access.Needs;
import io.hourshare.access.Permission;
import io.hourshare.review.ReviewDesk;
import io.hourshare.review.ReviewQueue;
import io.hourshare.review.Wanted;
import io.hourshare.serve.RefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Both sides of a doubtful likeness beside each other, with buttons to decide. */
@Controller
@RequestMapping("/console/identity")
@Needs(Permission.REVIEW_IDENTITY)
class IdentityPageController {

    private static final int PAGE = 20;

    private final ReviewQueue queue;
    private final ReviewDesk desk;

    IdentityPageController(ReviewQueue queue, ReviewDesk desk) {
        this.queue = queue;
        this.desk = desk;
    }

    @GetMapping
    String page(@RequestParam(defaultValue = "0") int from, Model model) {
        int start = Math.max(0, from);
        long size = queue.size();
        model.addAttribute("questions", queue.questions(start, PAGE));
        model.addAttribute("size", size);
        model.addAttribute("next", start + PAGE < size ? start + PAGE : null);
        model.addAttribute("decisions", desk.standing());
        return "console/identity";
    }

    @PostMapping
    String decide(
            @RequestParam String question,
            @RequestParam String kind,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            RedirectAttributes next) {
        next.addFlashAttribute("done", "判定已记下，自下一次发布起生效。");
        return tried(
                model, () -> desk.decide(new Wanted(kind, question, null, null, null, null, null, reason), actor()));
    }

    @PostMapping("/withdraw")
    String withdraw(
            @RequestParam String decision,
            @RequestParam(defaultValue = "") @Nullable String reason,
            Model model,
            RedirectAttributes next) {
        next.addFlashAttribute("done", "判定已撤回，自下一次发布起生效。");
        return tried(model, () -> desk.withdraw(decision, actor(), reason));
    }

    private String tried(Model model, Runnable work) {
        try {
            work.run();
            return "redirect:/console/identity";
        } catch (RefusedException refusal) {
            model.addAttribute("refused", refusal.getMessage());
            return page(0, model);
        }
    }

    private static String actor() {
        return Caller.current().map(Caller::name).orElse("匿名");
    }
}
