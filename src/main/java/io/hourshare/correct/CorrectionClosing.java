package io.hourshare.correct;

import io.hourshare.evidence.Claim;
import io.hourshare.evidence.PublishedClaims;
import io.hourshare.kernel.FeedId;
import io.hourshare.ledger.CaseDesk;
import io.hourshare.ledger.CaseQuery;
import io.hourshare.ledger.CaseView;
import io.hourshare.merge.MergedProfiles;
import io.hourshare.publish.PublicationWitness;
import io.hourshare.publish.Snapshot;
import java.util.HashMap;
import java.util.Map;

/** Closes corrections when the same record of the same feed says something else than what was doubted. */
final class CorrectionClosing implements PublicationWitness {

    private static final String CORRECT = "correct";

    private final CaseDesk desk;
    private final PublishedClaims claims;

    CorrectionClosing(CaseDesk desk, PublishedClaims claims) {
        this.desk = desk;
        this.claims = claims;
    }

    @Override
    public void published(Snapshot snapshot, MergedProfiles merged) {
        desk.list(CaseQuery.open(CorrectionIntake.LEDGER, Map.of()), null).forEach(one -> close(one, merged));
    }

    private void close(CaseView one, MergedProfiles merged) {
        Map<String, String> details = one.details();
        claims.of(
                        merged,
                        FeedId.parse(details.getOrDefault("feed", "")),
                        details.getOrDefault("record_key", ""),
                        details.getOrDefault("field", ""))
                .filter(claim -> !CorrectionIntake.digest(claim.value()).equals(details.get("value_digest")))
                .ifPresent(claim -> close(one, claim));
    }

    private void close(CaseView one, Claim claim) {
        Map<String, String> told = new HashMap<>();
        told.put(
                "corrected_window", claim.window() == null ? "" : claim.window().label());
        // A value that was not written down when the case was opened is not written down now either.
        if (one.details().containsKey("value")) {
            told.put("corrected_value", claim.value());
        }
        desk.actForData(one.id(), CORRECT, told, "数源部门后续报送的数据已不同于存疑的取值");
    }
}
