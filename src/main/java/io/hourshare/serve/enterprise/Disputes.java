package io.hourshare.serve.enterprise;

import io.hourshare.ledger.CaseDesk;
import io.hourshare.ledger.CaseQuery;
import io.hourshare.ledger.CaseView;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Corrections of an enterprise's values: what is under dispute is shown as such until its ledger says otherwise. */
public final class Disputes {

    private static final String LEDGER = "correction";
    private static final String FIELD = "field";

    private final CaseDesk desk;

    Disputes(CaseDesk desk) {
        this.desk = desk;
    }

    /** Open corrections by field. */
    public Map<String, List<CaseView>> open(String enterpriseId) {
        return desk.list(CaseQuery.open(LEDGER, Map.of("enterprise", enterpriseId)), null).stream()
                .collect(Collectors.groupingBy(one -> one.details().getOrDefault(FIELD, "")));
    }

    /** Every correction of one value, newest first. */
    List<CaseView> of(String enterpriseId, String field) {
        return desk.list(new CaseQuery(LEDGER, null, null, Map.of("enterprise", enterpriseId, FIELD, field)), null);
    }
}
