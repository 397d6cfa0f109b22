package io.hourshare.ledger;

import io.hourshare.ledger.LedgerKind.Action;
import io.hourshare.store.Journal;
import io.hourshare.store.JournalAct.CaseActed;
import io.hourshare.store.JournalAct.CaseOpened;
import io.hourshare.store.JournalLine;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.http.HttpStatus;

/**
 * The cases of all ledgers: the journal's fold, and the only way to open a case or to take a step.
 *
 * <p>Knows nothing of who may do what; {@link CaseDesk} does. Safe for use by many threads. Whoever appends holds
 * {@code turn} alone: this object's own lock is taken while the journal tells of a line, by whatever thread wrote it, and
 * must never wait for the journal.
 */
public final class Cases {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

    private final Object turn = new Object();
    private final Journal journal;
    private final Clock clock;
    private final Map<String, Case> cases = new LinkedHashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    /** Follows the journal from its first line on. */
    public Cases(Journal journal, Clock clock) {
        this.journal = journal;
        this.clock = clock;
        journal.follow(this::apply);
    }

    public synchronized Optional<Case> find(String id) {
        return Optional.ofNullable(cases.get(id));
    }

    /** Cases that match, oldest first. */
    public synchronized List<Case> all(Predicate<Case> wanted) {
        return cases.values().stream().filter(wanted).toList();
    }

    /** Opens a case, or finds the open one of the same thing. */
    public Case open(LedgerKind kind, Map<String, String> details, String actor, String reason) {
        synchronized (turn) {
            return same(kind, details).orElseGet(() -> {
                String id = number(kind);
                journal.append(new CaseOpened(id, kind.ledger(), kind.initial(), details, actor, reason));
                return held(id);
            });
        }
    }

    /** Takes a step from the case's present state. */
    public Case act(
            LedgerKind kind, String id, Action action, Map<String, String> details, String actor, String reason) {
        synchronized (turn) {
            return acted(kind, id, action, details, actor, reason);
        }
    }

    private Case acted(
            LedgerKind kind, String id, Action action, Map<String, String> details, String actor, String reason) {
        Case one = find(id).orElseThrow(() -> CaseRefusedException.unknown(id));
        if (!action.from().contains(one.state())) {
            throw new CaseRefusedException(
                    HttpStatus.CONFLICT,
                    "case-state",
                    "“" + action.title() + "”不能从“" + title(kind, one.state()) + "”办理；请刷新后查看当前可办的事项");
        }
        journal.append(new CaseActed(id, action.name(), one.state(), action.to(), details, actor, reason));
        return held(id);
    }

    private Case held(String id) {
        return find(id).orElseThrow();
    }

    private synchronized Optional<Case> same(LedgerKind kind, Map<String, String> details) {
        Collection<String> once = kind.once();
        if (once.isEmpty()) {
            return Optional.empty();
        }
        return cases.values().stream()
                .filter(one -> one.ledger().equals(kind.ledger()) && isOpen(kind, one))
                .filter(one ->
                        once.stream().allMatch(field -> one.detail(field).equals(details.getOrDefault(field, ""))))
                .findFirst();
    }

    static boolean isOpen(LedgerKind kind, Case one) {
        return kind.state(one.state()).filter(LedgerKind.State::end).isEmpty();
    }

    private static String title(LedgerKind kind, String state) {
        return kind.state(state).map(LedgerKind.State::title).orElse(state);
    }

    private synchronized String number(LedgerKind kind) {
        String head =
                kind.prefix() + LocalDate.ofInstant(clock.instant(), CHINA).format(DAY);
        return "%s-%04d".formatted(head, numbers.getOrDefault(head, 0) + 1);
    }

    private synchronized void apply(JournalLine line) {
        if (line.entry() instanceof CaseOpened opened) {
            CaseEvent event =
                    new CaseEvent(line.at(), null, opened.state(), opened.actor(), opened.reason(), opened.details());
            cases.put(opened.id(), Case.opened(opened.id(), opened.ledger(), opened.details(), event));
            String head = opened.id().substring(0, opened.id().lastIndexOf('-'));
            numbers.merge(head, 1, Integer::sum);
        } else if (line.entry() instanceof CaseActed acted) {
            CaseEvent event = new CaseEvent(
                    line.at(), acted.action(), acted.to(), acted.actor(), acted.reason(), acted.details());
            cases.computeIfPresent(acted.id(), (id, one) -> one.after(event));
        }
    }
}
