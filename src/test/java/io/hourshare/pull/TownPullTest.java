package io.hourshare.pull;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.contract.Catalogue;
import io.hourshare.contract.CatalogueReader;
import io.hourshare.contract.CatalogueReading;
import io.hourshare.contract.CatalogueSource;
import io.hourshare.contract.Feed;
import io.hourshare.land.LandedBatch;
import io.hourshare.sandbox.SandboxSettings;
import io.hourshare.sandbox.SandboxTown;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every feed of the catalogue, by its own route file, from the systems of the town. */
class TownPullTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T04:05:00Z"), ZoneOffset.UTC);
    private static final CatalogueReading READING = CatalogueReader.read(CatalogueSource.embedded());
    private static final Catalogue CATALOGUE = READING.catalogue();

    @TempDir
    static Path townFolder;

    private static SandboxTown town;

    @TempDir
    Path home;

    private PullBench bench;

    @BeforeAll
    static void openTown() {
        town = SandboxTown.start(SandboxSettings.usual(townFolder).withSize(120, 30), CLOCK);
    }

    @AfterAll
    static void closeTown() {
        town.close();
    }

    @BeforeEach
    void open() {
        bench = new PullBench(home, CATALOGUE.templates(), town.sources()::get, CLOCK);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    static List<Feed> feeds() {
        return CATALOGUE.feeds();
    }

    @Test
    void theCatalogueIsWhole() {
        assertThat(READING.problems()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("feeds")
    void theFirstLoadComesWhole(Feed feed) {
        LandedBatch batch = bench.pull(PullRequest.initial(feed, PullBench.HOUR));

        assertThat(batch.objects())
                .isNotEmpty()
                .allSatisfy(object -> assertThat(object.size()).isPositive());
        assertThat(bench.pull(PullRequest.of(feed, PullBench.HOUR)).window()).isEqualTo(PullBench.HOUR);
    }
}
