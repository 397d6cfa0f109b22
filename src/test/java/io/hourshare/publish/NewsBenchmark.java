package io.hourshare.publish;

import com.sun.management.OperatingSystemMXBean;
import io.hourshare.Figures;
import io.hourshare.contract.Catalogue;
import io.hourshare.contract.CatalogueReader;
import io.hourshare.contract.CatalogueSource;
import io.hourshare.engine.Engine;
import io.hourshare.engine.EngineSettings;
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
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Measures merge and publication of hours in which exactly one record in a hundred changes, on a seed.
 *
 * <p>Run by {@code mvn -Pbench verify -Dtest=NewsBenchmark}; {@code -Dbench.enterprises} chooses.
 */
class NewsBenchmark {

    private static final Instant NOW = Instant.parse("2026-11-22T04:05:06Z");
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);

    @Test
    void anHourInWhichOneRecordInAHundredChanges(@TempDir Path home) {
        Assumptions.assumeTrue(System.getProperty("bench.stages", "news").contains("news"));
        int enterprises = Integer.getInteger("bench.enterprises", 10_000);
        Catalogue catalogue = CatalogueReader.read(CatalogueSource.embedded()).catalogue();
        Engine engine =
                new Engine(new EngineSettings(System.getProperty("bench.memory", "700MB"), 2), home.resolve("spill"));
        try (DataRoot root = DataRoot.open(home.resolve("data"));
                Journal journal = Journal.open(root, clock)) {
            Ledger ledger = new Ledger(journal);
            GrownTown town = new GrownTown(catalogue, root, engine, enterprises, 100, 7);
            Merger merger = GrownTown.merger(catalogue, engine, root, journal, ledger, clock);
            Publications publications = new Publications(root, journal);
            PublishSettings settings = new PublishSettings(3, 2, Duration.ofSeconds(1));
            try (Snapshots snapshots = new Snapshots(
                    engine, root, journal, publications, settings, PublicationWitnesses.none(), kept -> kept)) {
                Publisher publisher = new Publisher(
                        catalogue,
                        engine,
                        root,
                        journal,
                        ledger,
                        publications,
                        snapshots,
                        settings,
                        PublicationWitnesses.none(),
                        clock);
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
                merged, HourWindow.parse("2026-11-22T0" + (3 + hour) + "Z"), PublicationContext.of("hour-" + hour));
        long end = SYSTEM.getProcessCpuTime();
        Figures.say(
                "%d 家，%d 条取值，%s：合并处理器 %.1f 秒，发布处理器 %.1f 秒",
                enterprises,
                merged.counts().get("claim"),
                hour == 0 ? "首次" : "第 " + hour + " 个小时，百分之一的记录有变",
                (between - start) / 1e9,
                (end - between) / 1e9);
    }
}
