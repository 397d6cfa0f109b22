package io.hourshare.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.kernel.Digest;
import io.hourshare.store.JournalFact.SnapshotPublished;
import io.hourshare.store.JournalReading;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same landed bytes give the same files, byte by byte, whatever machine, Java, zone and language they meet. */
class ReplayTest {

    @TempDir
    private Path folder;

    @Test
    void anotherZoneLanguageAndNumberOfThreadsGiveTheSameFiles() throws Exception {
        Path usual = town("usual", Optional.empty(), 2, 2, "UTC", "en");

        Path other = town("other", otherJava(), 2, 1, "America/New_York", "ar-SA-u-nu-arab");

        assertEqual(usual, other);
    }

    @Test
    @Tag("crash")
    void thirtyDaysAreReplayedFromLanding() throws Exception {
        int hours = Integer.getInteger("hourshare.hours", 720);
        Path home = folder.resolve("days");
        try (ThinTown town = new ThinTown(home, 12)) {
            for (int hour = 0; hour < hours; hour++) {
                town.bring(hour);
                if (hour % 24 == 23 || hour == hours - 1) {
                    town.hour(hour);
                }
            }
        }

        Report report = TownCopies.verify(home, Level.DEEP);

        assertThat(report.findings()).extracting(Finding::text).isEmpty();
        assertThat(report.exitCode()).isZero();
    }

    @Test
    @Tag("crash")
    void everyJavaAtHandGivesTheSameFiles() throws Exception {
        Assumptions.assumeTrue(
                otherJava().isPresent(), "no second Java below /usr/lib/jvm; name one by -Dhourshare.second-java");
        Path usual = town("usual", Optional.empty(), 6, 2, "Asia/Shanghai", "zh-CN");

        assertEqual(usual, town("newer", otherJava(), 6, 2, "UTC", "tr-TR"));
    }

    private Path town(String name, Optional<Path> java, int hours, int threads, String zone, String language)
            throws IOException, InterruptedException {
        Path home = folder.resolve(name).resolve("data");
        Path key = folder.resolve("token.key");
        if (!Files.exists(key)) {
            Files.writeString(key, "00".repeat(32) + "\n");
        }
        Path keys = Files.createDirectories(home.resolveSibling("data-keys"));
        Files.copy(key, keys.resolve("token.key"));
        Process process = new ProcessBuilder(
                        java.orElse(Path.of(System.getProperty("java.home"), "bin", "java"))
                                .toString(),
                        "-Xmx512m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Duser.timezone=" + zone,
                        "-Duser.language=" + language.substring(0, 2),
                        "-Duser.country=" + language.replaceAll("^..-?", "").replaceAll("-.*", ""),
                        "-Dhourshare.engine.threads=" + threads,
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        ThinTown.class.getName(),
                        home.toString(),
                        Integer.toString(hours),
                        "12")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(name + ".log").toFile())
                .start();
        System.out.println(name + " runs on " + process.info().command().orElse("?"));
        assertThat(process.waitFor(20, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue())
                .as(Files.readString(folder.resolve(name + ".log")))
                .isZero();
        return home;
    }

    /** The Java that {@code -Dhourshare.second-java} names, or one of another version that is installed beside ours. */
    private static Optional<Path> otherJava() throws IOException {
        String named = System.getProperty("hourshare.second-java", "");
        Path installed = Path.of("/usr/lib/jvm");
        if (!named.isBlank() || !Files.isDirectory(installed)) {
            return Optional.of(named).filter(path -> !path.isBlank()).map(Path::of);
        }
        try (Stream<Path> all = Files.list(installed)) {
            return all.filter(folder -> version(folder) >= 17
                            && version(folder) != Runtime.version().feature())
                    .map(folder -> folder.resolve("bin/java"))
                    .filter(Files::isExecutable)
                    .findFirst();
        }
    }

    private static int version(Path java) {
        Properties release = new Properties();
        try (Reader file = Files.newBufferedReader(java.resolve("release"))) {
            release.load(file);
        } catch (IOException unreadable) {
            return 0;
        }
        String version = release.getProperty("JAVA_VERSION", "0").replace("\"", "");
        return Integer.parseInt(version.replaceAll("[^0-9].*", ""));
    }

    private static void assertEqual(Path one, Path other) throws IOException {
        assertThat(parquet(other)).hasSizeGreaterThan(50).isEqualTo(parquet(one));
        assertThat(contents(other)).isEqualTo(contents(one));
    }

    private static Map<String, Digest> parquet(Path home) throws IOException {
        Map<String, Digest> files = new TreeMap<>();
        for (Path file : TownCopies.files(home.resolve("lake"), ".parquet")) {
            files.put(home.relativize(file).toString(), Digest.of(Files.readAllBytes(file)));
        }
        return files;
    }

    private static List<String> contents(Path home) throws IOException {
        List<String> contents = new ArrayList<>();
        JournalReading.read(home).chain().forEach(line -> {
            if (line.entry() instanceof SnapshotPublished published) {
                contents.add(published.hour() + " " + published.content());
            }
        });
        return contents;
    }
}
