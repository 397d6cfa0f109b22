package io.hourshare.publish;

import io.hourshare.kernel.Digest;
import io.hourshare.kernel.HourWindow;
import java.nio.file.Path;
import java.time.Instant;

/**
 * A published, immutable pair of files.
 *
 * @param directory absolute; holds {@code serve.duckdb} and {@code analyst.duckdb}
 * @param content digest over the logical content of every table
 */
public record Snapshot(long sequence, Path directory, HourWindow hour, Instant publishedAt, Digest content) {

    public Path serveFile() {
        return directory.resolve("serve.duckdb");
    }

    public Path analystFile() {
        return directory.resolve("analyst.duckdb");
    }
}
