package io.hourshare.web.counter;

import io.hourshare.access.Caller;
import io.hourshare.access.Needs;
import io.hourshare.access.Permission;
import io.hourshare.ledger.CaseDesk;
import io.hourshare.ledger.CaseRefusedException;
import io.hourshare.ledger.CaseView;
import io.hourshare.serve.Sight;
import io.hourshare.serve.profile.EnterpriseProfile;
import io.hourshare.serve.profile.ProfileField;
import io.hourshare.serve.profile.Profiles;
import io.hourshare.web.ShownTime;
import io.hourshare.web.ShownValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** 纠错 in two clicks: beside a value, then on its form, which is filled in already. */
@Controller
@RequestMapping("/enterprises/{id}/fields/{field}/doubt")
@Needs(Permission.REPORT_ERROR)
class DoubtController {

    private static final String LEDGER = "correction";
    private static final List<String> REASONS = List.of("与企业出示的材料不一致", "企业当面反映有误", "与另一部门的数据不一致");

    private final CaseDesk desk;
    private final Profiles profiles;

    DoubtController(CaseDesk desk, Profiles profiles) {
        this.desk = desk;
        this.profiles = profiles;
    }

    @GetMapping
    String form(@PathVariable String id, @PathVariable String field, Model model) {
        return fill(id, field, model);
    }

    @PostMapping
    String open(
            @PathVariable String id,
            @PathVariable String field,
            @RequestParam String reason,
            @RequestParam(defaultValue = "") String expected,
            Model model) {
        Map<String, String> details = new HashMap<>(Map.of("enterprise", id, "field", field));
        if (!expected.isBlank()) {
            details.put("expected", expected.strip());
        }
        try {
            CaseView opened = desk.open(LEDGER, details, reason, caller());
            model.addAttribute("opened", opened.id());
        } catch (CaseRefusedException e) {
            model.addAttribute("refused", e.getMessage());
        }
        return fill(id, field, model);
    }

    private String fill(String id, String field, Model model) {
        EnterpriseProfile profile =
                profiles.find(id, Sight.ofCurrent("")).profile().orElseThrow(DoubtController::absent);
        ProfileField value = profile.fields().get(field);
        if (value == null) {
            throw absent();
        }
        model.addAttribute("id", profile.enterpriseId());
        model.addAttribute("name", profile.name());
        model.addAttribute("value", value);
        model.addAttribute("shown", value.value() == null ? "无权查看" : ShownValue.of(value.value(), value.unit()));
        model.addAttribute("time", ShownTime.minute(value.sourceTime()));
        model.addAttribute("reasons", REASONS);
        return "counter/doubt";
    }

    private static Caller caller() {
        return Caller.current().orElseThrow(DoubtController::absent);
    }

    private static ResponseStatusException absent() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
