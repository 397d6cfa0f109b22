package io.hourshare.ledger;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which cases of a ledger are wanted.
 *
 * @param open only those with something left to be done, or only the others; all where null
 * @param details values that the cases' details must have
 */
public record CaseQuery(
        String ledger, @Nullable Boolean open, @Nullable String state, Map<String, String> details) {

    public CaseQuery {
        details = Map.copyOf(details);
    }

    /** What is left to be done of these details. */
    public static CaseQuery open(String ledger, Map<String, String> details) {
        return new CaseQuery(ledger, true, null, details);
    }

    boolean matches(LedgerKind kind, Case one) {
        return one.ledger().equals(ledger)
                && (open == null || open == Cases.isOpen(kind, one))
                && (state == null || state.equals(one.state()))
                && details.entrySet().stream()
                        .allMatch(wanted -> one.detail(wanted.getKey()).equals(wanted.getValue()));
    }
}
