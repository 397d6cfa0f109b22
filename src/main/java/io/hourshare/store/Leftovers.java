package io.hourshare.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a crash left and nothing ever counts on: temporary files and folders, {@code .name.….tmp}, and all that the engine
 * spilled. Young ones may still tell somebody what happened; they go later on. Safe for use by many threads.
 */
public final class Leftovers {

    /** Where the engine and verification put down what does not fit into memory. */
    public static final String SPILL = "spill";

    private static final Duration LEFT_ALONE = Duration.ofHours(1);

    private final List<Path> left;

    private Leftovers(List<Path> left) {
        this.left = left;
    }

    /** Looks once, before anything is written; only whoever holds the data root may do so. */
    static Leftovers of(DataRoot root) {
        try {
            clear(root.resolve(SPILL));
            return new Leftovers(find(root.path()));
        } catch (IOException e) {
            throw new UncheckedIOException("Leftovers cannot be swept: " + root.path(), e);
        }
    }

    /**
     * Deletes what nobody has written to for an hour.
     *
     * @return how many files and folders went
     */
    public synchronized int sweep(Instant now) {
        Instant before = now.minus(LEFT_ALONE);
        int found = left.size();
        for (Path path : List.copyOf(left)) {
            try {
                if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
                    left.remove(path);
                } else if (Files.getLastModifiedTime(path, LinkOption.NOFOLLOW_LINKS)
                        .toInstant()
                        .isBefore(before)) {
                    delete(path);
                    left.remove(path);
                }
            } catch (IOException e) {
                throw new UncheckedIOException("Leftover cannot be deleted: " + path, e);
            }
        }
        return found - left.size();
    }

    private static void clear(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            delete(folder);
        }
    }

    private static List<Path> find(Path root) throws IOException {
        List<Path> left = new ArrayList<>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return isLeft(folder) ? take(folder) : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                return isLeft(file) ? take(file) : FileVisitResult.CONTINUE;
            }

            private FileVisitResult take(Path path) {
                left.add(path);
                return FileVisitResult.SKIP_SUBTREE;
            }
        });
        return left;
    }

    private static boolean isLeft(Path path) {
        String name = String.valueOf(path.getFileName());
        return name.startsWith(".") && name.endsWith(".tmp");
    }

    private static void delete(Path path) throws IOException {
        try (Stream<Path> all = Files.walk(path)) {
            for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(one);
            }
        }
    }
}
