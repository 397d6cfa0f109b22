package io.hourshare.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DurableFilesTest {

    private static final Instant LONG_AGO = Instant.parse("2026-11-01T00:00:00Z");

    @TempDir
    Path folder;

    @Test
    void writesAWholeFileInFoldersThatDoNotExistYet() throws IOException {
        Path target = folder.resolve("a/b/c.txt");

        DurableFiles.write(target, temporary -> Files.writeString(temporary, "甲"));

        assertThat(target).hasContent("甲");
        assertThat(filesUnder(folder)).containsExactly(target);
    }

    @Test
    void anExistingFileIsKeptAsItIs() throws IOException {
        Path target = folder.resolve("a.txt");
        Files.writeString(target, "甲");

        DurableFiles.write(target, temporary -> Files.writeString(temporary, "乙"));

        assertThat(target).hasContent("甲");
    }

    @Test
    void afillingThatFailsLeavesNothing() throws IOException {
        assertThatThrownBy(() -> DurableFiles.write(folder.resolve("a.txt"), temporary -> {
                    Files.writeString(temporary, "half");
                    throw new IOException("disk full");
                }))
                .hasMessage("disk full");

        assertThat(filesUnder(folder)).isEmpty();
    }

    @Test
    void afolderIsAdoptedWhole() throws IOException {
        Path temporary = DurableFiles.temporary(folder.resolve("x/target"));
        Files.createDirectories(temporary);
        Files.writeString(temporary.resolve("a"), "1");

        DurableFiles.adopt(temporary, folder.resolve("x/target"));

        assertThat(folder.resolve("x/target/a")).hasContent("1");
        assertThat(temporary).doesNotExist();
    }

    @Test
    void oldLeftoversAreSweptAndNothingElse() throws IOException {
        try (DataRoot root = DataRoot.open(folder)) {
            Path oldFile = DurableFiles.temporary(root.resolve("lake/a.parquet"));
            Path oldFolder = DurableFiles.temporary(root.resolve("landing/x/delivery"));
            Path young = DurableFiles.temporary(root.resolve("lake/b.parquet"));
            Path kept = root.resolve("lake/c.tmp");
            Files.writeString(oldFile, "x");
            Files.createDirectories(oldFolder);
            Files.writeString(oldFolder.resolve("page"), "x");
            Files.writeString(young, "x");
            Files.writeString(kept, "x");
            Path spilled = root.resolve("spill/verify1/lake/duckdb_temp_storage_DEFAULT-0.tmp");
            Files.createDirectories(spilled.getParent());
            Files.writeString(spilled, "x");
            for (Path path : new Path[] {oldFile, oldFolder, kept}) {
                Files.setLastModifiedTime(path, FileTime.from(LONG_AGO));
            }
            Files.setLastModifiedTime(young, FileTime.from(LONG_AGO.plusSeconds(1_800)));

            Leftovers leftovers = Leftovers.of(root);
            Path ours = DurableFiles.temporary(root.resolve("lake/d.parquet"));
            Files.writeString(ours, "x");
            Files.setLastModifiedTime(ours, FileTime.from(LONG_AGO));
            assertThat(root.resolve("spill")).doesNotExist();
            assertThat(leftovers.sweep(LONG_AGO.plusSeconds(3_601))).isEqualTo(2);

            assertThat(oldFile).doesNotExist();
            assertThat(oldFolder).doesNotExist();
            assertThat(young).as("may still tell what happened").exists();
            assertThat(leftovers.sweep(LONG_AGO.plusSeconds(5_401))).isEqualTo(1);
            assertThat(young).doesNotExist();
            assertThat(kept).exists();
            assertThat(ours).as("of this process").exists();
        }
    }

    private static java.util.List<Path> filesUnder(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }
}
