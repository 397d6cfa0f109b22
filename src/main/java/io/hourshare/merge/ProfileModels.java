package io.hourshare.merge;

import io.hourshare.contract.CanonicalEntity;
import io.hourshare.contract.Catalogue;
import io.hourshare.contract.Feed;
import io.hourshare.engine.Session;
import io.hourshare.engine.Sql;
import io.hourshare.kernel.Digest;
import io.hourshare.kernel.FeedId;
import io.hourshare.normalize.NormalizedColumns;
import io.hourshare.normalize.kept.UsedMapping;
import io.hourshare.normalize.kept.UsedMappings;
import io.hourshare.store.JournalFact.StageDone;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The catalogue's models of a merge, run over whatever enterprises the inputs show. */
final class ProfileModels {

    /** Raised when the generated SQL changes its meaning, so that old results are not taken for new ones. */
    static final String GENERATION = "6";

    private final Catalogue catalogue;
    private final Session session;
    private final ProfileInputs inputs;
    private final List<DecidedValue> decided;
    private final List<Feed> feeds;
    private final List<UsedMapping> former;
    private final LocalDate day;

    ProfileModels(
            Catalogue catalogue,
            Session session,
            ProfileInputs inputs,
            List<DecidedValue> decided,
            UsedMappings mappings) {
        this.catalogue = catalogue;
        this.session = session;
        this.inputs = inputs;
        this.decided = decided;
        this.feeds = catalogue.feeds().stream()
                .filter(feed -> inputs.records().containsKey(feed.id().toString()))
                .toList();
        this.former = former(mappings);
        this.day = inputs.day();
    }

    /**
     * What the profiles are made of. Rules hold for a day, because some of them look at dates; so a base is made anew
     * each day, and what it says of touched enterprises goes with it.
     */
    MadeOf madeOf() {
        List<String> rules =
                new ArrayList<>(List.of(GENERATION, catalogue.digest().hex(), day.toString()));
        former.forEach(used -> rules.add(used.feed().id() + "@" + used.version()));
        Map<String, String> values = decided.stream()
                .collect(Collectors.groupingBy(
                        DecidedValue::enterpriseId,
                        Collectors.collectingAndThen(
                                Collectors.toList(),
                                all -> Digest.of(all.toString()).hex())));
        return new MadeOf(
                Digest.of(rules), inputs.records(), inputs.identity(), new TreeMap<>(values), new TreeMap<>());
    }

    void run(ProfileFiles files) {
        AttributeSources sources = new AttributeSources(catalogue, version());
        Set<FeedId> present = feeds.stream().map(Feed::id).collect(Collectors.toSet());
        Doubts doubts = new Doubts(session, catalogue.survivorship().validity(), day);
        new Claims(session, sources.with(former, decided), decided, doubts)
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
        satellites(files);
    }

    /** Earlier mappings that made some of the feeds' records; one that is not kept any more is told by today's. */
    private List<UsedMapping> former(UsedMappings mappings) {
        List<UsedMapping> found = new ArrayList<>();
        for (Feed feed : feeds) {
            String everybody = Sql.identifier(ProfileInputs.everybody(feed.id().toString()));
            if (session.number("select count(*) from (describe " + everybody + ") where column_name = '"
                            + NormalizedColumns.MAPPING + "'")
                    > 0) {
                session.query(
                                "select distinct " + NormalizedColumns.MAPPING + " from " + everybody + " where "
                                        + NormalizedColumns.MAPPING + " <> ? order by 1",
                                row -> row.getString(1),
                                feed.digest().short8())
                        .forEach(version -> mappings.of(feed.id(), version).ifPresent(found::add));
            }
        }
        return found;
    }

    private void satellites(ProfileFiles files) {
        Satellites satellites = new Satellites(catalogue);
        for (CanonicalEntity entity : satellites.entities()) {
            files.write(entity.name(), SatelliteSql.satellite(entity, satellites.columns(session, entity, feeds)));
        }
        measures(files, new ArrayList<>(satellites.measures(byName().keySet())));
    }

    /** Each after what it uses; one that uses what this catalogue lacks is left out. */
    private static void measures(ProfileFiles files, List<CanonicalEntity> left) {
        for (int before = -1; before != left.size(); ) {
            before = left.size();
            for (CanonicalEntity measure : List.copyOf(left)) {
                if (files.hasAll(measure.name())) {
                    files.writeWhole(measure.name());
                    left.remove(measure);
                }
            }
        }
    }

    private ModelVersion version() {
        return new ModelVersion(
                GENERATION, catalogue.models().getOrDefault(StageDone.MERGE, List.of()), catalogue.survivorship());
    }

    Map<String, String> byName() {
        return ProfileFiles.byName(catalogue.models().getOrDefault(StageDone.MERGE, List.of()));
    }
}
