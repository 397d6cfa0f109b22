package io.hourshare.merge;

import io.hourshare.contract.CanonicalEntity;
import io.hourshare.contract.Catalogue;
import io.hourshare.contract.Feed;
import io.hourshare.engine.Engine;
import io.hourshare.engine.Session;
import io.hourshare.engine.Sql;
import io.hourshare.kernel.Digest;
import io.hourshare.kernel.FeedId;
import io.hourshare.normalize.CurrentRecords;
import io.hourshare.normalize.NormalizedColumns;
import io.hourshare.normalize.kept.UsedMapping;
import io.hourshare.normalize.kept.UsedMappings;
import io.hourshare.resolve.Resolution;
import io.hourshare.store.DataRoot;
import io.hourshare.store.Journal;
import io.hourshare.store.JournalFact.StageDone;
import io.hourshare.store.Ledger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Turns resolved records into profiles whose every value names its source. */
@Component
public final class Merger {

    /** Raised when the generated SQL changes its meaning, so that old results are not taken for new ones. */
    private static final String GENERATION = "5";

    private final Catalogue catalogue;
    private final Engine engine;
    private final DataRoot root;
    private final Journal journal;
    private final Ledger ledger;
    private final DecidedValues decided;
    private final UsedMappings mappings;

    Merger(
            Catalogue catalogue,
            Engine engine,
            DataRoot root,
            Journal journal,
            Ledger ledger,
            DecidedValues decided,
            UsedMappings mappings) {
        this.catalogue = catalogue;
        this.engine = engine;
        this.root = root;
        this.journal = journal;
        this.ledger = ledger;
        this.decided = decided;
        this.mappings = mappings;
    }

    /** Profiles of these records; the same inputs give the files of the first time. */
    public MergedProfiles merge(CurrentRecords current, Resolution resolution) {
        List<DecidedValue> values = decided.inForce();
        Digest inputs = Digest.of(List.of(
                GENERATION,
                current.digest().hex(),
                resolution.digest().hex(),
                catalogue.digest().hex(),
                values.toString()));
        return finished(inputs).orElseGet(() -> run(current, resolution, values, inputs));
    }

    /** What was merged from these inputs before, where its files are still there. */
    public Optional<MergedProfiles> finished(Digest inputs) {
        return ledger.stage(StageDone.MERGE, inputs.hex()).flatMap(done -> MergedProfiles.kept(done, root));
    }

    private MergedProfiles run(
            CurrentRecords current, Resolution resolution, List<DecidedValue> values, Digest inputs) {
        try (Session session = engine.open()) {
            ProfileFiles files = new ProfileFiles(session, root, "lake/profile/" + inputs.short8(), models());
            SameValue.rules().forEach(session::register);
            resolution.tables().forEach((table, path) -> session.view(table, List.of(root.resolve(path))));
            List<Feed> feeds = open(session, current);
            profiles(session, files, feeds, values);
            satellites(session, files, feeds);
            journal.append(new StageDone(StageDone.MERGE, inputs, List.copyOf(files.paths()), files.counts()));
            return new MergedProfiles(ProfileFiles.byTable(files.paths()), files.counts(), inputs);
        }
    }

    private List<Feed> open(Session session, CurrentRecords current) {
        List<Feed> present = new ArrayList<>();
        for (Feed feed : catalogue.feeds()) {
            List<String> paths = current.files().getOrDefault(feed.id(), List.of());
            if (!paths.isEmpty()) {
                session.view(
                        feed.id().toString(), paths.stream().map(root::resolve).toList());
                present.add(feed);
            }
        }
        return present;
    }

    private void profiles(Session session, ProfileFiles files, List<Feed> feeds, List<DecidedValue> values) {
        AttributeSources sources = new AttributeSources(catalogue, version());
        Set<FeedId> present = feeds.stream().map(Feed::id).collect(Collectors.toSet());
        Doubts doubts = new Doubts(session, catalogue.survivorship().validity());
        new Claims(session, sources.with(former(session, feeds), values), values, doubts)
                .add(present, files.model("record"), sources.attributes());
        files.table("doubt");
        files.table("choice");
        files.table("believed");
        files.write("claim");
        files.write("conflict");
        files.write("enterprise_identity");
        files.write("enterprise_name");
        files.write("enterprise_number");
        files.write("enterprise_event");
        files.write("enterprise_redirect");
        files.write(CanonicalEntity.ENTERPRISE, ProfileSql.enterprise(sources.attributes()));
    }

    /** Earlier mappings that made some of the feeds' records; one that is not kept any more is told by today's. */
    private List<UsedMapping> former(Session session, List<Feed> feeds) {
        List<UsedMapping> former = new ArrayList<>();
        for (Feed feed : feeds) {
            String view = Sql.identifier(feed.id().toString());
            if (session.number("select count(*) from (describe " + view + ") where column_name = '"
                            + NormalizedColumns.MAPPING + "'")
                    > 0) {
                session.query(
                                "select distinct " + NormalizedColumns.MAPPING + " from " + view + " where "
                                        + NormalizedColumns.MAPPING + " <> ? order by 1",
                                row -> row.getString(1),
                                feed.digest().short8())
                        .forEach(version -> mappings.of(feed.id(), version).ifPresent(former::add));
            }
        }
        return former;
    }

    private void satellites(Session session, ProfileFiles files, List<Feed> feeds) {
        Satellites satellites = new Satellites(catalogue);
        for (CanonicalEntity entity : satellites.entities()) {
            files.write(entity.name(), SatelliteSql.satellite(entity, satellites.columns(session, entity, feeds)));
        }
        measures(files, new ArrayList<>(satellites.measures(models().keySet())));
    }

    /** Each after what it uses; one that uses what this catalogue lacks is left out. */
    private static void measures(ProfileFiles files, List<CanonicalEntity> left) {
        for (int before = -1; before != left.size(); ) {
            before = left.size();
            for (CanonicalEntity measure : List.copyOf(left)) {
                if (files.hasAll(measure.name())) {
                    files.write(measure.name());
                    left.remove(measure);
                }
            }
        }
    }

    private ModelVersion version() {
        return new ModelVersion(
                GENERATION, catalogue.models().getOrDefault(StageDone.MERGE, List.of()), catalogue.survivorship());
    }

    private Map<String, String> models() {
        return ProfileFiles.byName(catalogue.models().getOrDefault(StageDone.MERGE, List.of()));
    }
}
