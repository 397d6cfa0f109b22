package io.hourshare.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.contract.Catalogue;
import io.hourshare.contract.CatalogueReader;
import io.hourshare.contract.CatalogueSource;
import io.hourshare.contract.Feed;
import io.hourshare.contract.FeedJob;
import io.hourshare.contract.Reading;
import io.hourshare.contract.SourceFormat;
import io.hourshare.engine.Engine;
import io.hourshare.engine.EngineSettings;
import io.hourshare.kernel.FeedId;
import io.hourshare.kernel.HourWindow;
import io.hourshare.normalize.SampleTrial;
import io.hourshare.normalize.TriedSample;
import io.hourshare.sandbox.source.SourceFeed;
import io.hourshare.sandbox.source.SourceRecord;
import io.hourshare.sandbox.world.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** Each kind of dirt that the town plants is found under the reason that names it, and nothing else is. */
class DirtReasonsTest {

    private static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");
    private static final HourWindow HOUR = HourWindow.parse("2026-11-22T03Z");
    private static final String SPELLING = "spelling";
    private static final Catalogue CATALOGUE =
            CatalogueReader.read(CatalogueSource.embedded()).catalogue();

    @TempDir
    static Path folder;

    private static final SampleTrial TRIAL =
            new SampleTrial(CATALOGUE, new Engine(new EngineSettings("256MB", 1), Path.of("target", "dirt-reasons")));

    static List<SourceFeed> feeds() {
        SandboxSettings usual = SandboxSettings.usual(Path.of("unused"));
        return Feeds.of(new World(usual.seed(), 2_500, usual.park()), usual.dirt())
                .all();
    }

    @ParameterizedTest
    @MethodSource("feeds")
    void eachKindIsFoundUnderItsOwnReasonAndSpellingsUnderNone(SourceFeed source) throws IOException {
        Map<String, List<SourceRecord>> byKind = new TreeMap<>();
        source.records(NOON)
                .filter(record -> record.smudges().size() == 1)
                .forEach(record -> byKind.computeIfAbsent(
                                kind(source, record.smudges().iterator().next()), kind -> new ArrayList<>())
                        .add(record));
        List<SourceRecord> spelt = enough(byKind.getOrDefault(SPELLING, List.of()).stream(), 400);
        byKind.remove(SPELLING);
        List<SourceRecord> planted = byKind.values().stream()
                .flatMap(records -> enough(records.stream(), 25).stream())
                .toList();

        assertThat(usual(source.id())).containsAll(reasons(source, spelt));
        Set<String> found = reasons(source, planted);
        byKind.keySet()
                .forEach(
                        kind -> assertThat(found).as(kind).containsAnyElementsOf(DirtKinds.reasons(source.id(), kind)));
    }

    private static List<SourceRecord> enough(Stream<SourceRecord> records, int limit) {
        return records.limit(limit).toList();
    }

    /** Dirt without a reason of its own is read as it was meant; all of it goes into one trial. */
    private static String kind(SourceFeed source, String smudge) {
        return DirtKinds.reasons(source.id(), smudge).isEmpty() ? SPELLING : smudge;
    }

    /** What clean records of a feed may be noted for: shops filed under their owners' numbers, permits of old form. */
    private static Set<String> usual(String feed) {
        return switch (feed) {
            case "tax.registration" -> Set.of("PERSONAL_NUMBER");
            case "housing.construction-permit", "housing.completion", "industry-it.tech-project" ->
                Set.of("IDENTIFIER_FORM", "OTHER_NUMBER");
            case "natural-resources.real-estate", "natural-resources.land-supply" -> Set.of("OTHER_NUMBER");
            default -> Set.of();
        };
    }

    private Set<String> reasons(SourceFeed source, List<SourceRecord> records) throws IOException {
        Path file = folder.resolve("rows.jsonl");
        Files.write(file, records.stream().map(DirtReasonsTest::line).toList());
        TriedSample tried = TRIAL.of(asRows(source.id()), file, HOUR, 0);
        return Stream.concat(tried.reasons().keySet().stream(), tried.warnings().keySet().stream())
                .map(reason -> reason.substring(0, reason.indexOf(' ')))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String line(SourceRecord record) {
        Map<String, String> sent = new HashMap<>(record.sent());
        sent.keySet().removeIf(column -> column.contains("#"));
        return JsonMapper.shared().writeValueAsString(sent);
    }

    /** The feed as if its records came as rows, whatever the format they travel in. */
    private static Feed asRows(String id) {
        Feed feed = CATALOGUE.feed(FeedId.parse(id)).orElseThrow();
        FeedJob job = feed.job();
        return new Feed(
                feed.contract(),
                feed.route(),
                new FeedJob(
                        job.feed(),
                        job.into(),
                        new Reading(SourceFormat.ROWS, Map.of()),
                        job.map(),
                        job.minute(),
                        job.quarantineTolerance(),
                        job.vanishTolerance()),
                feed.digest());
    }
}
