package io.hourshare.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.store.JournalFact.JournalCut;
import io.hourshare.store.JournalFact.SnapshotPublished;
import io.hourshare.store.JournalReading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

    /** What the third hour says. */
    private static String publishNext(Path home) throws IOException {
        try (ThinTown town = new ThinTown(home, 8)) {
            town.hour(2);
        }
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
