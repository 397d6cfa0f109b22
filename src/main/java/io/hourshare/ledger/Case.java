package io.hourshare.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One case as the journal tells it.
 *
 * @param details what it is about, with what later steps added
 * @param events oldest first; the first is the opening
 */
public record Case(String id, String ledger, String state, Map<String, String> details, List<CaseEvent> events) {

    public Case {
        details = Collections.unmodifiableMap(new TreeMap<>(details));
        events = List.copyOf(events);
    }

    static Case opened(String id, String ledger, Map<String, String> details, CaseEvent opening) {
        return new Case(id, ledger, opening.to(), details, List.of(opening));
    }

    Case after(CaseEvent event) {
        Map<String, String> more = new TreeMap<>(details);
        more.putAll(event.details());
        List<CaseEvent> all = new ArrayList<>(events);
        all.add(event);
        return new Case(id, ledger, event.to(), more, all);
    }

    public String detail(String field) {
        return details.getOrDefault(field, "");
    }

    public Instant openedAt() {
        return events.get(0).at();
    }

    public String openedBy() {
        return events.get(0).actor();
    }
}
