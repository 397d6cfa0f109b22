package io.hourshare.operate.command.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("F01")
class SpillFolderTest {

    /** No machine gives that many. */
    private static final long NOBODY = 4_000_000_000L;

    @TempDir
    private Path temporary;

    @Test
    void whatAKilledRunLeftGoesWithTheNextAndWhatOthersUseStays() throws IOException {
        Path killed = folder("hourshare-verify-" + NOBODY + "-17");
        Path running = folder("hourshare-export-" + ProcessHandle.current().pid() + "-17");
        Path others = folder("hourshare-notes");
        Path mine;
        try (SpillFolder spill = SpillFolder.in(temporary, "verify")) {
            mine = spill.path();
            Files.writeString(mine.resolve("rows"), "what did not fit");
            assertThat(killed).doesNotExist();
            assertThat(running).isNotEmptyDirectory();
            assertThat(others).isNotEmptyDirectory();
        }
        assertThat(mine).doesNotExist();
    }

    private Path folder(String name) throws IOException {
        Path folder = Files.createDirectories(temporary.resolve(name).resolve("below"));
        Files.writeString(folder.resolve("rows"), "left");
        return folder.getParent();
    }
}
