package io.hourshare.publish;

import io.hourshare.engine.Engine;
import io.hourshare.engine.Session;
import io.hourshare.publish.file.FileContent;
import io.hourshare.publish.file.Revision;
import io.hourshare.publish.file.RowsTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;

/** Writes a file of a snapshot and proves that what is read back of it is what was written. */
final class ProvenFile {

    /** Opens in clients 1.4, 1.5 and 2.0; the newest format opens in no older one. */
    private static final String STORAGE = "v1.4.0";

    private final Engine engine;
    private final Path file;

    ProvenFile(Engine engine, Path file) {
        this.engine = engine;
        this.file = file;
    }

    /** Fills the new file; answers what it says. */
    FileContent fill(Consumer<Session> filling) {
        FileContent written = written(filling, FileContent::sums);
        return read(session -> {
            prove(FileContent.sums(session), written);
            return FileContent.read(session);
        });
    }

    /** Puts these tables in the place of those that the copied file has; answers what it says then. */
    FileContent renew(FileContent before, Map<String, RowsTable> tables) {
        Function<Session, FileContent> content =
                session -> before.with(FileContent.read(session, tables.keySet(), FileContent.ALL));
        FileContent written = written(session -> tables.forEach((table, rows) -> rows.renew(session, table)), content);
        prove(read(content), written);
        return written;
    }

    /**
     * Revises the copied file; answers what it says then. What was made anew is read back by value. Of the rest, whose
     * values the copy's digest has proved, is read back that all of it is there and no more.
     */
    FileContent revise(FileContent before, Revision revision) {
        FileContent rest = before.minus(read(session -> {
            revision.touched().name(session);
            return revision.ofTouched(session);
        }));
        FileContent written = written(
                session -> {
                    revision.touched().name(session);
                    revision.work().accept(session);
                },
                session -> revision.content(session, rest));
        return read(session -> {
            revision.touched().name(session);
            prove(revision.content(session, rest), written);
            prove(FileContent.rows(session, revision.revised()), written.rows(revision.revised()));
            return written;
        });
    }

    private FileContent written(Consumer<Session> filling, Function<Session, FileContent> content) {
        try (Session session = engine.create(file, STORAGE)) {
            // One transaction: otherwise every comment and small table waits for the disk by itself.
            session.execute("begin transaction");
            filling.accept(session);
            session.execute("commit");
            FileContent written = content.apply(session);
            session.execute("checkpoint");
            return written;
        }
    }

    private FileContent read(Function<Session, FileContent> content) {
        if (Files.exists(file.resolveSibling(Objects.requireNonNull(file.getFileName()) + ".wal"))) {
            throw new SnapshotDamagedException(file.toString(), "关闭后仍有未写入的日志");
        }
        try (Session session = engine.look(file)) {
            return content.apply(session);
        }
    }

    private void prove(FileContent read, FileContent written) {
        if (!read.equals(written)) {
            throw new SnapshotDamagedException(file.toString(), "读回 " + read + "，写入 " + written);
        }
    }
}
