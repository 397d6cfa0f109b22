package io.hourshare.operate.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.operate.command.desk.Launch;
import io.hourshare.operate.command.terminal.ExitCode;
import io.hourshare.store.DataRoot;
import io.hourshare.store.Journal;
import io.hourshare.store.JournalFact.RunFinished;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyCommandTest {

    @TempDir
    private Path folder;

    private Path home = Path.of("home");

    @BeforeEach
    void aJournalOfThreeLines() {
        home = folder.resolve("data");
        try (DataRoot root = DataRoot.open(home);
                Journal journal = Journal.open(root, Clock.systemUTC())) {
            for (int i = 0; i < 3; i++) {
                journal.append(new RunFinished("r" + i, "DONE", "第 " + i + " 次"));
            }
        }
    }

    @Test
    void theExitStatusSaysWhetherTheLawsHold() throws IOException {
        assertThat(run("verify", "--level", "full")).isEqualTo(ExitCode.OK);
        assertThat(run("verify", "--json")).isEqualTo(ExitCode.OK);

        Path journal = journal();
        Files.writeString(journal, Files.readString(journal).replace("第 1", "第 7"));

        assertThat(run("verify")).isEqualTo(ExitCode.WRONG);
        assertThat(run("verify", "--home", folder.resolve("nothing").toString()))
                .isEqualTo(ExitCode.COULD_NOT);
    }

    @Test
    void evidenceIsWrittenWhetherAServiceRunsOrNot() {
        Path out = folder.resolve("evidence.zip");
        try (DataRoot held = DataRoot.open(home)) {
            assertThat(held.path()).isDirectory();

            assertThat(run("evidence", "export", "--out", out.toString())).isEqualTo(ExitCode.OK);
        }
        assertThat(out).isNotEmptyFile();
    }

    @Test
    void snapshotsNeedARunningService() {
        assertThat(run("snapshots")).isEqualTo(ExitCode.COULD_NOT);
        assertThat(run("snapshots", "rollback", "--reason", "错")).isEqualTo(ExitCode.COULD_NOT);
    }

    private Path journal() throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("journal"))) {
            return files.findFirst().orElseThrow();
        }
    }

    private int run(String... words) {
        boolean homeless = Stream.of(words).noneMatch("--home"::equals);
        String[] all = homeless
                ? Stream.concat(Stream.of(words), Stream.of("--home", home.toString()))
                        .toArray(String[]::new)
                : words;
        return HourshareCommand.execute(new Launch(Object.class), all);
    }
}
