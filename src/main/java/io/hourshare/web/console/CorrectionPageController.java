package io.hourshare.web.console;

import io.hourshare.access.Caller;
import io.hourshare.access.Needs;
import io.hourshare.access.Permission;
import io.hourshare.contract.Catalogue;
import io.hourshare.contract.Departments;
import io.hourshare.correct.CorrectionSheets;
import io.hourshare.ledger.CaseDesk;
import io.hourshare.ledger.CaseQuery;
import io.hourshare.ledger.CaseRefusedException;
import io.hourshare.ledger.CaseView;
import io.hourshare.ledger.ClockReading.Standing;
import io.hourshare.serve.RefusedException;
import io.hourshare.serve.Sight;
import io.hourshare.serve.contradiction.Contradiction;
import io.hourshare.serve.contradiction.Contradictions;
import io.hourshare.serve.profile.EnterpriseProfile;
import io.hourshare.serve.profile.Profiles;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What departments should look into: contradictions by weight, and the corrections that are with them. */
@Controller
@RequestMapping("/console/corrections")
@Needs(Permission.READ_CASES)
class CorrectionPageController {

    private static final String LEDGER = "correction";
    private static final String DEPARTMENT = "department";
    private static final int SHOWN = 200;

    private final CaseDesk desk;
    private final Contradictions contradictions;
    private final Profiles profiles;
    private final Departments departments;
    private final ObjectProvider<CorrectionSheets> sheets;

    CorrectionPageController(
            CaseDesk desk,
            Contradictions contradictions,
            Profiles profiles,
            Catalogue catalogue,
            ObjectProvider<CorrectionSheets> sheets) {
        this.desk = desk;
        this.contradictions = contradictions;
        this.profiles = profiles;
        this.departments = new Departments(catalogue);
        this.sheets = sheets;
    }

    /** One department's load. */
    record Load(String department, long contradictions, long open, long overdue, long closed) {}

    @GetMapping
    String page(@RequestParam(defaultValue = "") String department, Model model) {
        List<CaseView> all = desk.list(new CaseQuery(LEDGER, null, null, Map.of()), caller());
        List<Contradiction.Count> counts = counts();
        model.addAttribute(
                "loads",
                concerned(all, counts).map(one -> load(one, all, counts)).toList());
        model.addAttribute(DEPARTMENT, department);
        model.addAttribute("counts", of(department, counts));
        List<CaseView> open = all.stream()
                .filter(CaseView::open)
                .filter(one ->
                        department.isEmpty() || department.equals(one.details().get(DEPARTMENT)))
                .toList();
        model.addAttribute("open", open);
        model.addAttribute("names", names(open));
        model.addAttribute("departments", departments);
        model.addAttribute("found", department.isEmpty() ? List.of() : found(department));
        return "console/corrections";
    }

    @PostMapping
    @Needs(Permission.REPORT_ERROR)
    String open(
            @RequestParam String enterprise,
            @RequestParam String field,
            @RequestParam(defaultValue = "") String feed,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String department,
            Model model,
            RedirectAttributes next) {
        try {
            desk.open(LEDGER, Map.of("enterprise", enterprise, "field", field, "feed", feed), reason, caller());
        } catch (CaseRefusedException refused) {
            model.addAttribute("refused", refused.getMessage());
            return page(department, model);
        }
        next.addFlashAttribute("done", "已送数源部门核实。");
        return "redirect:/console/corrections?department=" + department.replaceAll("[^a-z0-9-]", "");
    }

    @PostMapping("/act")
    @Needs(Permission.HANDLE_CASES)
    String act(
            @RequestParam String id,
            @RequestParam String action,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            RedirectAttributes next) {
        try {
            desk.act(id, action, Map.of(), reason, caller());
        } catch (CaseRefusedException refused) {
            model.addAttribute("refused", refused.getMessage());
            return page("", model);
        }
        next.addFlashAttribute("done", "已办理。");
        return "redirect:/console/corrections";
    }

    @GetMapping("/export")
    @Needs(Permission.HANDLE_CASES)
    ResponseEntity<byte[]> export(@RequestParam String department) {
        List<CaseView> open = desk.list(CaseQuery.open(LEDGER, Map.of(DEPARTMENT, department)), caller());
        return sheets.stream()
                .findFirst()
                .map(known -> ResponseEntity.ok()
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                "attachment; filename=\"corrections-" + department.replaceAll("[^a-z0-9-]", "")
                                        + ".xlsx\"")
                        .header(
                                HttpHeaders.CONTENT_TYPE,
                                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
                        .body(known.workbook(open)))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    /** What the enterprises are called; those that are served no more keep their id. */
    private Map<String, String> names(List<CaseView> open) {
        Map<String, String> names = new HashMap<>();
        open.stream()
                .map(one -> one.details().getOrDefault("enterprise", ""))
                .distinct()
                .limit(SHOWN)
                .forEach(id -> name(id).ifPresent(name -> names.put(id, name)));
        return names;
    }

    private Optional<String> name(String enterprise) {
        try {
            return profiles.find(enterprise, Sight.NOTHING).profile().map(EnterpriseProfile::name);
        } catch (RefusedException nothingPublished) {
            return Optional.empty();
        }
    }

    private List<Contradiction.Count> counts() {
        try {
            return contradictions.counts().items();
        } catch (RefusedException nothingPublished) {
            return List.of();
        }
    }

    private List<Contradiction> found(String department) {
        try {
            return contradictions
                    .list(department, "", Sight.ofCurrent(""), SHOWN, 0)
                    .items();
        } catch (RefusedException nothingPublished) {
            return List.of();
        }
    }

    private static List<Contradiction.Count> of(String department, List<Contradiction.Count> counts) {
        return counts.stream()
                .filter(count -> count.department().equals(department))
                .toList();
    }

    private static Stream<String> concerned(List<CaseView> all, List<Contradiction.Count> counts) {
        TreeSet<String> departments = new TreeSet<>();
        all.forEach(one -> departments.add(one.details().getOrDefault(DEPARTMENT, "")));
        counts.forEach(count -> departments.add(count.department()));
        return departments.stream();
    }

    private static Load load(String department, List<CaseView> all, List<Contradiction.Count> counts) {
        List<CaseView> own = all.stream()
                .filter(one -> department.equals(one.details().get(DEPARTMENT)))
                .toList();
        return new Load(
                department,
                of(department, counts).stream()
                        .mapToLong(Contradiction.Count::cases)
                        .sum(),
                own.stream().filter(CaseView::open).count(),
                own.stream().filter(CorrectionPageController::isOverdue).count(),
                own.stream().filter(one -> !one.open()).count());
    }

    private static boolean isOverdue(CaseView one) {
        return one.clocks().stream().anyMatch(clock -> clock.standing() == Standing.OVERDUE);
    }

    private static Caller caller() {
        return Caller.current().orElseThrow(() -> new IllegalStateException("No caller in a guarded request"));
    }
}
