package io.hourshare.ledger;

import io.hourshare.access.Caller;
import io.hourshare.access.Permission;
import io.hourshare.ledger.LedgerKind.Action;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shows the cases of one ledger as of one instant. */
final class CaseViews {

    private final LedgerKind kind;
    private final CaseClocks clocks;
    private final Instant now;

    CaseViews(LedgerKind kind, CaseClocks clocks, Instant now) {
        this.kind = kind;
        this.clocks = clocks;
        this.now = now;
    }

    CaseView view(Case one, @Nullable Caller caller) {
        return new CaseView(
                one.id(),
                kind.ledger(),
                kind.title(),
                one.state(),
                title(one.state()),
                Cases.isOpen(kind, one),
                one.openedAt(),
                one.openedBy(),
                one.details(),
                clocks.read(kind, one, now),
                choices(one, caller),
                one.events().stream().map(this::step).toList());
    }

    private List<CaseView.Choice> choices(Case one, @Nullable Caller caller) {
        return kind.actions().stream()
                .filter(action -> action.from().contains(one.state()) && mayTake(action, caller))
                .map(action -> new CaseView.Choice(action.name(), action.title(), action.reasons(), action.fields()))
                .toList();
    }

    private static boolean mayTake(Action action, @Nullable Caller caller) {
        Permission needed = action.needs();
        return !action.automatic() && caller != null && needed != null && caller.may(needed);
    }

    private CaseView.Step step(CaseEvent event) {
        String action = event.action();
        return new CaseView.Step(
                event.at(),
                action == null ? "立件" : kind.action(action).map(Action::title).orElse(action),
                event.to(),
                title(event.to()),
                event.actor(),
                event.reason(),
                event.details());
    }

    private String title(String state) {
        return kind.state(state).map(LedgerKind.State::title).orElse(state);
    }
}
