package io.hourshare.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.contract.CatalogueReader;
import io.hourshare.contract.CatalogueSource;
import io.hourshare.engine.Engine;
import io.hourshare.engine.EngineSettings;
import io.hourshare.verify.law.LawCount;
import io.hourshare.verify.law.Laws;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/** A town of a few hours, made once in a process, and copies of its data root to do harm to. */
final class TownCopies {

    private static final Sources SOURCES =
            new Sources(CatalogueReader.read(CatalogueSource.embedded()).catalogue(), null);

    private static final Map<Size, Path> MADE = new HashMap<>();

    private record Size(int hours, int enterprises) {}

    private final Path folder;
    private final Path original;
    private int copies;

    TownCopies(Path folder, int hours, int enterprises) {
        this.folder = folder;
        this.original = folder.resolve("original");
        copyWithKeys(MADE.computeIfAbsent(new Size(hours, enterprises), TownCopies::make), original);
    }

    /** What other test classes of this process may want as well. */
    private static Path make(Size size) {
        try {
            Path home = Files.createTempDirectory("town").resolve("data");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(home.getParent())));
            try (ThinTown town = new ThinTown(home, size.enterprises())) {
                town.hour(0); // publications cost most: the first hour and the last are enough
                for (int hour = 1; hour < size.hours(); hour++) {
                    town.bring(hour);
                }
                town.hour(size.hours() - 1);
            }
            return home;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove(Path folder) {
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path original() {
        return original;
    }

    /** A copy of the data root with its key beside it. */
    Path copy() {
        Path copy = folder.resolve("copy-" + ++copies);
        copyWithKeys(original, copy);
        return copy;
    }

    private static void copyWithKeys(Path home, Path copy) {
        copy(home, copy);
        copy(home.resolveSibling(home.getFileName() + "-keys"), copy.resolveSibling(copy.getFileName() + "-keys"));
    }

    /** Counts one law alone. */
    static Report verify(Path home, Law law, Level level) {
        LawCount count = Laws.all(SOURCES).stream()
                .filter(one -> one.law() == law)
                .findFirst()
                .orElseThrow();
        Engine engine = new Engine(new EngineSettings("512MB", 2), home.resolve("spill"));
        return new Verification(home, engine, Clock.systemUTC(), List.of(count)).run(level);
    }

    static Report verify(Path home, Level level) {
        Engine engine = new Engine(new EngineSettings("512MB", 2), home.resolve("spill"));
        Clock clock = Clock.fixed(Instant.parse("2026-11-21T00:00:00Z"), ZoneOffset.UTC);
        return new Verification(home, SOURCES, engine, clock).run(level);
    }

    /** The lines of the journal, changed as a careless or hostile hand would: the chain is left as it was. */
    static void edit(Path home, UnaryOperator<List<String>> change) {
        try {
            Path file = journal(home);
            List<String> lines = change.apply(new ArrayList<>(Files.readAllLines(file)));
            Files.writeString(file, String.join("\n", lines) + "\n", StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes a landed file longer in the chain than it is. @return the line, from 1 */
    static int editOneLine(Path home) {
        int[] line = new int[1];
        edit(home, lines -> {
            while (!lines.get(line[0]).contains("\"type\":\"ObjectLanded\"")) {
                line[0]++;
            }
            lines.set(line[0], lines.get(line[0]).replace("\"size\":", "\"size\":1"));
            return lines;
        });
        return line[0] + 1;
    }

    static Path journal(Path home) throws IOException {
        return files(home.resolve("journal"), ".jsonl").get(0);
    }

    /** Files below a folder whose path ends so, sorted. */
    static List<Path> files(Path folder, String end) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(end))
                    .sorted()
                    .toList();
        }
    }

    static void copy(Path from, Path to) {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isSymbolicLink(path)) {
                    Files.createSymbolicLink(target, Files.readSymbolicLink(path));
                } else if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target);
                    assertThat(target.toFile().setWritable(true))
                            .as("to do harm to")
                            .isTrue();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
