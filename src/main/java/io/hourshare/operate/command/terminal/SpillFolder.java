package io.hourshare.operate.command.terminal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/** Where a command puts down what does not fit into memory: gone with its run, or, where that was killed, with the next. */
public final class SpillFolder implements AutoCloseable {

    private static final Pattern NAME = Pattern.compile("hourshare-[a-z]+-(\\d+)-\\d+");

    private final Path path;

    private SpillFolder(Path path) {
        this.path = path;
    }

    /** A fresh folder among the machine's temporary files. */
    public static SpillFolder of(String command) throws IOException {
        return in(Path.of(System.getProperty("java.io.tmpdir")), command);
    }

    static SpillFolder in(Path temporary, String command) throws IOException {
        sweep(temporary);
        String prefix = "hourshare-" + command + "-" + ProcessHandle.current().pid() + "-";
        return new SpillFolder(Files.createTempDirectory(temporary, prefix));
    }

    public Path path() {
        return path;
    }

    /** Takes away what runs left whose process is no more; what another user's run left is theirs. */
    private static void sweep(Path temporary) throws IOException {
        List<Path> left;
        try (Stream<Path> all = Files.list(temporary)) {
            left = all.filter(SpillFolder::isLeft).toList();
        }
        for (Path folder : left) {
            if (Files.isWritable(folder)) {
                FileSystemUtils.deleteRecursively(folder);
            }
        }
    }

    private static boolean isLeft(Path folder) {
        Matcher name = NAME.matcher(folder.getFileName().toString());
        return name.matches()
                && Files.isDirectory(folder)
                && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty();
    }

    @Override
    public void close() throws IOException {
        FileSystemUtils.deleteRecursively(path);
    }
}
