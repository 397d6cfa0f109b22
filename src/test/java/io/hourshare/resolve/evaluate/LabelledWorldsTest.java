package io.hourshare.resolve.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.contract.Catalogue;
import io.hourshare.contract.CatalogueReader;
import io.hourshare.contract.CatalogueSource;
import io.hourshare.engine.EngineSettings;
import io.hourshare.resolve.world.CountryWorld;
import io.hourshare.resolve.world.LabelledWorld;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two worlds made in different ways hold what must never slip; the goals are measured on large ones. */
class LabelledWorldsTest {

    private static final Catalogue CATALOGUE =
            CatalogueReader.read(CatalogueSource.directory(Path.of("."))).catalogue();

    @TempDir
    Path home;

    @Test
    void theWorldOfOneRegionIsToldApart() {
        LabelledWorld.write(21, 2_000, home.resolve("records"), home.resolve("truth.csv"));

        hold(figures());
    }

    @Test
    void theWorldOfSixProvincesIsToldApart() {
        CountryWorld.write(22, 2_000, home.resolve("records"), home.resolve("truth.csv"));

        hold(figures());
    }

    private static void hold(Map<String, String> figures) {
        assertThat(figure(figures, "pairwise_precision")).as("%s", figures).isGreaterThan(0.9985);
        assertThat(figure(figures, "pairwise_recall")).as("%s", figures).isGreaterThan(0.98);
        assertThat(figure(figures, "review_per_1000")).isLessThan(8);
        assertThat(figures)
                .containsEntry("branches_with_heads", "0")
                .containsEntry("joined_by_filler_numbers", "0")
                .containsKey("model");
    }

    private static double figure(Map<String, String> figures, String name) {
        return Double.parseDouble(String.valueOf(figures.get(name)));
    }

    private Map<String, String> figures() {
        return new Evaluation(CATALOGUE)
                .run(
                        new Evaluation.Request(
                                home.resolve("records"), home.resolve("out"), null, null, home.resolve("truth.csv")),
                        new EngineSettings("1GB", 2));
    }
}
