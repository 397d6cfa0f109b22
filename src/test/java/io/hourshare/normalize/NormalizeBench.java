package io.hourshare.normalize;

import io.hourshare.contract.Catalogue;
import io.hourshare.contract.CatalogueReader;
import io.hourshare.contract.CatalogueSource;
import io.hourshare.contract.ChangedContract;
import io.hourshare.contract.DeletionRule;
import io.hourshare.contract.Feed;
import io.hourshare.contract.FeedContract;
import io.hourshare.contract.FeedJob;
import io.hourshare.contract.FeedMode;
import io.hourshare.contract.Reading;
import io.hourshare.contract.SourceFormat;
import io.hourshare.engine.Engine;
import io.hourshare.engine.EngineSettings;
import io.hourshare.engine.Session;
import io.hourshare.kernel.FeedId;
import io.hourshare.kernel.HourWindow;
import io.hourshare.land.Delivery;
import io.hourshare.land.LandSettings;
import io.hourshare.land.LandedBatch;
import io.hourshare.land.LandedFiles;
import io.hourshare.land.Landing;
import io.hourshare.normalize.convert.Tokens;
import io.hourshare.normalize.kept.KeptCatalogues;
import io.hourshare.store.DataRoot;
import io.hourshare.store.Journal;
import io.hourshare.store.Ledger;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/** A data root with landing, normalization and the real catalogue, for tests. */
final class NormalizeBench implements AutoCloseable {

    static final HourWindow HOUR = HourWindow.parse("2026-11-22T03Z");

    private static final CatalogueSource SOURCE = CatalogueSource.embedded();

    static final Catalogue CATALOGUE = CatalogueReader.read(SOURCE).catalogue();

    final DataRoot root;
    final Journal journal;
    final Ledger ledger;
    final Landing landing;
    final Engine engine;
    final Normalization normalization;

    NormalizeBench(Path folder) {
        this(folder, CATALOGUE, 2);
    }

    NormalizeBench(Path folder, Catalogue catalogue, int threads) {
        Clock clock = Clock.fixed(Instant.parse("2026-11-22T04:05:06Z"), ZoneOffset.UTC);
        root = DataRoot.open(folder.resolve("data"));
        journal = Journal.open(root, clock);
        ledger = new Ledger(journal);
        landing =
                new Landing(root, journal, ledger, new LandSettings(DataSize.ofGigabytes(4), DataSize.ofGigabytes(4)));
        engine = new Engine(new EngineSettings("2GB", threads), root.path().resolve("spill"));
        normalization = new Normalization(
                catalogue,
                root,
                LandedFiles.of(root.path()),
                journal,
                ledger,
                engine,
                new Tokens("a key of the tests".getBytes(StandardCharsets.UTF_8)),
                clock,
                new KeptCatalogues(root, journal, SOURCE, catalogue)::keep);
    }

    static Feed feed(String id) {
        return CATALOGUE.feed(FeedId.parse(id)).orElseThrow();
    }

    /** The feed with another mode and deletion rule. */
    static Feed mode(Feed feed, FeedMode mode, DeletionRule deletion) {
        FeedContract contract = ChangedContract.delivered(feed.contract(), mode, deletion);
        return new Feed(contract, feed.route(), feed.job(), feed.digest());
    }

    /** The feed with other reading options. */
    static Feed reading(Feed feed, Map<String, String> options) {
        return reading(feed, feed.job().reading().format(), options);
    }

    /** The feed as if it came in another format. */
    static Feed reading(Feed feed, SourceFormat format, Map<String, String> options) {
        FeedJob old = feed.job();
        FeedJob job = new FeedJob(
                old.feed(),
                old.into(),
                new Reading(format, options),
                old.map(),
                old.minute(),
                old.quarantineTolerance(),
                old.vanishTolerance());
        return new Feed(feed.contract(), feed.route(), job, feed.digest());
    }

    /** The catalogue with this feed alone. */
    static Catalogue only(Feed feed) {
        return new Catalogue(
                List.of(feed),
                CATALOGUE.templates(),
                CATALOGUE.entities(),
                CATALOGUE.codeLists(),
                CATALOGUE.models(),
                CATALOGUE.survivorship(),
                CATALOGUE.digest());
    }

    LandedBatch land(Feed feed, HourWindow window, Map<String, byte[]> objects) {
        return land(feed, window, objects, null);
    }

    LandedBatch land(Feed feed, HourWindow window, Map<String, byte[]> objects, @Nullable Long declared) {
        try (Delivery delivery = landing.begin(feed.id(), window, false)) {
            for (Map.Entry<String, byte[]> object : objects.entrySet()) {
                delivery.keep(object.getKey(), new ByteArrayInputStream(object.getValue()), "test:" + object.getKey());
            }
            return delivery.complete(declared, null);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    LandedBatch land(Feed feed, Path object) throws IOException {
        try (Delivery delivery = landing.begin(feed.id(), HOUR, true);
                InputStream bytes = Files.newInputStream(object)) {
            delivery.keep(object.getFileName().toString(), bytes, "test:" + object);
            return delivery.complete(null, null);
        }
    }

    NormalizedBatch normalize(Feed feed, String name, byte[] bytes) {
        return normalization.normalize(feed, land(feed, HOUR, Map.of(name, bytes)));
    }

    NormalizedBatch normalize(Feed feed, String name, String text) {
        return normalize(feed, name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Rows of a select over Parquet files; {@code records} names them. */
    List<String> select(List<String> files, String sql) {
        try (Session session = engine.open()) {
            session.view("records", files.stream().map(root::resolve).toList());
            return session.query(sql, row -> row.getString(1));
        }
    }

    @Override
    public void close() {
        root.close();
    }
}
