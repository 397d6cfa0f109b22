package io.hourshare.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Temporary files and folders that a crash left: {@code .name.….tmp}, never part of anything that counts. */
public final class Leftovers {

    private Leftovers() {}

    /**
     * Deletes what was last written to before the instant; only whoever holds the data root may do so.
     *
     * @return how many files and folders were left over
     */
    public static int sweep(DataRoot root, Instant before) {
        try {
            List<Path> left = find(root.path(), before);
            for (Path path : left) {
                delete(path);
            }
            return left.size();
        } catch (IOException e) {
            throw new UncheckedIOException("Leftovers cannot be swept: " + root.path(), e);
        }
    }

    private static List<Path> find(Path root, Instant before) throws IOException {
        List<Path> left = new ArrayList<>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return isLeft(folder, attributes, before) ? take(folder) : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                return isLeft(file, attributes, before) ? take(file) : FileVisitResult.CONTINUE;
            }

            private FileVisitResult take(Path path) {
                left.add(path);
                return FileVisitResult.SKIP_SUBTREE;
            }
        });
        return left;
    }

    private static boolean isLeft(Path path, BasicFileAttributes attributes, Instant before) {
        String name = String.valueOf(path.getFileName());
        return name.startsWith(".")
                && name.endsWith(".tmp")
                && attributes.lastModifiedTime().toInstant().isBefore(before);
    }

    private static void delete(Path path) throws IOException {
        try (Stream<Path> all = Files.walk(path)) {
            for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(one);
            }
        }
    }
}
