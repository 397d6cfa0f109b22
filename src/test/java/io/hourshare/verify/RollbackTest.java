package io.hourshare.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hourshare.operate.snapshot.OperatorSnapshots;
import io.hourshare.operate.snapshot.PublicationPlan;
import io.hourshare.operate.snapshot.SnapshotDiff;
import io.hourshare.operate.snapshot.SnapshotRefusedException;
import io.hourshare.publish.WithdrawnException;
import io.hourshare.store.Ledger;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bad publication is found later, and taken back in one call. */
@Tag("F66")
class RollbackTest {

    @TempDir
    private Path folder;

    @Test
    void aPublicationThatWasTakenBackStaysAwayUntilSomebodyReleasesIt() {
        Path home = new TownCopies(folder, 2, 8).original();
        try (ThinTown town = new ThinTown(home, 8)) {
            OperatorSnapshots snapshots = snapshots(town);
            SnapshotDiff diff = snapshots.diff(1L, 2);
            assertThat(diff.changed()).isPositive();
            assertThat(diff.added()).isZero();
            assertThat(diff.batches()).isNotEmpty();
            assertThatThrownBy(() -> snapshots.rollBack(2L, "值班员", "错"))
                    .isInstanceOf(SnapshotRefusedException.class)
                    .hasMessageContaining("更早");
            assertThatThrownBy(() -> snapshots.rollBack(null, "值班员", " ")).hasMessageContaining("事由");

            PublicationPlan plan = snapshots.previewRollBack(null);
            assertThat(plan.withdraws()).containsExactly(2L);
            assertThat(snapshots.hold()).as("a dry run changes nothing").isEmpty();
            assertThat(snapshots.rollBack(null, "值班员", "等级有误").sequence())
                    .isEqualTo(plan.serves().sequence())
                    .isEqualTo(1);

            assertThat(snapshots.all())
                    .extracting(one -> one.sequence() + " " + one.served() + " " + one.withdrawn())
                    .containsExactly("2 false true", "1 true false");
            town.bring(2);
            assertThatThrownBy(() -> town.publish(TownFiles.window(2))).isInstanceOf(WithdrawnException.class);
        }
        try (ThinTown town = new ThinTown(home, 8)) { // a restart forgets neither
            assertThat(town.snapshots().current().orElseThrow().sequence()).isEqualTo(1);
            assertThatThrownBy(() -> town.hour(2)).isInstanceOf(WithdrawnException.class);

            snapshots(town).release("值班员", "已更正");
            town.hour(2);

            assertThat(town.snapshots().current().orElseThrow().sequence()).isEqualTo(3);
            assertThat(snapshots(town).hold()).isEmpty();
        }
        assertThat(TownCopies.verify(home, Law.VERSIONS, Level.FULL).exitCode()).isZero();
    }

    private static OperatorSnapshots snapshots(ThinTown town) {
        return new OperatorSnapshots(town.snapshots(), town.bean(Ledger.class));
    }
}
