package io.hourshare;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * What benchmarks found, on the screen and in {@code target/bench.txt}, since {@code mvn -q} shows nothing that tests
 * print; each line with time, commit, machine and load.
 */
public final class Figures {

    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private static final Path FILE = Path.of("target", "bench.txt");
    private static final String COMMIT = commit();

    private Figures() {}

    /** Says one line. */
    public static void say(String format, Object... values) {
        String line = String.format(Locale.ROOT, format, values);
        OUT.println(line);
        OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();
        String noted = String.format(
                Locale.ROOT,
                "%s %s %d 核 JDK %s 负载 %.1f：%s%n",
                Instant.now().truncatedTo(ChronoUnit.SECONDS),
                COMMIT,
                system.getAvailableProcessors(),
                System.getProperty("java.version"),
                system.getSystemLoadAverage(),
                line);
        try {
            Files.createDirectories(FILE.toAbsolutePath().getParent());
            Files.writeString(FILE, noted, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            OUT.println(FILE + " 写不了：" + e);
        }
    }

    private static String commit() {
        try {
            Process git = new ProcessBuilder("git", "describe", "--always", "--dirty").start();
            String commit = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return commit.isEmpty() ? "提交未知" : commit;
        } catch (IOException noGit) {
            return "提交未知";
        }
    }
}
