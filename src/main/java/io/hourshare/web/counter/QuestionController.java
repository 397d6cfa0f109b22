package io.hourshare.web.counter;

import io.hourshare.access.Caller;
import io.hourshare.access.Needs;
import io.hourshare.access.Permission;
import io.hourshare.contract.Catalogue;
import io.hourshare.contract.Departments;
import io.hourshare.ledger.CaseDesk;
import io.hourshare.ledger.CaseQuery;
import io.hourshare.ledger.CaseRefusedException;
import io.hourshare.serve.Sight;
import io.hourshare.serve.profile.EnterpriseProfile;
import io.hourshare.serve.profile.Profiles;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 一事一查: a clerk asks a department about one enterprise, the department answers within the hour. */
@Controller
class QuestionController {

    private static final String LEDGER = "question";
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final int USUAL_DAYS = 30;

    private final CaseDesk desk;
    private final Departments departments;
    private final Profiles profiles;
    private final Clock clock;

    QuestionController(CaseDesk desk, Catalogue catalogue, Profiles profiles, Clock clock) {
        this.desk = desk;
        this.departments = new Departments(catalogue);
        this.profiles = profiles;
        this.clock = clock;
    }

    @GetMapping("/enterprises/{id}/ask")
    @Needs(Permission.REPORT_ERROR)
    String form(@PathVariable String id, Model model) {
        return fill(id, model);
    }

    @PostMapping("/enterprises/{id}/ask")
    @Needs(Permission.REPORT_ERROR)
    String ask(
            @PathVariable String id,
            @RequestParam String department,
            @RequestParam String item,
            @RequestParam(defaultValue = "") String question,
            @RequestParam String reason,
            Model model) {
        Map<String, String> details =
                Map.of("enterprise", id, "department", department, "item", item, "question", question);
        try {
            model.addAttribute(
                    "opened", desk.open(LEDGER, details, reason, caller()).id());
        } catch (CaseRefusedException e) {
            model.addAttribute("refused", e.getMessage());
        }
        return fill(id, model);
    }

    @GetMapping("/console/questions")
    @Needs(Permission.READ_CASES)
    String queue(@RequestParam(defaultValue = "") String department, Model model) {
        Map<String, String> of = department.isEmpty() ? Map.of() : Map.of("department", department);
        Caller caller = caller();
        model.addAttribute("department", department);
        model.addAttribute("departments", departments.all());
        model.addAttribute("waiting", CaseRows.of(desk.list(CaseQuery.open(LEDGER, of), caller), clock.instant()));
        model.addAttribute(
                "settled",
                CaseRows.of(
                        desk.list(new CaseQuery(LEDGER, false, null, of), caller).stream()
                                .limit(50)
                                .toList(),
                        clock.instant()));
        model.addAttribute(
                "until",
                LocalDate.ofInstant(clock.instant(), CHINA).plusDays(USUAL_DAYS).toString());
        return "console/questions";
    }

    @PostMapping("/console/questions/{number}/{action}")
    @Needs(Permission.READ_CASES)
    String act(
            @PathVariable String number,
            @PathVariable String action,
            @RequestParam(defaultValue = "") String value,
            @RequestParam(name = "valid_until", defaultValue = "") String validUntil,
            @RequestParam String reason,
            Model model,
            RedirectAttributes next) {
        try {
            boolean answers = action.equals("answer");
            if (answers && !isDay(validUntil)) {
                throw new CaseRefusedException(
                        HttpStatus.UNPROCESSABLE_ENTITY, "detail-missing", "请填写有效期至哪一天，写成 2026-12-31");
            }
            desk.act(
                    number,
                    action,
                    answers ? Map.of("value", value, "valid_until", validUntil.strip()) : Map.of(),
                    reason,
                    caller());
            next.addFlashAttribute("done", answers ? "已答复，显示在企业画像中。" : "已办结。");
            return "redirect:/console/questions";
        } catch (CaseRefusedException e) {
            model.addAttribute("refused", e.getMessage());
            return queue("", model);
        }
    }

    private String fill(String id, Model model) {
        EnterpriseProfile profile =
                profiles.find(id, Sight.ofCurrent("")).profile().orElseThrow(QuestionController::absent);
        model.addAttribute("id", profile.enterpriseId());
        model.addAttribute("name", profile.name());
        model.addAttribute("departments", departments.all());
        return "counter/ask";
    }

    private static boolean isDay(String text) {
        try {
            LocalDate.parse(text.strip());
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static Caller caller() {
        return Caller.current().orElseThrow(QuestionController::absent);
    }

    private static ResponseStatusException absent() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
