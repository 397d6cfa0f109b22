package io.hourshare.web.people;

import io.hourshare.access.AuditTrail;
import io.hourshare.access.Needs;
import io.hourshare.access.Permission;
import io.hourshare.contract.Catalogue;
import io.hourshare.ledger.LedgerKinds;
import io.hourshare.web.ShownTime;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who did and read what, when and why. */
@Controller
@Needs(Permission.AUDIT)
class AuditPageController {

    private static final int PAGE = 100;
    private final AuditTrail trail;
    private final DeedWords words;

    AuditPageController(AuditTrail trail, Catalogue catalogue, LedgerKinds ledgers) {
        this.trail = trail;
        this.words = new DeedWords(catalogue, ledgers);
    }

    /** One deed as the page shows it. */
    record Line(long sequence, String at, String actor, String title, List<String> what, String why) {}

    @GetMapping("/console/audit")
    String page(
            @RequestParam(defaultValue = "") String actor,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "0") long before,
            Locale locale,
            Model model) {
        List<AuditTrail.Deed> deeds =
                trail.find(new AuditTrail.Wanted(actor.strip(), kind, text.strip(), before, PAGE));
        model.addAttribute("actor", actor.strip());
        model.addAttribute("kind", kind);
        model.addAttribute("text", text.strip());
        model.addAttribute("kinds", trail.kinds());
        model.addAttribute(
                "deeds", deeds.stream().map(deed -> line(deed, locale)).toList());
        model.addAttribute("length", trail.length());
        model.addAttribute(
                "next", deeds.size() == PAGE ? deeds.get(deeds.size() - 1).sequence() : null);
        return "people/audit";
    }

    /** The ledgers' and feeds' words are Chinese: whoever reads English gets what the chain says. */
    private Line line(AuditTrail.Deed deed, Locale locale) {
        List<String> what =
                locale.getLanguage().equals("en") ? List.copyOf(deed.what().values()) : words.tell(deed.what());
        return new Line(
                deed.sequence(),
                ShownTime.minute(deed.at()),
                deed.actor(),
                deed.title(),
                what.stream().map(ShownTime::inBeijing).toList(),
                ShownTime.inBeijing(deed.why()));
    }
}
