package io.hourshare.serve.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.publish.Snapshot;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServedSnapshotsTest {

    @TempDir
    private Path folder;

    /** Whoever rolls back reads the earlier snapshot's number on the very next page, from the index that is still there. */
    @Test
    void turnsBackAtOnceToTheSnapshotThatIsPublishedAgain() throws Exception {
        SnapshotFixture source = new SnapshotFixture(folder);
        Snapshot first = source.publish(16, session -> {});
        try (ServedSnapshots served = source.served()) {
            ServedSnapshot before = served.current();
            source.publish(17, session -> {});
            served.turn();
            assertThat(served.version().orElseThrow().sequence()).isEqualTo(17);

            source.publishAgain(first);
            served.turn();

            assertThat(served.current()).isSameAs(before);
            assertThat(served.version().orElseThrow().sequence()).isEqualTo(16);
            assertThat(served.find(17)).as("who turns pages stays on it").isPresent();
        }
    }
}
