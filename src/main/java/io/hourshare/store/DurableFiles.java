package io.hourshare.store;

import io.hourshare.kernel.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Writes files that are whole or not there: temporary name, fsync, rename, fsync of the folder.
 *
 * <p>Without the fsyncs a power cut leaves zero-length files under the right names.
 */
public final class DurableFiles {

    /** Digits of a content's digest that are enough to name it for ever. */
    private static final int CONTENT_NAME = 16;

    private DurableFiles() {}

    /** Fills a file that does not exist yet. */
    @FunctionalInterface
    public interface Filling {
        void fill(Path temporary) throws IOException;
    }

    /** Lets the filling write a temporary file and gives it the target's name; an existing target is kept as it is. */
    public static Path write(Path target, Filling filling) throws IOException {
        if (Files.exists(target)) {
            return target;
        }
        Path temporary = temporary(target);
        try {
            CommitSteps.at("begin", target);
            filling.fill(temporary);
            adopt(temporary, target);
        } finally {
            Files.deleteIfExists(temporary);
        }
        return target;
    }

    /**
     * Lets the filling write a file and keeps it in a folder that is named by what the file says; the same content
     * again leaves what is there.
     *
     * @param content tells what a written file says, whatever its bytes
     */
    public static Path writeByContent(Path folder, String name, Filling filling, Function<Path, Digest> content)
            throws IOException {
        Path temporary = temporary(folder.resolve(name));
        try {
            CommitSteps.at("begin", folder.resolve(name));
            filling.fill(temporary);
            Path target = folder.resolve(content.apply(temporary).hex().substring(0, CONTENT_NAME))
                    .resolve(name);
            if (!Files.exists(target)) {
                adopt(temporary, target);
            }
            return target;
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** Of all the bytes of a file. */
    public static Digest digest(Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            return Digest.of(content);
        }
    }

    /** A name beside the target that nobody else uses; leftovers of a crash end in {@code .tmp} and are swept by age. */
    public static Path temporary(Path target) throws IOException {
        createFolder(folderOf(target));
        return target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp");
    }

    /** Makes a finished temporary file (or folder of synced files) durable under its target's name. */
    public static void adopt(Path temporary, Path target) throws IOException {
        CommitSteps.at("filled", target);
        if (Files.isRegularFile(temporary)) {
            sync(temporary);
        }
        CommitSteps.at("synced", target);
        Path folder = folderOf(target);
        createFolder(folder);
        move(temporary, target);
        CommitSteps.at("renamed", target);
        sync(folder);
        CommitSteps.at("kept", target);
    }

    /** Deletes a file, or an empty folder, that the journal lets go; whoever did not come so far does it again. */
    public static void delete(Path file) throws IOException {
        CommitSteps.at("deleting", file);
        Files.deleteIfExists(file);
    }

    /** Deletes a folder with all that lies in it, as {@link #delete} does; answers how many files it held. */
    public static int deleteFolder(Path folder) throws IOException {
        int files = 0;
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                files += Files.isDirectory(path) ? 0 : 1;
                delete(path);
            }
        }
        return files;
    }

    /** Deletes the folders of a file that hold nothing any more, up to the last below the top. */
    public static void deleteEmptyFolders(Path file, Path top) throws IOException {
        for (Path empty = folderOf(file); empty.startsWith(top) && !empty.equals(top); empty = folderOf(empty)) {
            try {
                Files.deleteIfExists(empty);
            } catch (DirectoryNotEmptyException stillUsed) {
                return;
            }
        }
    }

    /** Overwrites a file and deletes it for good; nothing happens where there is none. */
    public static void erase(Path file) throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        CommitSteps.at("erasing", file);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer zeros = ByteBuffer.allocate((int) Math.min(channel.size(), 1 << 16));
            while (channel.position() < channel.size()) {
                channel.write(zeros.clear());
            }
            channel.force(true);
        }
        CommitSteps.at("overwritten", file);
        Files.delete(file);
        sync(folderOf(file));
        CommitSteps.at("erased", file);
    }

    /** Forces a file's or folder's content to the disk. */
    public static void sync(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
        CommitSteps.Listening.STEPS.flushed(path);
    }

    private static Path folderOf(Path path) {
        return Objects.requireNonNull(path.toAbsolutePath().getParent(), "a file system's root is no target");
    }

    /** Makes a folder whose name outlives a power cut, and those above it; one that is there is left as it is. */
    static void createFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            createFolder(folderOf(folder));
            Files.createDirectories(folder);
            sync(folderOf(folder));
        }
    }

    private static void move(Path temporary, Path target) throws IOException {
        try {
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            throw new IOException("File system cannot rename atomically: " + target, e);
        }
    }
}
