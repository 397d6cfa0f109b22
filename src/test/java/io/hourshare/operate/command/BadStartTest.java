package io.hourshare.operate.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.Hourshare;
import io.hourshare.operate.Commands;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A start that cannot be: one line says why and what to do, the exit code says whose it is, and nothing was done. */
@Tag("F11")
class BadStartTest {

    @TempDir
    private Path folder;

    private record Ended(int exit, List<String> complaints) {}

    @Test
    void aSettingThatIsNoNumberIsNamed() {
        Ended ended = start("--hourshare.operate.parallel=viele");

        assertThat(ended.exit()).isEqualTo(2);
        assertThat(ended.complaints()).singleElement().asString().contains("hourshare.operate.parallel", "viele", "改正");
    }

    @Test
    void aDataRootThatIsAFileIsLeftAsItIs() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "no folder");

        Ended ended = start("--hourshare.home=" + file);

        assertThat(ended.exit()).isEqualTo(3);
        assertThat(ended.complaints()).singleElement().asString().contains("数据目录", file.toString(), "--hourshare.home");
        assertThat(file).hasContent("no folder");
    }

    @Test
    void aPortThatIsTakenIsNamed() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            Ended ended = start("--server.port=" + taken.getLocalPort(), "--hourshare.operate.automatic=false");

            assertThat(ended.exit()).isEqualTo(3);
            assertThat(ended.complaints())
                    .singleElement()
                    .asString()
                    .contains(Integer.toString(taken.getLocalPort()), "已被占用", "--server.port");
        }
    }

    private Ended start(String... options) {
        List<String> words = new ArrayList<>(List.of("serve", "--hourshare.home=" + folder.resolve("data")));
        words.addAll(Arrays.asList(options)); // of two equal ones the later holds
        words.removeIf(word -> word.startsWith("--hourshare.home=" + folder.resolve("data"))
                && Arrays.stream(options).anyMatch(option -> option.startsWith("--hourshare.home=")));
        PrintStream before = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            int exit = Commands.execute(Hourshare.class, words.toArray(String[]::new));
            return new Ended(
                    exit,
                    said.toString(StandardCharsets.UTF_8)
                            .lines()
                            .filter(line -> line.startsWith("错误："))
                            .toList());
        } finally {
            System.setErr(before);
        }
    }
}
