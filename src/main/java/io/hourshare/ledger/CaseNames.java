package io.hourshare.ledger;

import io.hourshare.contract.KnownNames;
import io.hourshare.ledger.LedgerKind.Field;
import io.hourshare.ledger.LedgerKind.State;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Refuses to look for cases by states, fields, feeds or departments that there are not. */
public final class CaseNames {

    private final CaseDesk desk;
    private final Cases cases;
    private final KnownNames names;

    CaseNames(CaseDesk desk, Cases cases, KnownNames names) {
        this.desk = desk;
        this.cases = cases;
        this.names = names;
    }

    /** The query as it was given. */
    public CaseQuery known(CaseQuery query) {
        LedgerKind kind = desk.ledger(query.ledger());
        KnownNames.optional(
                "state",
                "状态",
                Objects.requireNonNullElse(query.state(), ""),
                kind.states().stream().map(State::name).toList());
        query.details().forEach((field, value) -> {
            KnownNames.require(
                    "field", "事项字段", field, fields(kind).map(Field::name).toList());
            if (cases.all(one -> one.ledger().equals(query.ledger())
                            && one.detail(field).equals(value))
                    .isEmpty()) {
                names.details(Map.of(field, value)); // a feed that was taken away lives on in its cases
            }
        });
        return query;
    }

    private static Stream<Field> fields(LedgerKind kind) {
        return Stream.concat(
                kind.fields().stream(), kind.actions().stream().flatMap(action -> action.fields().stream()));
    }
}
