package io.hourshare.web.console;

import io.hourshare.access.Caller;
import io.hourshare.access.Needs;
import io.hourshare.access.Permission;
import io.hourshare.contract.Catalogue;
import io.hourshare.contract.Feed;
import io.hourshare.kernel.HourWindow;
import io.hourshare.operate.replay.QuarantineReplay;
import io.hourshare.operate.run.OperatorRuns;
import io.hourshare.operate.run.RunRefusedException;
import io.hourshare.web.ShownTime;
import java.time.DateTimeException;
import java.time.Duration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Returned records under the mapping of today: old against new, row by row, then the windows that gain run again. */
@Controller
@RequestMapping("/console/feeds/{feed}/replay")
@Needs(Permission.RUN)
class ReplayPageController {

    private static final Duration A_DAY = Duration.ofHours(23);
    private static final int SHOWN = 200;

    private final QuarantineReplay replay;
    private final OperatorRuns operator;
    private final Catalogue catalogue;

    ReplayPageController(QuarantineReplay replay, OperatorRuns operator, Catalogue catalogue) {
        this.replay = replay;
        this.operator = operator;
        this.catalogue = catalogue;
    }

    @GetMapping
    String page(
            @PathVariable String feed,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            Model model) {
        Feed known = known(feed);
        HourWindow newest = operator.newestHour();
        try {
            HourWindow last = to.isBlank() ? newest : ShownTime.hour(to);
            HourWindow first =
                    from.isBlank() ? HourWindow.containing(last.start().minus(A_DAY)) : ShownTime.hour(from);
            model.addAttribute("from", ShownTime.field(first));
            model.addAttribute("to", ShownTime.field(last));
            model.addAttribute("diff", replay.diff(known.id(), first, last));
        } catch (RunRefusedException refused) {
            model.addAttribute("refused", refused.getMessage());
        } catch (DateTimeException | IllegalArgumentException noTime) {
            model.addAttribute("refused", "时间写法有误；请从日历里选择，时段选整点");
        }
        model.addAttribute("feed", feed);
        model.addAttribute("title", known.contract().title());
        model.addAttribute("shown", SHOWN);
        return "console/replay";
    }

    @PostMapping
    String run(
            @PathVariable String feed,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String reason,
            Model model) {
        try {
            return "redirect:/console/runs/"
                    + replay.run(
                            known(feed).id(), ShownTime.hour(from), ShownTime.hour(to), Caller.actor(), reason.strip());
        } catch (RunRefusedException refused) {
            model.addAttribute("refused", refused.getMessage());
            return page(feed, from, to, model);
        } catch (DateTimeException | IllegalArgumentException noTime) {
            return page(feed, "", "", model);
        }
    }

    private Feed known(String feed) {
        return catalogue.feeds().stream()
                .filter(one -> one.id().toString().equals(feed))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
