package io.hourshare.web;

import io.hourshare.access.Needs;
import io.hourshare.access.Permission;
import io.hourshare.contract.Catalogue;
import io.hourshare.contract.Departments;
import io.hourshare.contract.Feed;
import io.hourshare.kernel.HourWindow;
import io.hourshare.operate.balance.Balance;
import io.hourshare.operate.balance.BalanceLine;
import io.hourshare.operate.freshness.Freshness;
import io.hourshare.operate.run.OperatorRuns;
import io.hourshare.operate.run.Runs;
import io.hourshare.operate.slot.SlotWords;
import io.hourshare.trace.Chains;
import io.hourshare.web.console.Handover;
import java.time.Clock;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The console: is the hour on time, what became of each slot, what is running. */
@Controller
@RequestMapping("/console")
@Needs(Permission.READ_OPERATIONS)
class ConsoleController {

    private static final List<Integer> SPANS = List.of(24, 72, 168);

    private final Freshness freshness;
    private final Balance balance;
    private final Runs runs;
    private final OperatorRuns operator;
    private final Catalogue catalogue;
    private final Chains chains;
    private final Handover handover;
    private final RunPages runPages;
    private final Clock clock;

    ConsoleController(
            Freshness freshness,
            Balance balance,
            Runs runs,
            OperatorRuns operator,
            Catalogue catalogue,
            Chains chains,
            Handover handover,
            RunPages runPages,
            Clock clock) {
        this.freshness = freshness;
        this.balance = balance;
        this.runs = runs;
        this.operator = operator;
        this.catalogue = catalogue;
        this.chains = chains;
        this.handover = handover;
        this.runPages = runPages;
        this.clock = clock;
    }

    @GetMapping
    String board(Model model) {
        model.addAttribute("board", FreshnessBoard.of(freshness.now(), chains, clock.instant()));
        handover.addTo(model);
        return "console/freshness";
    }

    @GetMapping("/slots")
    String slots(
            @RequestParam(defaultValue = "24") int hours,
            @RequestParam(defaultValue = "") String department,
            @RequestParam(defaultValue = "") String only,
            Model model) {
        int span = SPANS.contains(hours) ? hours : SPANS.get(0);
        model.addAttribute("spans", SPANS);
        model.addAttribute("span", span);
        model.addAttribute("department", department);
        model.addAttribute("only", only);
        model.addAttribute("departments", new Departments(catalogue).all());
        List<Feed> feeds = catalogue.feeds().stream()
                .filter(feed -> department.isEmpty() || feed.id().department().equals(department))
                .toList();
        SlotGrid grid = SlotGrid.of(feeds, balance, operator.newestHour(), span);
        model.addAttribute("grid", only.equals("trouble") ? grid.troubled() : grid);
        return "console/slots";
    }

    @GetMapping("/hours/{window}")
    String hour(@PathVariable String window, Model model) {
        HourWindow hour = window.equals("latest") ? operator.newestHour() : parse(window);
        List<BalanceLine> lines = balance.of(hour);
        model.addAttribute("hour", hour.label());
        model.addAttribute("shown", ShownTime.hour(hour));
        model.addAttribute("before", hour.previous().label());
        model.addAttribute(
                "after", hour.compareTo(operator.newestHour()) < 0 ? hour.next().label() : null);
        model.addAttribute("lines", lines);
        model.addAttribute("states", SlotWords.states());
        model.addAttribute("balanced", lines.stream().noneMatch(line -> Boolean.FALSE.equals(line.balanced())));
        return "console/hour";
    }

    @GetMapping("/runs")
    String runs(Model model) {
        model.addAttribute("runs", runs.all().stream().map(runPages::page).toList());
        return "console/runs";
    }

    @GetMapping("/runs/{id}")
    String run(@PathVariable String id, Model model) {
        model.addAttribute(
                "run",
                runs.find(id).map(runPages::page).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
        return "console/run";
    }

    private static HourWindow parse(String window) {
        try {
            return HourWindow.parse(window);
        } catch (RuntimeException noHour) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "no hour", noHour);
        }
    }
}
