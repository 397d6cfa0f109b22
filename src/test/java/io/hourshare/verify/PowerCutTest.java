package io.hourshare.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.kernel.Digest;
import io.hourshare.publish.Snapshot;
import io.hourshare.store.JournalFact.SnapshotPublished;
import io.hourshare.store.JournalLine;
import io.hourshare.store.JournalReading;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The power goes while an hour is worked on: what was acknowledged is there, and the rest is done again. */
@Tag("F04")
class PowerCutTest {

    private static final int ENTERPRISES = 8;

    @TempDir
    private Path folder;

    @Test
    void whatWasAcknowledgedOutlivesThePower() throws Exception {
        cutAt(Set.of("renamed@landing", "filled@normalized", "renamed@snapshots", "written@SnapshotPublished"));
    }

    @Test
    @Tag("crash")
    void whatWasAcknowledgedOutlivesThePowerAtEveryStep() throws Exception {
        try (ThinTown town = new ThinTown(folder.resolve("steps"), ENTERPRISES)) {
            town.run(1);
            cutAt(FailPoints.seenDuring(() -> town.hour(1)));
        }
    }

    private void cutAt(Set<String> steps) throws Exception {
        Path home = new TownCopies(folder, 1, ENTERPRISES).original();
        PowerCut cut = new PowerCut(home, folder, steps, 20_261_122L);
        try (ThinTown town = new ThinTown(home, ENTERPRISES)) {
            FailPoints.watched(cut, () -> town.hour(1));
        }
        assertThat(cut.images()).containsOnlyKeys(steps);
        List<JournalLine> all = JournalReading.read(home).chain();
        for (Map.Entry<String, Path> image : cut.images().entrySet()) {
            int acknowledged = whole(image.getValue());
            goOn(image.getValue());
            assertThat(JournalReading.read(image.getValue()).chain().subList(0, acknowledged))
                    .as(image.getKey())
                    .isEqualTo(all.subList(0, acknowledged));
            assertThat(contents(image.getValue())).as(image.getKey()).isEqualTo(contents(home));
            assertThat(TownCopies.verify(image.getValue(), Level.QUICK).findings())
                    .as(image.getKey())
                    .noneMatch(finding -> finding.severity() == Finding.Severity.BROKEN);
        }
    }

    /** Lines that stand whole in the image; a torn one was not acknowledged. */
    private static int whole(Path home) throws Exception {
        JournalReading reading = JournalReading.read(home);
        assertThat(reading.damages()).isEmpty();
        return reading.chain().size();
    }

    private static void goOn(Path home) {
        try (ThinTown town = new ThinTown(home, ENTERPRISES)) {
            assertThat(town.snapshots().current().map(Snapshot::sequence))
                    .hasValueSatisfying(served ->
                            assertThat(served).as("the last good snapshot").isPositive());
            town.hour(1);
        }
    }

    private static Map<String, Set<Digest>> contents(Path home) throws Exception {
        return JournalReading.read(home).chain().stream()
                .map(JournalLine::entry)
                .filter(SnapshotPublished.class::isInstance)
                .map(SnapshotPublished.class::cast)
                .collect(Collectors.groupingBy(
                        published -> published.hour().label(),
                        Collectors.mapping(SnapshotPublished::content, Collectors.toSet())));
    }
}
