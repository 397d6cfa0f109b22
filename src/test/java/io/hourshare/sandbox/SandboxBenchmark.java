package io.hourshare.sandbox;

import io.hourshare.Figures;
import io.hourshare.sandbox.source.Listing;
import io.hourshare.sandbox.source.SourceFeed;
import io.hourshare.sandbox.world.World;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * Measures how long a large town takes over a page of each feed, and how much it remembers while it does.
 *
 * <p>Run by {@code mvn -Pbench verify}; {@code -Dbench.stages=sandbox} and {@code -Dbench.town} choose.
 */
class SandboxBenchmark {

    private static final Instant NOW = Instant.parse("2026-11-20T02:00:00Z");
    private static final int PAGE = 200;
    private static final int PAGES = 20;

    private final int enterprises = Integer.getInteger("bench.town", 100_000);

    @Test
    void pagesOfEveryFeedOfALargeTown() {
        Assumptions.assumeTrue(System.getProperty("bench.stages", "sandbox").contains("sandbox"));
        World world = new World(20_261_122L, enterprises, enterprises / 8);
        for (SourceFeed feed : Feeds.of(world, DirtRates.usual()).all()) {
            long start = System.nanoTime();
            Listing listing = new Listing(feed, new Listing.Query(NOW, null, null, PAGE));
            double counted = (System.nanoTime() - start) / 1e9;
            Figures.say(
                    "城镇 %d 家 %s：%d 条，第一问清点 %.1f 秒，其后每页（%d 条）中位 %.1f 毫秒；堆 %d MB",
                    enterprises, feed.id(), listing.total(), counted, PAGE, page(listing), heap());
        }
    }

    /** Median of pages spread evenly. */
    private static double page(Listing listing) {
        double[] millis = new double[PAGES];
        for (int i = 0; i < PAGES; i++) {
            long start = System.nanoTime();
            listing.page(1 + (int) ((long) i * listing.pages() / PAGES));
            millis[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(millis);
        return millis[PAGES / 2];
    }

    /** What lives on after a collection. */
    private static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
    }
}
