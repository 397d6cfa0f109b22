package io.hourshare.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.store.Journal;
import io.hourshare.store.JournalFact.CatalogueKept;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two hours, the second after the catalogue was changed: each is replayed by its own. */
class KeptCatalogueTest {

    private static final Path JOB = Path.of("jobs/tax/credit-rating.yaml");

    @TempDir
    static Path folder;

    private static Path home;
    private static List<CatalogueKept> kept;

    @BeforeAll
    static void work() throws Exception {
        home = folder.resolve("town");
        Path older = folder.resolve("older").resolve(JOB);
        Files.createDirectories(older.getParent());
        Files.writeString(older, Files.readString(JOB).replace("  score:       { from: PJDF, as: decimal }\n", ""));
        try (ThinTown town = new ThinTown(
                home, 12, Map.of("hourshare.catalogue", folder.resolve("older").toString()))) {
            town.bring(0);
        }
        try (ThinTown town = new ThinTown(home, 12)) {
            town.bring(1);
        }
        try (ThinTown town = new ThinTown(home, 12)) {
            town.bring(2);
            kept = town.bean(Journal.class).lines().stream()
                    .filter(line -> line.entry() instanceof CatalogueKept)
                    .map(line -> (CatalogueKept) line.entry())
                    .toList();
        }
    }

    @Test
    void aCatalogueIsKeptOnceBeforeAnythingIsAdoptedByIt() {
        assertThat(kept).hasSize(2).doesNotHaveDuplicates();
        assertThat(kept).allSatisfy(one -> assertThat(home.resolve(one.path())).isRegularFile());
    }

    @Test
    void anHourIsReplayedByTheCatalogueOfItsTime() {
        Report report = TownCopies.verify(home, Law.REPLAY, Level.DEEP);

        assertThat(report.findings()).extracting(Finding::text).isEmpty();
        assertThat(report.exitCode()).isZero();
    }

    @Test
    @Tag("F62")
    void aKeptCatalogueThatIsChangedOrGoneIsFound() throws Exception {
        Path copy = folder.resolve("copy");
        TownCopies.copy(home, copy);
        TownCopies.copy(folder.resolve("town-keys"), folder.resolve("copy-keys"));
        Files.writeString(copy.resolve(kept.get(0).path()), " ", java.nio.file.StandardOpenOption.APPEND);
        Files.delete(copy.resolve(kept.get(1).path()));

        assertThat(TownCopies.verify(copy, Law.BYTES, Level.QUICK).findings())
                .extracting(Finding::file)
                .containsExactlyInAnyOrder(kept.get(0).path(), kept.get(1).path());
        assertThat(TownCopies.verify(copy, Law.REPLAY, Level.DEEP).exitCode())
                .as("what cannot be replayed is said")
                .isEqualTo(1);
    }
}
