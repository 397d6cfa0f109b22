package io.hourshare.web.console;

import io.hourshare.access.Caller;
import io.hourshare.access.Needs;
import io.hourshare.access.Permission;
import io.hourshare.contract.Catalogue;
import io.hourshare.contract.Feed;
import io.hourshare.kernel.FeedId;
import io.hourshare.kernel.HourWindow;
import io.hourshare.operate.decision.Pauses;
import io.hourshare.operate.decision.Waivers;
import io.hourshare.operate.freshness.Freshness;
import io.hourshare.operate.run.OperatorRuns;
import io.hourshare.operate.run.RunRefusedException;
import io.hourshare.web.ShownTime;
import java.time.DateTimeException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One feed: where it stands, pause it until a time, waive hours; each first shown, then done for a reason. */
@Controller
@RequestMapping("/console/feeds/{feed}")
@Needs(Permission.READ_OPERATIONS)
class FeedPageController {

    private final Catalogue catalogue;
    private final Freshness freshness;
    private final Pauses pauses;
    private final Waivers waivers;
    private final OperatorRuns operator;

    FeedPageController(
            Catalogue catalogue, Freshness freshness, Pauses pauses, Waivers waivers, OperatorRuns operator) {
        this.catalogue = catalogue;
        this.freshness = freshness;
        this.pauses = pauses;
        this.waivers = waivers;
        this.operator = operator;
    }

    @GetMapping
    String page(@PathVariable String feed, Model model) {
        Feed known = known(feed);
        model.addAttribute("feed", feed);
        model.addAttribute("contract", known.contract());
        model.addAttribute("mode", known.contract().mode().name());
        model.addAttribute(
                "now",
                freshness.now().stream()
                        .filter(one -> one.feed().equals(feed))
                        .findFirst()
                        .orElse(null));
        model.addAttribute(
                "pause",
                pauses.now().stream()
                        .filter(one -> one.feed().equals(feed))
                        .findFirst()
                        .map(ShownPause::of)
                        .orElse(null));
        model.addAttribute("newest", ShownTime.field(operator.newestHour()));
        return "console/feed";
    }

    @PostMapping("/pause")
    @Needs(Permission.RUN)
    String pause(
            @PathVariable String feed,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String really,
            Model model,
            RedirectAttributes next) {
        FeedId id = known(feed).id();
        model.addAttribute("until", until);
        model.addAttribute("pauseReason", reason);
        return decided(feed, model, () -> {
            if (really.isEmpty()) {
                model.addAttribute(
                        "pausing",
                        ShownPause.of(pauses.preview(id, ShownTime.instant(until), Caller.actor(), reason.strip())));
            } else {
                next.addFlashAttribute("done", "已暂停采集，到时自动恢复。");
                pauses.pause(id, ShownTime.instant(until), Caller.actor(), reason.strip());
            }
            return !really.isEmpty();
        });
    }

    @PostMapping("/unpause")
    @Needs(Permission.RUN)
    String unpause(
            @PathVariable String feed,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            RedirectAttributes next) {
        FeedId id = known(feed).id();
        next.addFlashAttribute("done", "已恢复采集，其间的时段陆续补齐。");
        return decided(feed, model, () -> {
            pauses.unpause(id, Caller.actor(), reason.strip());
            return true;
        });
    }

    @PostMapping("/waive")
    @Needs(Permission.RUN)
    String waive(
            @PathVariable String feed,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String really,
            Model model,
            RedirectAttributes next) {
        FeedId id = known(feed).id();
        model.addAttribute("from", from);
        model.addAttribute("to", to);
        model.addAttribute("waiveReason", reason);
        return decided(feed, model, () -> {
            HourWindow first = ShownTime.hour(from);
            HourWindow last = to.isBlank() ? first : ShownTime.hour(to);
            if (really.isEmpty()) {
                model.addAttribute(
                        "waiving",
                        waivers.preview(id, first, last).slots().stream()
                                .map(slot -> ShownTime.hour(slot.window()))
                                .toList());
            } else {
                int hours = waivers.waive(id, first, last, Caller.actor(), reason.strip())
                        .slots()
                        .size();
                next.addFlashAttribute("done", "已免报 " + hours + " 个时段。");
            }
            return !really.isEmpty();
        });
    }

    /** Work that may be refused; answers whether anything was done. */
    private interface Decision {
        boolean made();
    }

    private String decided(String feed, Model model, Decision decision) {
        try {
            if (decision.made()) {
                return "redirect:/console/feeds/" + feed;
            }
        } catch (RunRefusedException refused) {
            model.addAttribute("refused", refused.getMessage());
        } catch (DateTimeException | IllegalArgumentException noTime) {
            model.addAttribute("refused", "时间写法有误；请从日历里选择，时段选整点");
        }
        return page(feed, model);
    }

    private Feed known(String feed) {
        return catalogue.feeds().stream()
                .filter(one -> one.id().toString().equals(feed))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
