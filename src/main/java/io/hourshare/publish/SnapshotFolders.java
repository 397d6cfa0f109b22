package io.hourshare.publish;

import io.hourshare.kernel.Digest;
import io.hourshare.store.DataRoot;
import io.hourshare.store.DurableFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The folder {@code snapshots/}: names, adoption, the pointer for people, sweeping and retirement. */
final class SnapshotFolders {

    static final String SERVE = "serve.duckdb";
    static final String ANALYST = "analyst.duckdb";
    private static final String BUILDING = ".building-";
    private static final Pattern NUMBERED = Pattern.compile("\\d{6,}-[0-9a-f]{8}");
    private static final Pattern OURS = Pattern.compile("\\.building-.*|\\d{6,}-[0-9a-f]{8}(-less-[0-9a-f]{8})?");

    private final DataRoot root;
    private final Path folder;

    SnapshotFolders(DataRoot root) {
        this.root = root;
        this.folder = root.resolve("snapshots");
    }

    /** A fresh folder beside the snapshots, under a name that is never used again. */
    Path building() throws IOException {
        return Files.createDirectories(folder.resolve(BUILDING + UUID.randomUUID()));
    }

    /** Gives a finished folder its name for good. */
    Path adopt(Path building, long sequence, Digest content) throws IOException {
        Path target = folder.resolve(String.format(Locale.ROOT, "%06d-%s", sequence, content.short8()));
        return adopt(building, target);
    }

    /** Where the snapshot stands without what has ended since: the journal does not name it, it can be made again. */
    Path without(Snapshot kept, Digest ended) {
        return kept.directory().resolveSibling(kept.directory().getFileName() + "-less-" + ended.short8());
    }

    Path adopt(Path building, Path target) throws IOException {
        for (String file : List.of(SERVE, ANALYST)) {
            DurableFiles.sync(building.resolve(file));
        }
        forReading(building.resolve(ANALYST));
        DurableFiles.sync(building);
        DurableFiles.adopt(building, target);
        return target;
    }

    /** Whoever opens it for writing is told so, instead of changing what all others read; Windows would not let it be deleted. */
    private static void forReading(Path file) throws IOException {
        if (Files.getFileStore(file).supportsFileAttributeView(PosixFileAttributeView.class)) {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
            permissions.removeAll(PosixFilePermissions.fromString("-w--w--w-"));
            Files.setPosixFilePermissions(file, permissions);
        }
    }

    /** Deletes what nobody uses: builds that a crash or an error left behind. */
    void sweep(Set<Path> named) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> all = Files.list(folder)) {
            for (Path path : all.filter(path -> Files.isDirectory(path, java.nio.file.LinkOption.NOFOLLOW_LINKS))
                    .filter(path -> !named.contains(path) && isOurs(path))
                    .toList()) {
                DurableFiles.deleteFolder(path);
            }
        }
    }

    /** The highest number among the folders, whether a publication names them or not; 0 where there are none. */
    long highest() {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(path -> path.getFileName().toString())
                    .filter(name -> NUMBERED.matcher(name).matches())
                    .mapToLong(name -> Long.parseLong(name.substring(0, name.indexOf('-'))))
                    .max()
                    .orElse(0);
        } catch (IOException e) {
            throw new UncheckedIOException("Snapshots cannot be listed: " + folder, e);
        }
    }

    // People may keep copies of their own beside ours.
    private static boolean isOurs(Path path) {
        return OURS.matcher(path.getFileName().toString()).matches();
    }

    /** Lets {@code snapshots/latest} lead people to the snapshot; the service itself never opens files through it. */
    void pointAt(Path directory) throws IOException {
        Path pointer = folder.resolve("latest");
        Path next = folder.resolve(".latest-" + UUID.randomUUID() + ".tmp");
        try {
            Files.createSymbolicLink(next, directory.getFileName());
        } catch (UnsupportedOperationException | IOException noLinks) {
            Files.writeString(next, directory.getFileName() + "\n");
        }
        Files.move(next, pointer, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        DurableFiles.sync(folder);
    }

    /** Refuses to start a build that would fill the disk: half-written files help nobody. */
    void requireSpace(List<Snapshot> kept) throws IOException {
        long last = 0;
        for (Snapshot snapshot : kept) {
            if (Files.exists(snapshot.serveFile()) && Files.exists(snapshot.analystFile())) {
                last = Files.size(snapshot.serveFile()) + Files.size(snapshot.analystFile());
            }
        }
        long needed = 5 * last / 2;
        if (needed == 0) {
            return;
        }
        long free = Files.getFileStore(folder).getUsableSpace();
        if (free < needed) {
            throw new IOException("磁盘空间不足：发布约需 " + needed / 1_000_000 + " MB，剩余 " + free / 1_000_000
                    + " MB；仍提供上一个快照，请清理 " + root.path() + " 所在磁盘");
        }
    }
}
