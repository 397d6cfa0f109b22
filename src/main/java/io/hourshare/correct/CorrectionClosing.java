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
import java.util.Optional;

/** Closes corrections when the same record of the same feed says something else than what was doubted. */
final class CorrectionClosing implements PublicationWitness {

    private static final String CORRECT = "correct";
    private static final String VANISHED = "VANISHED";

    private final CaseDesk desk;
    private final PublishedClaims claims;
    private final CurrentRecord records;

    CorrectionClosing(CaseDesk desk, PublishedClaims claims, CurrentRecord records) {
        this.desk = desk;
        this.claims = claims;
        this.records = records;
    }

    @Override
    public void published(Snapshot snapshot, MergedProfiles merged) {
        desk.list(CaseQuery.open(CorrectionIntake.LEDGER, Map.of()), null)
                .forEach(one -> follow(one, snapshot, merged));
    }

    private void follow(CaseView one, Snapshot snapshot, MergedProfiles merged) {
        Map<String, String> details = one.details();
        FeedId feed = FeedId.parse(details.getOrDefault("feed", ""));
        String key = details.getOrDefault("record_key", "");
        Optional<Claim> claim = claims.of(merged, feed, key, details.getOrDefault("field", ""));
        boolean other = claim.filter(
                        said -> !CorrectionIntake.digest(said.value()).equals(details.get("value_digest")))
                .isPresent();
        if (other) {
            close(one, claim.orElseThrow());
        } else if (claim.isPresent() || claims.speaks(merged, feed, key) || records.isThere(feed, key)) {
            if (one.state().equals(VANISHED)) {
                desk.actForData(one.id(), "reappear", Map.of(), "数源部门又报送了这条记录，取值仍是存疑的，请继续核实");
            }
        } else if (!one.state().equals(VANISHED)) {
            desk.actForData(
                    one.id(),
                    "vanish",
                    Map.of("vanished_hour", snapshot.hour().label()),
                    "数源最新的数据里已没有这条记录：可能已撤下、换了主键，也可能漏报；请向部门核实，确已撤下的办理“经核实已撤下”，漏报的请部门补报");
        }
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
