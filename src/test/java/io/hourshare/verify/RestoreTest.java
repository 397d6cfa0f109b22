package io.hourshare.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.contract.CatalogueReader;
import io.hourshare.contract.CatalogueSource;
import io.hourshare.engine.Engine;
import io.hourshare.engine.EngineSettings;
import io.hourshare.store.JournalFact.JournalCut;
import io.hourshare.store.JournalFact.SnapshotPublished;
import io.hourshare.store.JournalReading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;

/** A data root comes back from an older backup: what was since is done again, and comes out as it was. */
@Tag("F69")
class RestoreTest {

    @TempDir
    private static Path folder;

    private static Path backup;
    private static Path later;
    private static String lost;

    @BeforeAll
    static void goOnAfterTheBackup() throws IOException {
        TownCopies towns = new TownCopies(folder, 2, 8);
        backup = towns.original();
        later = towns.copy();
        lost = publishNext(later);
    }

    @Test
    void anOlderBackupCatchesUpToWhatItWouldHaveBeen() throws Exception {
        Path home = new TownCopies(folder.resolve("whole"), 2, 8).copy();

        assertThat(publishNext(home)).isEqualTo(lost);
        assertHolds(home);
    }

    @Test
    void aJournalOlderThanTheFilesBesideItSaysSoAndTakesThemOver() throws Exception {
        FileSystemUtils.deleteRecursively(later.resolve("journal"));
        TownCopies.copy(backup.resolve("journal"), later.resolve("journal"));

        assertThat(publishNext(later)).isEqualTo(lost);
        assertThat(JournalReading.read(later).chain())
                .as("lines that were acknowledged are missing")
                .anyMatch(line -> line.entry() instanceof JournalCut);
        assertHolds(later);
    }

    /** The anchor lies elsewhere and knows what the backup does not: readers have seen higher numbers. */
    @Test
    void aWholeDataRootThatIsOlderThanItsAnchorSaysSoOnceAndGivesNoNumberTwice() throws Exception {
        TownCopies towns = new TownCopies(folder.resolve("anchored"), 2, 8);
        Path anchor = folder.resolve("another-machine/roots.jsonl");
        Path seen = towns.copy();
        assertThat(publishNext(seen, anchor)).isEqualTo(lost);
        try (ThinTown town = anchored(seen, anchor)) {
            town.bring(3); // the hour that is lost is sealed
        }
        assertThat(lastSnapshot(seen)).isEqualTo(3);

        Path home = towns.copy();
        assertThat(publishNext(home, anchor)).isEqualTo(lost);
        try (ThinTown town = anchored(home, anchor)) {
            town.bring(3);
        }

        assertThat(lastSnapshot(home)).as("3 was given before").isEqualTo(1_000);
        assertThat(JournalReading.read(home).chain().stream()
                        .filter(line -> line.entry() instanceof JournalCut)
                        .map(line -> ((JournalCut) line.entry()).what()))
                .singleElement()
                .asString()
                .contains("较早的备份", "快照 3");
        assertThat(findings(home, anchor)).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Finding.Severity.WARNING);
            assertThat(finding.text()).contains("较早的备份");
        });
        assertThat(findings(towns.copy(), anchor))
                .as("a backup that no service has begun on yet")
                .anyMatch(finding -> finding.severity() == Finding.Severity.BROKEN);
    }

    private static List<Finding> findings(Path home, Path anchor) {
        Sources sources =
                new Sources(CatalogueReader.read(CatalogueSource.embedded()).catalogue(), null, null, anchor);
        Engine engine = new Engine(new EngineSettings("256MB", 1), home.resolve("spill"));
        return new Verification(home, sources, engine, Clock.systemUTC())
                .run(Level.FULL)
                .findings();
    }

    private static long lastSnapshot(Path home) throws IOException {
        return JournalReading.read(home).chain().stream()
                .filter(line -> line.entry() instanceof SnapshotPublished)
                .mapToLong(line -> ((SnapshotPublished) line.entry()).sequence())
                .max()
                .orElse(0);
    }

    private static ThinTown anchored(Path home, Path anchor) {
        return new ThinTown(home, 8, Map.of("hourshare.evidence.anchor", anchor.toString()));
    }

    private static String publishNext(Path home, Path anchor) throws IOException {
        try (ThinTown town = anchored(home, anchor)) {
            town.hour(2);
        }
        return third(home);
    }

    /** What the third hour says. */
    private static String publishNext(Path home) throws IOException {
        try (ThinTown town = new ThinTown(home, 8)) {
            town.hour(2);
        }
        return third(home);
    }

    private static String third(Path home) throws IOException {
        return JournalReading.read(home).chain().stream()
                .map(line -> line.entry() instanceof SnapshotPublished published ? published : null)
                .filter(published -> published != null && published.hour().equals(TownFiles.window(2)))
                .map(published -> published.content().hex())
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    private static void assertHolds(Path home) throws Exception {
        assertThat(TownCopies.verify(home, Level.FULL).findings())
                .filteredOn(finding -> finding.severity() == Finding.Severity.BROKEN)
                .extracting(Finding::text)
                .isEmpty();
        assertThat(Files.exists(home.resolve("snapshots/latest"))).isTrue();
        if (IndependentChecker.present()) {
            JsonNode said = IndependentChecker.judge(home, true);
            assertThat(said.path("exit").asInt(-1)).as(said.toString()).isZero();
        }
    }
}
