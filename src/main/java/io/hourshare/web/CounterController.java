package io.hourshare.web;

import io.hourshare.access.Caller;
import io.hourshare.access.Needs;
import io.hourshare.access.Permission;
import io.hourshare.access.ReadLog;
import io.hourshare.serve.Sight;
import io.hourshare.serve.enterprise.Found;
import io.hourshare.serve.enterprise.Search;
import io.hourshare.serve.enterprise.SearchHit;
import io.hourshare.serve.profile.CodeCheck;
import io.hourshare.serve.profile.EnterpriseProfile;
import io.hourshare.serve.profile.Profiles;
import io.hourshare.serve.search.MatchReason;
import io.hourshare.serve.search.ScannedText;
import io.hourshare.serve.search.Scope;
import io.hourshare.web.counter.Casework;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** The counter: one search box, one page an enterprise. */
@Controller
@Needs(Permission.READ_PROFILE)
class CounterController {

    private static final int PAGE = 20;

    private final Search search;
    private final Profiles profiles;
    private final ProfilePages pages;
    private final LateSources late;
    private final Namesakes namesakes;
    private final Reveals reveals;
    private final Casework casework;
    private final FirstPublication first;
    private final CodeCheck codes;
    private final ReadLog reads;
    private final Clock clock;

    CounterController(
            Search search,
            Profiles profiles,
            ProfilePages pages,
            LateSources late,
            Namesakes namesakes,
            Reveals reveals,
            Casework casework,
            FirstPublication first,
            CodeCheck codes,
            ReadLog reads,
            Clock clock) {
        this.search = search;
        this.profiles = profiles;
        this.pages = pages;
        this.late = late;
        this.namesakes = namesakes;
        this.reveals = reveals;
        this.casework = casework;
        this.first = first;
        this.codes = codes;
        this.reads = reads;
        this.clock = clock;
    }

    @GetMapping("/")
    String search(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "park") String scope,
            @RequestParam(required = false) @Nullable String cursor,
            Model model) {
        CodeCheck.Advice advice = codes.check(ScannedText.query(q));
        // Whoever has a whole code means that one enterprise, wherever it sits.
        Scope where = "county".equals(scope) || advice.valid() ? Scope.COUNTY : Scope.PARK;
        model.addAttribute("q", q);
        model.addAttribute("advice", advice);
        model.addAttribute("scope", where == Scope.COUNTY ? "county" : "park");
        Frame frame = (Frame) model.getAttribute("frame");
        boolean published = frame != null && frame.hour() != null;
        model.addAttribute("first", published ? null : first.now());
        if (!q.isBlank() && published) {
            Found found = search.find(q, where, PAGE, cursor);
            Optional<SearchHit> known = onlyOne(found, cursor);
            if (known.isPresent()) {
                return toProfile(known.get().enterpriseId());
            }
            model.addAttribute("found", found);
        }
        return "search";
    }

    /** What is wrong with a code while it is being typed; the same words stand on the page after it was sent. */
    @GetMapping("/code-advice")
    String advice(@RequestParam(defaultValue = "") String q, Model model) {
        model.addAttribute("advice", codes.check(q));
        return "counter/code-advice :: advice";
    }

    @GetMapping("/enterprises/{id}")
    String profile(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String events,
            @RequestParam(defaultValue = "") String list,
            @RequestParam(defaultValue = "1") int page,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        model.addAttribute("events", events);
        model.addAttribute("turning", new Turning(list, page));
        String purpose = reveals.purpose(request, id);
        Profiles.Lookup lookup = profiles.find(id, Sight.ofCurrent(purpose));
        if (lookup.profile().isEmpty()) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            model.addAttribute("id", id);
            return "enterprise-missing";
        }
        EnterpriseProfile found = lookup.profile().get();
        reads.note(
                purpose.isEmpty() ? ReadLog.Reading.PROFILE : ReadLog.Reading.REVEALED, found.enterpriseId(), purpose);
        model.addAttribute("purpose", purpose);
        model.addAttribute("revealable", purpose.isEmpty() && Caller.currentMay(Permission.READ_RESTRICTED));
        model.addAttribute("page", pages.page(found));
        model.addAttribute("namesakes", namesakes.of(found));
        model.addAttribute("late", late.among(found));
        casework.addTo(model, found);
        model.addAttribute("printed", ShownTime.minute(clock.instant()));
        return "enterprise";
    }

    /** Shows what is masked, for a purpose, to whom that is granted. */
    @PostMapping("/enterprises/{id}/reveal")
    @Needs(Permission.READ_RESTRICTED)
    String reveal(@PathVariable String id, @RequestParam String purpose, HttpServletRequest request) {
        reveals.grant(request, id, purpose);
        return toProfile(id);
    }

    /** A whole code, or a whole name that one enterprise alone answers to: whoever typed it is there already. */
    private static Optional<SearchHit> onlyOne(Found found, @Nullable String cursor) {
        return cursor == null && found.total() == 1
                ? found.hits().stream()
                        .filter(hit -> hit.reason() == MatchReason.CODE || hit.reason() == MatchReason.NAME)
                        .findFirst()
                : Optional.empty();
    }

    private static String toProfile(String id) {
        return "redirect:"
                + UriComponentsBuilder.fromPath("/enterprises/{id}")
                        .encode()
                        .buildAndExpand(id)
                        .toUriString();
    }
}
