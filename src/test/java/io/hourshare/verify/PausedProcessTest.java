package io.hourshare.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hourshare.store.DataRoot;
import io.hourshare.store.DataRootInUseException;
import io.hourshare.store.JournalFact.SnapshotPublished;
import io.hourshare.store.JournalLine;
import io.hourshare.store.JournalReading;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that stands still holds its data root still: nobody takes over, so nobody wakes up too late. */
@Tag("F08")
class PausedProcessTest {

    @TempDir
    private Path folder;

    @Test
    void nobodyTakesOverFromAProcessThatStandsStillAndItGoesOnWhenItWakes() throws Exception {
        Assumptions.assumeFalse(System.getProperty("os.name").startsWith("Windows"), "no SIGSTOP on this system");
        CrashedTown town = new CrashedTown(folder.resolve("town"));
        town.pause(
                1,
                () -> assertThatThrownBy(() -> DataRoot.open(town.home()))
                        .isInstanceOf(DataRootInUseException.class)
                        .hasMessageContaining("已有实例在运行"));

        List<JournalLine> lines = JournalReading.read(town.home()).chain();
        assertThat(lines)
                .filteredOn(line -> line.entry() instanceof SnapshotPublished)
                .hasSize(1);
        assertThat(TownCopies.verify(town.home(), Level.QUICK).exitCode()).isLessThan(2);
    }
}
