package io.hourshare.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.hourshare.engine.Engine;
import io.hourshare.engine.EngineSettings;
import io.hourshare.engine.Session;
import io.hourshare.operate.slot.Troubles;
import io.hourshare.publish.Snapshot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Too little memory ends the step that wanted it, and nothing else. */
@Tag("F07")
class ShortMemoryTest {

    private static final String ENDLESS =
            "select count(distinct a.i * 7919 + b.i) from range(100000) a(i), range(3000) b(i)";

    @TempDir
    private Path folder;

    @Test
    void aQuestionThatDoesNotFitIsSaidSoAndTheNextIsAnswered() {
        Engine engine = new Engine(new EngineSettings("24MB", 2), folder.resolve("spill"));
        try (Session session = engine.open()) {
            session.execute("set temp_directory = ''");

            Throwable failure = catchThrowable(() -> session.number(ENDLESS));

            assertThat(Troubles.of(new IllegalStateException(failure))).satisfies(trouble -> {
                assertThat(trouble.reason()).isEqualTo("OUT_OF_MEMORY");
                assertThat(trouble.detail()).startsWith("内存不足").contains("hourshare.engine.memory", "自动重试");
            });
            assertThat(session.number("select 6 * 7")).isEqualTo(42);
        }
        assertThat(Troubles.of(new IllegalStateException(new OutOfMemoryError("Java heap space")))
                        .detail())
                .startsWith("内存不足")
                .contains("-Xmx");
    }

    @Test
    void aStepThatRunsOutOfMemoryLeavesTheLastSnapshotAndIsDoneByTheNextTry() throws IOException {
        Path home = new TownCopies(folder, 1, 8).copy();
        try (ThinTown town = new ThinTown(home, 8)) {
            for (String step : new String[] {"filled@normalized", "filled@identity", "filled@snapshots"}) {
                AtomicBoolean met = new AtomicBoolean();
                Throwable failure = catchThrowable(() -> FailPoints.failing(
                        name -> {
                            if (name.equals(step) && met.compareAndSet(false, true)) {
                                throw new OutOfMemoryError("Java heap space");
                            }
                        },
                        () -> town.hour(1)));
                assertThat(met).as(step).isTrue();
                assertThat(failure).as(step).hasStackTraceContaining("OutOfMemoryError");
                assertThat(town.snapshots().current().map(Snapshot::sequence))
                        .as(step)
                        .contains(1L);
            }
            town.hour(1);
            assertThat(town.snapshots().current().map(Snapshot::sequence)).contains(2L);
        }
        assertThat(TownCopies.verify(home, Level.QUICK).findings())
                .noneMatch(finding -> finding.severity() == Finding.Severity.BROKEN);
    }
}
