package io.hourshare.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.kernel.SteppedClock;
import io.hourshare.store.DataRoot;
import io.hourshare.store.Journal;
import io.hourshare.store.JournalFact.RunFinished;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("F01")
class HourSealsTest {

    @TempDir
    private Path folder;

    private final SteppedClock clock = new SteppedClock("2026-11-22T09:10:00Z");

    @Test
    void aSealWhoseAnchorAKillPreventedIsAnchoredByTheNextProcess() throws IOException {
        Path anchor = folder.resolve("evidence/roots.jsonl");
        try (DataRoot root = DataRoot.open(folder.resolve("data"));
                Journal journal = Journal.open(root, clock)) {
            sealNext(journal, new HourSeals(journal, clock, anchor));
            sealNext(journal, new HourSeals(journal, clock, anchor));
            String both = Files.readString(anchor);
            int second = both.indexOf('\n') + 1;

            for (String left : new String[] {both.substring(0, second), both.substring(0, second + 30), both}) {
                Files.writeString(anchor, left);
                new HourSeals(journal, clock, anchor).seal();
                assertThat(anchor).hasContent(both);
            }
        }
    }

    private void sealNext(Journal journal, HourSeals seals) {
        journal.append(new RunFinished("r", "DONE", ""));
        clock.advance(Duration.ofHours(1));
        seals.seal();
    }
}
