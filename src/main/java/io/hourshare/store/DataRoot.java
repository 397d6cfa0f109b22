package io.hourshare.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;

/** The folder that everything lives in, held by one process at a time through an operating-system lock. */
public final class DataRoot implements AutoCloseable {

    private final Path path;
    private final FileChannel lockFile;

    private DataRoot(Path path, FileChannel lockFile) {
        this.path = path;
        this.lockFile = lockFile;
    }

    /** Creates the folder if need be and takes its lock. */
    public static DataRoot open(Path path) {
        try {
            Path root =
                    Files.createDirectories(path.toAbsolutePath().normalize()).toRealPath();
            FileChannel channel =
                    FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                channel.close();
                throw new DataRootInUseException(root);
            }
            return new DataRoot(root, channel);
        } catch (IOException e) {
            throw new DataRootUnusableException(path, e);
        }
    }

    public Path path() {
        return path;
    }

    /** Whether all these files, named as the journal does, are there: what nothing needed may have been retired. */
    public boolean holds(Collection<String> files) {
        return files.stream().allMatch(file -> Files.exists(resolve(file)));
    }

    /** Absolute path of a path that is relative to the root; refuses one that leads outside. */
    public Path resolve(String relative) {
        Path resolved = path.resolve(relative).normalize();
        if (!resolved.startsWith(path)) {
            throw new IllegalArgumentException("Path leads out of the data root: " + relative);
        }
        return resolved;
    }

    /** The path as the journal names it: below the root, with forward slashes. */
    public String relativize(Path absolute) {
        return path.relativize(absolute).toString().replace('\\', '/');
    }

    private static @org.jspecify.annotations.Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    @Override
    public void close() {
        try {
            lockFile.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Lock of the data root cannot be released: " + path, e);
        }
    }
}
