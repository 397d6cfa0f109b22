package io.hourshare.web.console;

import io.hourshare.access.Caller;
import io.hourshare.access.Needs;
import io.hourshare.access.Permission;
import io.hourshare.ledger.CaseDesk;
import io.hourshare.ledger.CaseRefusedException;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Leaves a note for the next shift (交接班), and takes one over. */
@Controller
@RequestMapping("/console/handover")
@Needs(Permission.RUN)
class HandoverController {

    private final CaseDesk desk;

    HandoverController(CaseDesk desk) {
        this.desk = desk;
    }

    @PostMapping
    String leave(@RequestParam(defaultValue = "") String note, RedirectAttributes next) {
        return done(next, () -> desk.open(Handover.LEDGER, Map.of("note", note.strip()), "交接班", caller()));
    }

    @PostMapping("/{id}/take")
    String take(@PathVariable String id, RedirectAttributes next) {
        return done(next, () -> desk.act(id, "take", Map.of(), "已接手", caller()));
    }

    private static String done(RedirectAttributes next, Runnable work) {
        try {
            work.run();
        } catch (CaseRefusedException refused) {
            next.addFlashAttribute("refused", refused.getMessage());
        }
        return "redirect:/console";
    }

    private static Caller caller() {
        return Caller.current().orElseThrow();
    }
}
