package io.hourshare.web.console;

import io.hourshare.access.Caller;
import io.hourshare.access.Permission;
import io.hourshare.ledger.CaseDesk;
import io.hourshare.ledger.CaseQuery;
import io.hourshare.operate.decision.Pauses;
import io.hourshare.web.ShownTime;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the next shift must know: feeds that are paused, and notes that nobody has taken over yet. */
@Component
public class Handover {

    static final String LEDGER = "handover";

    private final Pauses pauses;
    private final CaseDesk desk;

    Handover(Pauses pauses, CaseDesk desk) {
        this.pauses = pauses;
        this.desk = desk;
    }

    /** A note of the shift before. */
    public record Note(String id, String text, String by, String at) {}

    /** Adds both to the console's first page. */
    public void addTo(Model model) {
        model.addAttribute("pauses", pauses.now().stream().map(ShownPause::of).toList());
        model.addAttribute("notes", Caller.currentMay(Permission.READ_CASES) ? notes() : List.of());
    }

    private List<Note> notes() {
        return desk.list(CaseQuery.open(LEDGER, Map.of()), Caller.current().orElseThrow()).stream()
                .map(one -> new Note(
                        one.id(),
                        one.details().getOrDefault("note", ""),
                        one.openedBy(),
                        ShownTime.minute(one.openedAt())))
                .toList();
    }
}
