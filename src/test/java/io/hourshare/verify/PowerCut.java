package io.hourshare.verify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a disk still has after the power went: only what was forced to it by then. A file that was never forced stands
 * there empty under its name, or not at all; a journal keeps its forced lines and some bytes of the next. Images are
 * taken at named steps, while the work goes on undisturbed.
 */
final class PowerCut {

    private final Path home;
    private final Path folder;
    private final Set<String> wanted;
    private final Random random;
    private final Map<Object, String> forced = new HashMap<>();
    private final Map<Object, Set<Path>> entries = new HashMap<>();
    private final Map<Path, Long> lines = new HashMap<>();
    private final Map<String, Path> images = new HashMap<>();

    /** @param wanted steps at whose first time the power goes */
    PowerCut(Path home, Path folder, Set<String> wanted, long seed) {
        this.home = home;
        this.folder = folder;
        this.wanted = wanted;
        this.random = new Random(seed);
        files(home).forEach(this::flushed); // an hour ago: the disk has had its time
        files(home.resolve("journal")).forEach(this::forcedLines);
    }

    /** Data roots as they are after each cut, by its step. */
    Map<String, Path> images() {
        return images;
    }

    synchronized void flushed(Path file) {
        try {
            if (Files.isDirectory(file)) {
                entries.put(identity(file), names(file));
            } else {
                forced.put(identity(file), state(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    synchronized void reached(String step) {
        if (step.startsWith("forced@")) {
            files(home.resolve("journal")).forEach(this::forcedLines);
        }
        if (wanted.contains(step) && !images.containsKey(step)) {
            Path image = folder.resolve("cut-" + images.size()).resolve("data");
            boolean namesStay = images.size() % 2 == 0;
            copy(home, image, namesStay);
            copyKeys(image);
            images.put(step, image);
        }
    }

    private void forcedLines(Path file) {
        if (Files.isRegularFile(file)) {
            lines.put(file, file.toFile().length());
        }
    }

    /** They lie on another disk, or are long there. */
    private void copyKeys(Path image) {
        TownCopies.copy(
                home.resolveSibling(home.getFileName() + "-keys"), image.resolveSibling(image.getFileName() + "-keys"));
    }

    private void copy(Path from, Path to, boolean namesStay) {
        try {
            Files.createDirectories(to);
            Set<Path> sure = entries.getOrDefault(identity(from), Set.of());
            for (Path path : children(from)) {
                Path target = to.resolve(from.relativize(path).toString());
                boolean named = namesStay || sure.contains(path.getFileName());
                if (Files.isDirectory(path) && !Files.isSymbolicLink(path)) {
                    if (named) {
                        copy(path, target, namesStay);
                    }
                } else if (named) {
                    copyFile(path, target);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void copyFile(Path path, Path target) throws IOException {
        if (Files.isSymbolicLink(path)) {
            Files.createSymbolicLink(target, Files.readSymbolicLink(path));
        } else if (path.toString().endsWith(".jsonl") && lines.containsKey(path)) {
            byte[] bytes = Files.readAllBytes(path);
            int sure = lines.get(path).intValue();
            byte[] left = Arrays.copyOf(bytes, sure + (bytes.length == sure ? 0 : random.nextInt(bytes.length - sure)));
            Arrays.fill(left, sure, left.length, random.nextBoolean() ? (byte) 0 : (byte) '{');
            Files.write(target, left);
        } else if (state(path).equals(forced.get(identity(path)))) {
            Files.copy(path, target);
        } else {
            Files.createFile(target);
        }
    }

    private static Object identity(Path file) throws IOException {
        Object key = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
        return key == null ? file : key; // survives a rename
    }

    private static String state(Path file) throws IOException {
        return Files.size(file) + " " + Files.getLastModifiedTime(file);
    }

    private static Set<Path> names(Path folder) throws IOException {
        return children(folder).stream().map(Path::getFileName).collect(Collectors.toSet());
    }

    private static List<Path> children(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return new ArrayList<>(all.map(Path::toAbsolutePath).sorted().toList());
        }
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(path -> !Files.isSymbolicLink(path))
                    .map(Path::toAbsolutePath)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
