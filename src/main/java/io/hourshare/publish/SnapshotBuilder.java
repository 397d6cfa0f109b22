package io.hourshare.publish;

import io.hourshare.contract.Catalogue;
import io.hourshare.engine.Engine;
import io.hourshare.engine.Session;
import io.hourshare.kernel.Digest;
import io.hourshare.publish.file.AnalystFile;
import io.hourshare.publish.file.ContradictionTable;
import io.hourshare.publish.file.DictionaryTables;
import io.hourshare.publish.file.FileContent;
import io.hourshare.publish.file.MetaTables;
import io.hourshare.publish.file.ProfileViews;
import io.hourshare.publish.file.Publication;
import io.hourshare.publish.file.RowsTable;
import io.hourshare.publish.file.ServeFile;
import io.hourshare.store.DataRoot;
import io.hourshare.store.DurableFiles;
import io.hourshare.store.Ledger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Builds both files of a snapshot aside and reads every value back before anybody may see them. */
final class SnapshotBuilder {

    /** Opens in clients 1.4, 1.5 and 2.0; the newest format opens in no older one. */
    private static final String STORAGE = "v1.4.0";

    private final Engine engine;
    private final ProfileViews views;
    private final ServeFile serve;
    private final AnalystFile analyst;

    /** Of this process alone: another version of the program may build the same profiles differently. */
    private @Nullable Made last;

    SnapshotBuilder(Engine engine, ProfileViews views, ServeFile serve, AnalystFile analyst) {
        this.engine = engine;
        this.views = views;
        this.serve = serve;
        this.analyst = analyst;
    }

    static SnapshotBuilder of(Catalogue catalogue, Ledger ledger, Engine engine, DataRoot root) {
        MetaTables meta = new MetaTables(catalogue, ledger);
        ProfileViews views = new ProfileViews(catalogue, root);
        return new SnapshotBuilder(
                engine,
                views,
                new ServeFile(catalogue, views, meta),
                new AnalystFile(
                        views, meta, new DictionaryTables(catalogue, views), new ContradictionTable(catalogue)));
    }

    /** @param files digests of the files' bytes by name */
    record Built(Digest content, Map<String, String> files) {
        Built {
            files = Map.copyOf(files);
        }
    }

    /** What was built, read back and made of which inputs. */
    private record Made(Digest inputs, FileContent served, FileContent analysed, Map<String, String> files) {

        Built built() {
            return new Built(
                    Digest.of(List.of(served.digest().hex(), analysed.digest().hex())), files);
        }
    }

    Built build(Path folder, Publication publication) throws IOException {
        Optional<Made> again = again(folder, publication);
        Made made = again.isPresent() ? again.get() : anew(folder, publication);
        last = made;
        return made.built();
    }

    private Made anew(Path folder, Publication publication) throws IOException {
        Path serveFile = folder.resolve(SnapshotFolders.SERVE);
        Path analystFile = folder.resolve(SnapshotFolders.ANALYST);
        Files.deleteIfExists(serveFile);
        Files.deleteIfExists(analystFile);
        FileContent served = fill(serveFile, session -> serve.fill(session, publication));
        FileContent analysed = fill(analystFile, session -> analyst.fill(session, publication, serveFile));
        return new Made(views.inputs(publication), served, analysed, digests(folder));
    }

    /**
     * Profiles that are the same again: the files that were read back before, with the hour's own tables in the place of
     * the earlier hour's. Empty where they are not the same, or the files are not what was read back.
     */
    private Optional<Made> again(Path folder, Publication publication) throws IOException {
        Made before = last;
        Path earlier = publication.earlier();
        if (before == null || earlier == null || !before.inputs().equals(views.inputs(publication))) {
            return Optional.empty();
        }
        for (String name : List.of(SnapshotFolders.SERVE, SnapshotFolders.ANALYST)) {
            Files.copy(earlier.resolveSibling(name), folder.resolve(name));
        }
        if (!digests(folder).equals(before.files())) {
            return Optional.empty();
        }
        FileContent served =
                renew(folder.resolve(SnapshotFolders.SERVE), before.served(), serve.ofTheHour(publication));
        FileContent analysed =
                renew(folder.resolve(SnapshotFolders.ANALYST), before.analysed(), analyst.ofTheHour(publication));
        return Optional.of(new Made(before.inputs(), served, analysed, digests(folder)));
    }

    private static Map<String, String> digests(Path folder) throws IOException {
        return Map.of(
                SnapshotFolders.SERVE,
                DurableFiles.digest(folder.resolve(SnapshotFolders.SERVE)).hex(),
                SnapshotFolders.ANALYST,
                DurableFiles.digest(folder.resolve(SnapshotFolders.ANALYST)).hex());
    }

    private FileContent fill(Path file, Consumer<Session> filling) {
        FileContent written = written(file, filling, FileContent::sums);
        return readBack(file, written, FileContent::sums, FileContent::read);
    }

    private FileContent renew(Path file, FileContent before, Map<String, RowsTable> tables) {
        FileContentReader sums = session -> FileContent.sums(session, tables.keySet());
        FileContent written =
                written(file, session -> tables.forEach((table, rows) -> rows.renew(session, table)), sums);
        return before.with(readBack(file, written, sums, session -> FileContent.read(session, tables.keySet())));
    }

    /** Reads of a file what a build has to prove. */
    @FunctionalInterface
    private interface FileContentReader {
        FileContent read(Session session);
    }

    private FileContent written(Path file, Consumer<Session> filling, FileContentReader sums) {
        try (Session session = engine.create(file, STORAGE)) {
            // One transaction: otherwise every comment and small table waits for the disk by itself.
            session.execute("begin transaction");
            filling.accept(session);
            session.execute("commit");
            FileContent written = sums.read(session);
            session.execute("checkpoint");
            return written;
        }
    }

    /** What the finished file says, once it holds what was written. */
    private FileContent readBack(Path file, FileContent written, FileContentReader sums, FileContentReader content) {
        if (Files.exists(file.resolveSibling(Objects.requireNonNull(file.getFileName()) + ".wal"))) {
            throw new SnapshotDamagedException(file.toString(), "关闭后仍有未写入的日志");
        }
        try (Session session = engine.look(file)) {
            FileContent read = sums.read(session);
            if (!read.equals(written)) {
                throw new SnapshotDamagedException(file.toString(), "读回 " + read + "，写入 " + written);
            }
            return content.read(session);
        }
    }
}
