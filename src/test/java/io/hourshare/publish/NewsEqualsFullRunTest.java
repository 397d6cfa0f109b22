package io.hourshare.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.contract.Catalogue;
import io.hourshare.contract.CatalogueReader;
import io.hourshare.contract.CatalogueSource;
import io.hourshare.engine.Engine;
import io.hourshare.engine.EngineSettings;
import io.hourshare.engine.Session;
import io.hourshare.kernel.HourWindow;
import io.hourshare.merge.GrownTown;
import io.hourshare.merge.MergedProfiles;
import io.hourshare.publish.file.FileContent;
import io.hourshare.store.DataRoot;
import io.hourshare.store.Journal;
import io.hourshare.store.Ledger;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Hours that take over what did not change publish what a town says that never published before: first one that begins a
 * new day and is written whole, then those of which the files are revised.
 */
class NewsEqualsFullRunTest {

    private static final Catalogue CATALOGUE =
            CatalogueReader.read(CatalogueSource.embedded()).catalogue();

    /** Tables that name the hour. */
    private static final List<String> OF_THE_HOUR = List.of("meta", "freshness", "balance", "quality");

    /** More of them with another seed: {@code -Dnews.hours=20 -Dnews.seed=5}. */
    private static final int HOURS = Integer.getInteger("news.hours", 3);

    /** The next hour begins a day in China. */
    private static final Instant FIRST = Instant.parse("2026-11-22T14:00:00Z");

    private static final long SEED = Long.getLong("news.seed", 11);

    @TempDir
    Path folder;

    @Test
    void everyTableOfBothFilesIsWhatAFullRunGives() {
        try (Publishing hourly = new Publishing("hourly")) {
            Snapshot next = hourly.publish(0);
            for (int hour = 1; hour <= HOURS; hour++) {
                next = hourly.publish(hour);
            }
            try (Publishing full = new Publishing("full")) {
                Snapshot anew = full.publish(HOURS);

                assertThat(hourly.content(next.directory())).isEqualTo(full.content(anew.directory()));
                assertThat(next.content()).isEqualTo(anew.content());
            }
        }
    }

    private final class Publishing implements AutoCloseable {

        private final Clock clock = Clock.fixed(Instant.parse("2026-11-22T04:05:06Z"), ZoneOffset.UTC);
        private final Engine engine = new Engine(new EngineSettings("500MB", 2), folder.resolve("spill"));
        private final DataRoot root;
        private final Journal journal;
        private final Ledger ledger;
        private final Snapshots snapshots;
        private final Publisher publisher;
        private final GrownTown town;

        private Publishing(String name) {
            root = DataRoot.open(folder.resolve(name));
            journal = Journal.open(root, clock);
            ledger = new Ledger(journal);
            town = new GrownTown(CATALOGUE, root, engine, 60, 80, SEED);
            Publications publications = new Publications(root, journal);
            PublishSettings settings = new PublishSettings(2, 1, Duration.ofSeconds(1));
            PublicationWitnesses witnesses = PublicationWitnesses.none();
            snapshots = new Snapshots(engine, root, journal, publications, settings, witnesses, kept -> kept);
            publisher = new Publisher(
                    CATALOGUE, engine, root, journal, ledger, publications, snapshots, settings, witnesses, clock);
        }

        private Snapshot publish(int hour) {
            MergedProfiles merged = GrownTown.merger(CATALOGUE, engine, root, journal, ledger, clock)
                    .merge(town.current(hour), town.resolution(hour));
            HourWindow window = new HourWindow(FIRST.plus(Duration.ofHours(hour)));
            return publisher.publish(merged, window, PublicationContext.of("hour-" + hour));
        }

        private Map<String, FileContent> content(Path directory) {
            return Map.of(
                    "serve", content(directory, SnapshotFolders.SERVE),
                    "analyst", content(directory, SnapshotFolders.ANALYST));
        }

        private FileContent content(Path directory, String file) {
            try (Session session = engine.look(directory.resolve(file))) {
                FileContent all = FileContent.read(session);
                return new FileContent(all.tables().entrySet().stream()
                        .filter(table -> !OF_THE_HOUR.contains(table.getKey()))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
            }
        }

        @Override
        public void close() {
            snapshots.close();
            root.close();
        }
    }
}
