package io.hourshare.web;

import io.hourshare.access.Caller;
import io.hourshare.access.Needs;
import io.hourshare.access.Permission;
import io.hourshare.contract.Catalogue;
import io.hourshare.contract.Feed;
import io.hourshare.kernel.FeedId;
import io.hourshare.kernel.HourWindow;
import io.hourshare.operate.run.BackfillScope;
import io.hourshare.operate.run.OperatorRuns;
import io.hourshare.operate.run.RunRefusedException;
import io.hourshare.operate.run.RunRequest;
import io.hourshare.operate.run.RunVerb;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A run in two steps: see exactly which slots it would touch, then start it. */
@Controller
@RequestMapping("/console/new-run")
@Needs(Permission.RUN)
class NewRunController {

    private static final String PREVIEW_REASON = "预演";

    private final OperatorRuns operator;
    private final Catalogue catalogue;

    NewRunController(OperatorRuns operator, Catalogue catalogue) {
        this.operator = operator;
        this.catalogue = catalogue;
    }

    @GetMapping
    String form(
            @RequestParam(defaultValue = "SYNC") String verb,
            @RequestParam(defaultValue = "") List<String> feed,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "MISSING") String scope,
            @RequestParam(required = false) @Nullable String preview,
            Model model) {
        fill(model, verb, scope, feed, from, to);
        if (preview != null) {
            try {
                model.addAttribute("plan", operator.preview(request(verb, scope, feed, from, to, PREVIEW_REASON)));
            } catch (RunRefusedException | IllegalArgumentException | java.time.DateTimeException e) {
                model.addAttribute("refused", refusal(e));
            }
        }
        return "console/new-run";
    }

    @PostMapping
    String start(
            @RequestParam String verb,
            @RequestParam(defaultValue = "") List<String> feed,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "MISSING") String scope,
            @RequestParam(required = false) @Nullable String plan,
            @RequestParam(defaultValue = "") String reason,
            Model model) {
        try {
            return "redirect:/console/runs/"
                    + operator.submit(request(verb, scope, feed, from, to, reason.strip()), null, plan);
        } catch (RunRefusedException | IllegalArgumentException | java.time.DateTimeException e) {
            fill(model, verb, scope, feed, from, to);
            model.addAttribute("refused", refusal(e));
            return "console/new-run";
        }
    }

    private void fill(Model model, String verb, String scope, List<String> feed, String from, String to) {
        String newest = ShownTime.field(operator.newestHour());
        model.addAttribute("verbs", RunVerb.values());
        model.addAttribute("scopes", BackfillScope.values());
        model.addAttribute("scope", scope);
        model.addAttribute("verb", verb);
        model.addAttribute("feeds", catalogue.feeds());
        model.addAttribute(
                "chosen",
                feed.isEmpty()
                        ? catalogue.feeds().stream()
                                .map(Feed::id)
                                .map(FeedId::toString)
                                .toList()
                        : feed);
        model.addAttribute("from", from.isBlank() ? newest : field(from));
        model.addAttribute("to", to.isBlank() ? newest : field(to));
    }

    /** What is no hour goes back as it came, to be mended. */
    private static String field(String hour) {
        try {
            return ShownTime.field(ShownTime.hour(hour));
        } catch (java.time.DateTimeException | IllegalArgumentException e) {
            return hour;
        }
    }

    private RunRequest request(String verb, String scope, List<String> feed, String from, String to, String reason) {
        HourWindow first = from.isBlank() ? operator.newestHour() : ShownTime.hour(from);
        return new RunRequest(
                RunVerb.valueOf(verb),
                feed.stream().map(FeedId::parse).sorted().distinct().toList(),
                first,
                to.isBlank() ? first : ShownTime.hour(to),
                BackfillScope.valueOf(scope),
                RunRequest.USUAL_PARALLEL,
                Caller.current().map(Caller::name).orElse("匿名"),
                reason);
    }

    private static String refusal(RuntimeException e) {
        return e instanceof RunRefusedException ? String.valueOf(e.getMessage()) : "时段或数据源写法有误：时段请选整点，数据源从列表中选择。";
    }
}
