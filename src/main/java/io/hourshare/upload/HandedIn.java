package io.hourshare.upload;

import io.hourshare.kernel.FeedId;
import io.hourshare.store.DataRoot;
import io.hourshare.store.DurableFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Files between being looked at and being landed: {@code uploads/<feed>/<id>/<name>}, for a day. */
final class HandedIn {

    private static final String FOLDER = "uploads";
    private static final Duration KEPT = Duration.ofDays(1);
    private static final Pattern ID = Pattern.compile("([a-z0-9.-]+)\\.([0-9a-f]{24})");
    private static final int LONGEST_NAME = 80;

    private final DataRoot root;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    HandedIn(DataRoot root, Clock clock) {
        this.root = root;
        this.clock = clock;
    }

    /** One file. */
    record File(String id, FeedId feed, String name, Path path) {}

    File keep(FeedId feed, String name, InputStream bytes) throws IOException {
        sweep();
        byte[] number = new byte[12];
        random.nextBytes(number);
        String id = HexFormat.of().formatHex(number);
        String plain = plain(name);
        Path path = root.resolve(FOLDER + "/" + feed + "/" + id + "/" + plain);
        Files.createDirectories(path.getParent());
        DurableFiles.write(path, temporary -> Files.copy(bytes, temporary));
        return new File(feed + "." + id, feed, plain, path);
    }

    Optional<File> find(String id) {
        var parts = ID.matcher(id);
        if (!parts.matches()) {
            return Optional.empty();
        }
        FeedId feed = FeedId.parse(parts.group(1));
        Path folder = root.resolve(FOLDER + "/" + feed + "/" + parts.group(2));
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.findFirst().map(path -> new File(id, feed, String.valueOf(path.getFileName()), path));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    void remove(File file) throws IOException {
        Files.deleteIfExists(file.path());
        Files.deleteIfExists(file.path().getParent());
    }

    private void sweep() throws IOException {
        Path folder = root.resolve(FOLDER);
        if (!Files.isDirectory(folder)) {
            return;
        }
        Instant oldest = clock.instant().minus(KEPT);
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.filter(Files::isRegularFile).toList()) {
                if (Files.getLastModifiedTime(path).toInstant().isBefore(oldest)) {
                    Files.deleteIfExists(path);
                    Files.deleteIfExists(path.getParent());
                }
            }
        }
    }

    /** Only the last part of what a browser calls it, without what a file system could take for more than a name. */
    private static String plain(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String safe = last.replaceAll("[^\\p{L}\\p{N}._ ()（）-]", "_").replaceAll("^\\.+", "_");
        return safe.length() > LONGEST_NAME ? safe.substring(safe.length() - LONGEST_NAME) : safe;
    }
}
