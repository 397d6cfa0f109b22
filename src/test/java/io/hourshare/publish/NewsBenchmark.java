package io.hourshare.publish;

import com.sun.management.OperatingSystemMXBean;
import io.hourshare.Figures;
import io.hourshare.contract.Catalogue;
import io.hourshare.contract.CatalogueReader;
import io.hourshare.contract.CatalogueSource;
import io.hourshare.engine.Engine;
import io.hourshare.engine.EngineSettings;
import io.hourshare.history.RecordedChanges;
import io.hourshare.kernel.HourWindow;
import io.hourshare.merge.GrownTown;
import io.hourshare.merge.MergedProfiles;
import io.hourshare.merge.Merger;
import io.hourshare.store.DataRoot;
import io.hourshare.store.Journal;
import io.hourshare.store.Ledger;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Measures merge and publication, with what history keeps of it, of hours in which exactly one record in so many changes,
 * on a seed.
 *
 * <p>Run by {@code mvn -Pbench verify -Dtest=NewsBenchmark}; {@code -Dbench.enterprises} chooses, and {@code
 * -Dbench.share=400} changes one record in four hundred: as many in four times the town.
 */
class NewsBenchmark {

    private static final Instant NOW = Instant.parse("2026-11-22T04:05:06Z");
    /** A day begins in China. */
    private static final Instant DAY = Instant.parse("2026-11-21T16:00:00Z");

    private static final int SHARE = Integer.getInteger("bench.share", 100);
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);

    @Test
    void anHourInWhichOneRecordInSoManyChanges(@TempDir Path home) {
        Assumptions.assumeTrue(System.getProperty("bench.stages", "news").contains("news"));
        int enterprises = Integer.getInteger("bench.enterprises", 10_000);
        Catalogue catalogue = CatalogueReader.read(CatalogueSource.embedded()).catalogue();
        Engine engine =
                new Engine(new EngineSettings(System.getProperty("bench.memory", "700MB"), 2), home.resolve("spill"));
        try (DataRoot root = DataRoot.open(home.resolve("data"));
                Journal journal = Journal.open(root, clock)) {
            Ledger ledger = new Ledger(journal);
            GrownTown town = new GrownTown(catalogue, root, engine, enterprises, SHARE, 7);
            Merger merger = GrownTown.merger(catalogue, engine, root, journal, ledger, clock);
            Publications publications = new Publications(root, journal);
            PublishSettings settings = new PublishSettings(3, 2, Duration.ofSeconds(1));
            PublicationWitnesses witnesses =
                    new PublicationWitnesses(() -> List.of(RecordedChanges.of(root, engine, journal)));
            try (Snapshots snapshots =
                    new Snapshots(engine, root, journal, publications, settings, witnesses, kept -> kept)) {
                Publisher publisher = new Publisher(
                        catalogue, engine, root, journal, ledger, publications, snapshots, settings, witnesses, clock);
                for (int hour = 0; hour <= Integer.getInteger("bench.rounds", 3); hour++) {
                    measure(enterprises, hour, town, merger, publisher);
                }
            }
        }
    }

    private static void measure(int enterprises, int hour, GrownTown town, Merger merger, Publisher publisher) {
        var current = town.current(hour);
        var resolution = town.resolution(hour);
        long start = SYSTEM.getProcessCpuTime();
        MergedProfiles merged = merger.merge(current, resolution);
        long between = SYSTEM.getProcessCpuTime();
        publisher.publish(
                merged, new HourWindow(DAY.plus(Duration.ofHours(hour))), PublicationContext.of("hour-" + hour));
        long end = SYSTEM.getProcessCpuTime();
        Figures.say(
                "%d 家，%d 条取值，%s：合并处理器 %.1f 秒，发布处理器 %.1f 秒",
                enterprises,
                merged.counts().get("claim"),
                hour == 0 ? "首次" : "第 " + hour + " 个小时，每 " + SHARE + " 条记录有一条有变",
                (between - start) / 1e9,
                (end - between) / 1e9);
    }
}
