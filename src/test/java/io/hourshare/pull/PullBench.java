package io.hourshare.pull;

import io.hourshare.contract.CatalogueSource;
import io.hourshare.contract.Cycle;
import io.hourshare.contract.DeletionRule;
import io.hourshare.contract.Feed;
import io.hourshare.contract.FeedContract;
import io.hourshare.contract.FeedJob;
import io.hourshare.contract.FeedMode;
import io.hourshare.contract.Reading;
import io.hourshare.contract.RouteInstance;
import io.hourshare.contract.RouteTemplate;
import io.hourshare.contract.ShareAttribute;
import io.hourshare.contract.SourceFormat;
import io.hourshare.kernel.Digest;
import io.hourshare.kernel.FeedId;
import io.hourshare.kernel.HourWindow;
import io.hourshare.land.LandSettings;
import io.hourshare.land.LandedBatch;
import io.hourshare.land.LandedObject;
import io.hourshare.land.Landing;
import io.hourshare.pull.folder.HostKeys;
import io.hourshare.store.DataRoot;
import io.hourshare.store.Journal;
import io.hourshare.store.JournalEntry;
import io.hourshare.store.JournalLine;
import io.hourshare.store.Ledger;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/** A puller on a data root of its own, with the product's templates and short patience. */
final class PullBench implements AutoCloseable {

    static final HourWindow HOUR = HourWindow.parse("2026-11-22T03Z");

    /** When lines are journalled. */
    static final Instant NOW = Instant.parse("2026-11-22T04:05:00Z");

    private static final Map<String, String> EMBEDDED =
            CatalogueSource.embedded().texts();

    private static final Map<String, SourceFormat> TEMPLATES = Map.of(
            "jdbc-view", SourceFormat.ROWS,
            "http-paged-json", SourceFormat.JSON,
            "soap-xml", SourceFormat.XML,
            "sftp-csv", SourceFormat.CSV,
            "xlsx-drop", SourceFormat.XLSX,
            "roster-lookup", SourceFormat.JSON);

    private final DataRoot root;
    private final Journal journal;
    private final CamelContext camel = new DefaultCamelContext();
    private final Puller puller;
    final Landing landing;
    final List<String> roster = new ArrayList<>();

    Path knownHosts() {
        return root.path().resolve("keys/known_hosts");
    }

    PullBench(Path folder) {
        this(folder, settings(Duration.ofSeconds(60)));
    }

    PullBench(Path folder, PullSettings settings) {
        this(folder, settings, templates(), EMBEDDED, key -> null, Clock.systemUTC());
    }

    static PullBench withProperties(Path folder, Function<String, @Nullable String> properties) {
        return new PullBench(folder, templates(), properties, Clock.systemUTC());
    }

    PullBench(Path folder, Clock sourceClock) {
        this(folder, templates(), key -> null, sourceClock);
    }

    PullBench(
            Path folder,
            List<RouteTemplate> templates,
            Function<String, @Nullable String> properties,
            Clock sourceClock) {
        this(folder, settings(Duration.ofSeconds(60)), templates, EMBEDDED, properties, sourceClock);
    }

    PullBench(Path folder, List<RouteTemplate> templates, Map<String, String> texts, Clock sourceClock) {
        this(folder, settings(Duration.ofSeconds(20)), templates, texts, key -> null, sourceClock);
    }

    private PullBench(
            Path folder,
            PullSettings settings,
            List<RouteTemplate> templates,
            Map<String, String> texts,
            Function<String, @Nullable String> properties,
            Clock sourceClock) {
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        root = DataRoot.open(folder);
        journal = Journal.open(root, clock);
        landing = new Landing(
                root, journal, new Ledger(journal), new LandSettings(DataSize.ofMegabytes(4), DataSize.ofMegabytes(8)));
        RouteSteps.bind(camel.getRegistry(), settings, landing, () -> List.copyOf(roster));
        Routes routes = new Routes(
                camel,
                templates,
                texts,
                settings,
                landing,
                properties,
                new HostKeys(folder.resolve("keys/known_hosts"), settings.connectTimeout()));
        puller = new Puller(camel, routes, landing, settings, sourceClock);
        camel.start();
    }

    static PullSettings settings(Duration deadline) {
        return settings(deadline, Duration.ofSeconds(10));
    }

    static PullSettings settings(Duration deadline, Duration readTimeout) {
        return new PullSettings(
                deadline,
                Duration.ofSeconds(10),
                readTimeout,
                70,
                3,
                Duration.ofMillis(20),
                Duration.ofSeconds(2),
                2,
                ZoneId.of("Asia/Shanghai"));
    }

    LandedBatch pull(Feed feed) {
        return puller.pull(
                new PullRequest(feed, HOUR, HOUR.start().minus(feed.contract().overlap()), HOUR.end(), false));
    }

    LandedBatch pull(PullRequest request) {
        return puller.pull(request);
    }

    String text(LandedObject object) {
        return text(object, StandardCharsets.UTF_8);
    }

    String text(LandedObject object, java.nio.charset.Charset charset) {
        try {
            return Files.readString(root.resolve(object.path()), charset);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Everything below the landing folder that is a file. */
    List<Path> landed() {
        Path folder = root.path().resolve("landing");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    List<JournalEntry> entries() {
        return journal.lines().stream().map(JournalLine::entry).toList();
    }

    static Feed feed(String id, String template, FeedMode mode, String... parameters) {
        FeedId feed = FeedId.parse(id);
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < parameters.length; i += 2) {
            values.put(parameters[i], parameters[i + 1]);
        }
        FeedContract contract = new FeedContract(
                feed,
                "试",
                "1.0.0",
                List.of(),
                mode,
                DeletionRule.NONE,
                Duration.ofMinutes(5),
                Cycle.HOURLY,
                Duration.ofMinutes(60),
                true,
                ShareAttribute.UNCONDITIONAL,
                "",
                "",
                30,
                "");
        RouteInstance route = new RouteInstance(
                feed, template, values, "routes/" + feed.department() + "/" + feed.name() + ".camel.yaml");
        FeedJob job = new FeedJob(
                feed,
                "enterprise",
                new Reading(TEMPLATES.getOrDefault(template, SourceFormat.JSON), Map.of()),
                List.of(),
                5,
                0.01,
                0.3);
        return new Feed(contract, route, job, Digest.of(id));
    }

    private static List<RouteTemplate> templates() {
        return TEMPLATES.entrySet().stream()
                .map(template -> new RouteTemplate(
                        template.getKey(),
                        template.getKey(),
                        template.getValue(),
                        List.of(),
                        List.of(),
                        "routes/templates/" + template.getKey() + ".camel.yaml"))
                .toList();
    }

    @Override
    public void close() {
        camel.stop();
        journal.close();
        root.close();
    }
}
