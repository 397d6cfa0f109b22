package io.hourshare.resolve.memory;

import io.hourshare.engine.Session;
import io.hourshare.kernel.Digest;
import io.hourshare.store.DurableFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A derived table that one hour leaves to the next, named by its makers and by its own bytes.
 *
 * <p>One of other makers, or one whose bytes are not those it was named for, counts as missing.
 */
record KeptTable(Path folder, String table, Digest makers) {

    private static final String SUFFIX = ".parquet";

    /** The file that is whole; after a crash there may be two, and either will do. */
    Optional<Path> whole() {
        return files().stream()
                .filter(file -> file.getFileName().toString().startsWith(prefix()))
                .filter(this::isWhole)
                .findFirst();
    }

    /** Keeps the rows of the query in place of those kept before; in order, so that equal rows are equal bytes. */
    void keep(Session session, String select) {
        try {
            Path temporary = DurableFiles.temporary(folder.resolve(table));
            session.copy("select * from (" + select + ") as kept order by all", temporary);
            Path target =
                    folder.resolve(prefix() + DurableFiles.digest(temporary).hex() + SUFFIX);
            if (Files.exists(target)) {
                Files.delete(temporary);
            } else {
                DurableFiles.adopt(temporary, target);
            }
            for (Path other : files()) {
                if (!other.equals(target)) {
                    Files.delete(other);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Table cannot be kept: " + table, e);
        }
    }

    private List<Path> files() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> found = Files.list(folder)) {
            return found.filter(file -> isOurs(file.getFileName().toString()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Kept tables cannot be listed: " + folder, e);
        }
    }

    private boolean isOurs(String name) {
        return name.endsWith(SUFFIX) && (name.startsWith(table + "-") || name.equals(table + SUFFIX));
    }

    private String prefix() {
        return table + "-" + makers.short8() + "-";
    }

    private boolean isWhole(Path file) {
        try {
            return file.getFileName()
                    .toString()
                    .equals(prefix() + DurableFiles.digest(file).hex() + SUFFIX);
        } catch (IOException e) {
            return false;
        }
    }
}
