package io.hourshare.evidence;

import io.hourshare.contract.Catalogue;
import io.hourshare.contract.Disposition;
import io.hourshare.contract.Feed;
import io.hourshare.contract.SourceField;
import io.hourshare.kernel.FeedId;
import io.hourshare.normalize.RecordReplay;
import io.hourshare.normalize.RecordReplay.Replayed;
import io.hourshare.normalize.SourceSight;
import io.hourshare.normalize.kept.UsedMapping;
import io.hourshare.normalize.kept.UsedMappings;
import io.hourshare.operate.freshness.Freshness;
import io.hourshare.publish.Snapshots;
import io.hourshare.publish.Visibility;
import io.hourshare.serve.enterprise.FieldEvidence;
import io.hourshare.store.Ledger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gathers what stands behind a served value; reads the raw record again from its landed bytes. */
final class ServedEvidence implements FieldEvidence {

    private static final Logger LOG = LoggerFactory.getLogger(ServedEvidence.class);

    private final Catalogue catalogue;
    private final Visibility visibility;
    private final Choosing choosing;
    private final PublishedClaims claims;
    private static final String GONE = "原始记录已按规则销毁：留存期已满，取值照旧有效，需要时可向来源部门核对";

    private final UsedMappings mappings;
    private final RecordReplay replay;
    private final Snapshots snapshots;
    private final Ledger ledger;
    private final Freshness freshness;

    ServedEvidence(
            Catalogue catalogue,
            PublishedClaims claims,
            UsedMappings mappings,
            RecordReplay replay,
            Snapshots snapshots,
            Ledger ledger,
            Freshness freshness) {
        this.catalogue = catalogue;
        this.visibility = new Visibility(catalogue);
        this.choosing = new Choosing(catalogue);
        this.claims = claims;
        this.mappings = mappings;
        this.replay = replay;
        this.snapshots = snapshots;
        this.ledger = ledger;
        this.freshness = freshness;
    }

    @Override
    public Evidence of(String enterpriseId, String field, boolean restrictedToo) {
        boolean shown = restrictedToo || !visibility.isRestricted(field);
        List<Claim> spoken = claims.of(enterpriseId, field);
        Optional<Claim> winner = spoken.stream().filter(Claim::winner).findFirst();
        return new Evidence(
                choosing.words(field),
                spoken.stream().map(claim -> candidate(claim, shown)).toList(),
                winner.filter(claim -> shown)
                        .flatMap(claim -> excerpt(claim, restrictedToo))
                        .orElse(null),
                winner.map(Claim::object)
                        .filter(object -> !replay.isKept(object))
                        .map(object -> GONE)
                        .orElse(null),
                published(),
                winner.map(claim -> age(claim.feed())).orElse(null));
    }

    private Candidate candidate(Claim claim, boolean shown) {
        boolean keyShown = catalogue.feed(claim.feed()).stream().noneMatch(this::hasPersonalKey);
        return new Candidate(
                shown ? claim.value() : null,
                claim.feed().toString(),
                title(claim.feed()),
                claim.feed().department(),
                claim.observedAt(),
                claim.window() == null ? null : claim.window().label(),
                shown ? position(claim) : null,
                keyShown ? claim.recordKey() : null,
                claim.sourceField(),
                claim.rule(),
                claim.model(),
                claim.priority(),
                claim.doubt(),
                claim.winner());
    }

    private boolean hasPersonalKey(Feed feed) {
        return feed.contract().key().stream().anyMatch(ServedEvidence::isPersonal);
    }

    private static @Nullable String position(Claim claim) {
        if (claim.object() == null) {
            return null;
        }
        if (claim.sheet() != null) {
            return claim.object() + "!" + claim.sheet() + "!" + (claim.cell() == null ? claim.place() : claim.cell());
        }
        return claim.offset() == null
                ? claim.object() + "#" + claim.place()
                : claim.object() + ":" + claim.offset() + "+" + claim.length();
    }

    /** A file that was retired or cannot be read takes the excerpt away, not the answer. */
    private Optional<Map<String, String>> excerpt(Claim claim, boolean restrictedToo) {
        Optional<UsedMapping> used = mappings.of(claim.feed(), claim.mapping());
        if (used.isEmpty()
                || claim.object() == null
                || !replay.isKept(claim.object())
                || claim.place() == null
                || claim.window() == null) {
            return Optional.empty();
        }
        try {
            return replay.replay(used.get(), claim.window(), claim.object(), List.of(claim.place())).stream()
                    .filter(record -> record.key().equals(claim.recordKey()))
                    .findFirst()
                    .map(Replayed::sources)
                    .map(sources -> visible(used.get().feed(), sources, restrictedToo));
        } catch (RuntimeException e) {
            LOG.warn("原始记录摘录无法给出：{}", claim.object(), e);
            return Optional.empty();
        }
    }

    private Map<String, String> visible(Feed feed, Map<String, String> sources, boolean restrictedToo) {
        SourceSight sight = new SourceSight(feed, catalogue);
        Map<String, String> visible = new LinkedHashMap<>();
        sources.forEach((name, value) -> {
            Optional<SourceField> field = feed.contract().field(name);
            boolean kept = field.filter(known -> known.disposition() == Disposition.KEEP
                            || restrictedToo && known.disposition() == Disposition.RESTRICTED)
                    .isPresent();
            boolean open =
                    restrictedToo || field.filter(ServedEvidence::isPersonal).isEmpty();
            if (kept && open) {
                visible.put(name, restrictedToo ? value : sight.shown(name, value));
            }
        });
        return visible;
    }

    private static boolean isPersonal(SourceField field) {
        return field.classification().equals("personal")
                || field.disposition() == Disposition.TOKEN
                || field.disposition() == Disposition.RESTRICTED;
    }

    private @Nullable Published published() {
        return snapshots
                .current()
                .flatMap(snapshot -> ledger.publications().stream()
                        .filter(line -> line.sequence() == snapshot.sequence())
                        .findFirst()
                        .map(line -> new Published(
                                line.sequence(),
                                line.hour().label(),
                                snapshot.publishedAt(),
                                line.inputs().hex(),
                                catalogue.digest().hex())))
                .orElse(null);
    }

    private @Nullable Age age(FeedId feed) {
        return freshness.now().stream()
                .filter(one -> one.feed().equals(feed.toString()))
                .findFirst()
                .map(one -> new Age(
                        one.ageMinutes(), one.promiseMinutes(), one.state().name(), one.stateLabel(), one.why()))
                .orElse(null);
    }

    private String title(FeedId feed) {
        return catalogue.feed(feed).map(known -> known.contract().title()).orElse(feed.toString());
    }
}
