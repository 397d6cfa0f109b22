package io.hourshare.operate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The files of the embedded database. They hold nothing that the journal does not: a damaged one is made anew. */
record EmbeddedDatabase(Path folder, String url) {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);

    /** Opens it once; one that does not open is kept under another name, and an empty one takes its place. */
    void setAsideIfDamaged(Instant now) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Connection connection = DriverManager.getConnection(url, "sa", "")) {
            connection.createStatement().execute("select 1");
        } catch (SQLException damaged) {
            Path aside = folder.resolveSibling("db-damaged-" + now.getEpochSecond());
            LOG.error("调度库打不开（{}），已移到 {}，改用新库；运行记录与账本都在日志里，不受影响", damaged.getMessage(), aside);
            try {
                Files.move(folder, aside);
            } catch (IOException e) {
                throw new UncheckedIOException("调度库损坏且移不开，请手工移走 " + folder, e);
            }
        }
    }
}
