package io.hourshare.publish;

import io.hourshare.engine.Engine;
import io.hourshare.engine.Session;
import io.hourshare.kernel.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Builds both files of a snapshot aside and reads every value back before anybody may see them. */
final class SnapshotBuilder {

    /** Opens in clients 1.4, 1.5 and 2.0; the newest format opens in no older one. */
    private static final String STORAGE = "v1.4.0";

    private final Engine engine;
    private final ServeFile serve;
    private final AnalystFile analyst;

    SnapshotBuilder(Engine engine, ServeFile serve, AnalystFile analyst) {
        this.engine = engine;
        this.serve = serve;
        this.analyst = analyst;
    }

    /** @param files digests of the files' bytes by name */
    record Built(Digest content, Map<String, String> files) {
        Built {
            files = Map.copyOf(files);
        }
    }

    Built build(Path folder, Publication publication) throws IOException {
        Path serveFile = folder.resolve(SnapshotFolders.SERVE);
        Path analystFile = folder.resolve(SnapshotFolders.ANALYST);
        FileContent served = fill(serveFile, session -> serve.fill(session, publication));
        FileContent analysed = fill(analystFile, session -> analyst.fill(session, publication));
        return new Built(
                Digest.of(List.of(served.digest().hex(), analysed.digest().hex())),
                Map.of(
                        SnapshotFolders.SERVE,
                        SnapshotFolders.digest(serveFile).hex(),
                        SnapshotFolders.ANALYST,
                        SnapshotFolders.digest(analystFile).hex()));
    }

    private FileContent fill(Path file, Consumer<Session> filling) {
        FileContent written;
        try (Session session = engine.create(file, STORAGE)) {
            // One transaction: otherwise every comment and small table waits for the disk by itself.
            session.execute("begin transaction");
            filling.accept(session);
            session.execute("commit");
            written = FileContent.read(session);
            session.execute("checkpoint");
        }
        if (Files.exists(file.resolveSibling(file.getFileName() + ".wal"))) {
            throw new SnapshotDamagedException(file.toString(), "关闭后仍有未写入的日志");
        }
        try (Session session = engine.openReadOnly(file)) {
            FileContent read = FileContent.read(session);
            if (!read.equals(written)) {
                throw new SnapshotDamagedException(file.toString(), "读回 " + read + "，写入 " + written);
            }
        }
        return written;
    }
}
