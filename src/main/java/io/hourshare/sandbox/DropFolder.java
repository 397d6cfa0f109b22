package io.hourshare.sandbox;

import io.hourshare.sandbox.source.Dispatch;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A folder that departments put files into: under a temporary name first, then renamed, then flagged. */
final class DropFolder {

    private final Path folder;
    private final Dispatch.Plan plan;
    private final boolean flags;
    private Trouble trouble;

    DropFolder(Path folder, Dispatch.Plan plan, boolean flags, Trouble trouble) {
        this.folder = folder;
        this.plan = plan;
        this.flags = flags;
        this.trouble = trouble;
    }

    Path path() {
        return folder;
    }

    /** From the next writing on. */
    void suffer(Trouble next) {
        trouble = next;
    }

    /** Brings the folder to what lies in it at an hour; files that are there already stay untouched. */
    void write(Instant asOf) {
        try {
            if (trouble.off()) {
                removeOthers(Set.of());
                Files.deleteIfExists(folder);
                return;
            }
            Files.createDirectories(folder);
            List<Dispatch> wanted = plan.at(asOf.minus(trouble.slow()));
            for (Dispatch file : wanted) {
                place(file);
            }
            removeOthers(names(wanted));
        } catch (IOException e) {
            throw new UncheckedIOException("演示城镇无法写入 " + folder, e);
        }
    }

    private void place(Dispatch file) throws IOException {
        Path target = folder.resolve(file.name());
        FileTime at = FileTime.from(file.at().plusMillis(trouble.broken() ? 1 : 0));
        if (Files.exists(target) && Files.getLastModifiedTime(target).equals(at)) {
            return;
        }
        Path aside = folder.resolve("." + file.name() + ".part");
        try (OutputStream to = new BufferedOutputStream(Files.newOutputStream(aside))) {
            file.content().write(to);
        }
        if (trouble.broken()) {
            cut(aside);
        }
        Files.setLastModifiedTime(aside, at);
        Files.move(aside, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        if (flags && file.finished()) {
            Path flag = Files.writeString(folder.resolve(file.name() + ".ok"), "");
            Files.setLastModifiedTime(flag, at);
        }
    }

    private static void cut(Path file) throws IOException {
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(whole, whole.length * 2 / 3));
    }

    private static Set<String> names(List<Dispatch> wanted) {
        Set<String> names = new HashSet<>();
        for (Dispatch file : wanted) {
            names.add(file.name());
            names.add(file.name() + ".ok");
        }
        return names;
    }

    private void removeOthers(Set<String> wanted) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                if (!wanted.contains(file.getFileName().toString())) {
                    Files.delete(file);
                }
            }
        }
    }
}
