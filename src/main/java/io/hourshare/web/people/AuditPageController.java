package io.hourshare.web.people;

import io.hourshare.access.AuditTrail;
import io.hourshare.access.Needs;
import io.hourshare.access.Permission;
import io.hourshare.access.ReadLog;
import io.hourshare.access.Role;
import io.hourshare.web.ShownTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who did and read what, when and why. */
@Controller
@Needs(Permission.AUDIT)
class AuditPageController {

    private static final int PAGE = 100;
    private static final Map<String, String> WORDS = words();

    /** Lists and maps that hold nothing say nothing. */
    private static final Set<String> EMPTY = Set.of("", "[]", "{}");

    private final AuditTrail trail;

    AuditPageController(AuditTrail trail) {
        this.trail = trail;
    }

    /** One deed as the page shows it. */
    record Line(long sequence, String at, String actor, String title, List<String> what, String why) {}

    @GetMapping("/console/audit")
    String page(
            @RequestParam(defaultValue = "") String actor,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "0") long before,
            Model model) {
        List<AuditTrail.Deed> deeds =
                trail.find(new AuditTrail.Wanted(actor.strip(), kind, text.strip(), before, PAGE));
        model.addAttribute("actor", actor.strip());
        model.addAttribute("kind", kind);
        model.addAttribute("text", text.strip());
        model.addAttribute("kinds", trail.kinds());
        model.addAttribute(
                "deeds", deeds.stream().map(AuditPageController::line).toList());
        model.addAttribute("length", trail.length());
        model.addAttribute(
                "next", deeds.size() == PAGE ? deeds.get(deeds.size() - 1).sequence() : null);
        return "people/audit";
    }

    private static Line line(AuditTrail.Deed deed) {
        List<String> what = deed.what().values().stream()
                .map(word -> WORDS.getOrDefault(word, word))
                .filter(word -> !EMPTY.contains(word))
                .toList();
        return new Line(deed.sequence(), ShownTime.minute(deed.at()), deed.actor(), deed.title(), what, deed.why());
    }

    private static Map<String, String> words() {
        Map<String, String> words = new TreeMap<>(Map.of(
                "ADDED", "新增",
                "ROLE", "改角色为",
                "PASSWORD_RESET", "重设密码",
                "PASSWORD_CHANGED", "自行修改密码",
                "SUSPENDED", "停用",
                "READMITTED", "恢复",
                "SYNC", "同步",
                "RERUN", "重跑",
                "REPULL", "重新拉取"));
        for (ReadLog.Reading reading : ReadLog.Reading.values()) {
            words.put(reading.name(), reading.title());
        }
        for (Role role : Role.values()) {
            words.put(role.name(), role.title());
        }
        return words;
    }
}
