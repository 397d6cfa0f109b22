package io.hourshare.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataRootTest {

    @TempDir
    Path folder;

    @Test
    @Tag("F09")
    void isHeldByOneAtATime() {
        try (DataRoot held = DataRoot.open(folder)) {
            assertThat(held.path()).isDirectory();
            assertThatThrownBy(() -> DataRoot.open(folder))
                    .isInstanceOf(DataRootInUseException.class)
                    .hasMessageContaining("已有实例在运行");
        }
        DataRoot.open(folder).close();
    }

    @Test
    @Tag("F09")
    void isHeldAgainstOtherProcessesToo() throws Exception {
        try (DataRoot held = DataRoot.open(folder)) {
            assertThat(openElsewhere()).isEqualTo(3);
        }
        assertThat(openElsewhere()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../outside", "landing/../../outside", "/etc/passwd", "..", "landing/../.."})
    void noPathLeadsOut(String path) {
        try (DataRoot root = DataRoot.open(folder.resolve("root"))) {
            assertThatThrownBy(() -> root.resolve(path)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void pathsAreNamedWithForwardSlashesBelowTheRoot() throws IOException {
        try (DataRoot root = DataRoot.open(folder.resolve("root"))) {
            Path file = root.resolve("landing/a/../b.csv");

            assertThat(root.relativize(file)).isEqualTo("landing/b.csv");
            assertThat(Files.exists(root.path().resolve("lock"))).isTrue();
        }
    }

    private int openElsewhere() throws Exception {
        Process other = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Opening.class.getName(),
                        folder.toString()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(other.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return other.exitValue();
    }

    /** Another process that tries to take the data root. */
    static final class Opening {

        private Opening() {}

        public static void main(String[] arguments) {
            try (DataRoot root = DataRoot.open(Path.of(arguments[0]))) {
                System.exit(root.path().isAbsolute() ? 0 : 1);
            } catch (DataRootInUseException e) {
                System.exit(3);
            }
        }
    }
}
