package io.hourshare.web.console;

import io.hourshare.access.Caller;
import io.hourshare.access.Needs;
import io.hourshare.access.Permission;
import io.hourshare.contract.Catalogue;
import io.hourshare.kernel.FeedId;
import io.hourshare.quarantine.Cause;
import io.hourshare.quarantine.Quarantine;
import io.hourshare.quarantine.QuarantineExport;
import io.hourshare.sheet.Sheet;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** What was held back, by cause, and to take away for the department to mend. */
@Controller
@RequestMapping("/console/quarantine")
@Needs(Permission.READ_OPERATIONS)
class QuarantinePageController {

    private final Quarantine quarantine;
    private final QuarantineExport export;
    private final Catalogue catalogue;
    private final Clock clock;

    QuarantinePageController(Quarantine quarantine, QuarantineExport export, Catalogue catalogue, Clock clock) {
        this.quarantine = quarantine;
        this.export = export;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    @GetMapping
    String page(
            @RequestParam(defaultValue = "") String feed, @RequestParam(defaultValue = "24") int hours, Model model) {
        Span span = Span.of(hours, clock.instant());
        Optional<FeedId> chosen = feed.isBlank() ? Optional.empty() : Optional.of(known(feed));
        List<Cause> causes = quarantine.causes(chosen, span.from(), span.to());
        model.addAttribute("spans", Span.CHOICES);
        model.addAttribute("span", span.hours());
        model.addAttribute("feed", feed);
        model.addAttribute("feeds", catalogue.feeds());
        model.addAttribute("records", causes.stream().mapToLong(Cause::records).sum());
        model.addAttribute("mended", causes.stream().mapToLong(Cause::mended).sum());
        model.addAttribute("groups", byFeed(causes));
        return "console/quarantine";
    }

    @GetMapping("/export")
    ResponseEntity<StreamingResponseBody> export(
            @RequestParam String feed,
            @RequestParam(defaultValue = "24") int hours,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String field,
            @RequestParam(defaultValue = "xlsx") String format) {
        Span span = Span.of(hours, clock.instant());
        QuarantineExport.Wanted wanted =
                new QuarantineExport.Wanted(known(feed), span.from(), span.to(), reason, field);
        Sheet sheet = export.of(wanted, Caller.currentMay(Permission.READ_RESTRICTED));
        return Download.of(sheet, feed + "-returned", format);
    }

    private static Map<String, List<Cause>> byFeed(List<Cause> causes) {
        return causes.stream().collect(Collectors.groupingBy(Cause::feed, TreeMap::new, Collectors.toList()));
    }

    private FeedId known(String feed) {
        return catalogue.feeds().stream()
                .map(one -> one.id())
                .filter(id -> id.toString().equals(feed))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
