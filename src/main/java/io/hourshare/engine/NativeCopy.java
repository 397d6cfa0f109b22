package io.hourshare.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The copy of its native library that the driver lays into the temporary folder at every start. It would go when the
 * process ends in order; a killed process would leave its 70 MB behind each time, so the name goes as soon as the
 * library is loaded. Linux keeps the bytes as long as the process lives.
 */
final class NativeCopy {

    private static final Logger LOG = LoggerFactory.getLogger(NativeCopy.class);
    private static final Path MAPPED = Path.of("/proc/self/maps");
    private static final String NAME = "libduckdb_java";

    private NativeCopy() {}

    /** Takes the name away where the system says which file this process has loaded; elsewhere nothing happens. */
    static void unlink() {
        if (!Files.isReadable(MAPPED)) {
            return;
        }
        try (Stream<String> lines = Files.lines(MAPPED)) {
            lines.filter(line -> line.contains("/" + NAME) && line.endsWith(".so"))
                    .map(line -> Path.of(line.substring(line.indexOf('/'))))
                    .filter(NativeCopy::isTemporary)
                    .distinct()
                    .forEach(NativeCopy::delete);
        } catch (IOException | RuntimeException e) {
            LOG.debug("The native library's copy stays until the process ends", e);
        }
    }

    private static boolean isTemporary(Path file) {
        return file.startsWith(Path.of(System.getProperty("java.io.tmpdir")).toAbsolutePath());
    }

    private static void delete(Path copy) {
        try {
            Files.deleteIfExists(copy);
        } catch (IOException e) {
            LOG.debug("Stays until the process ends: {}", copy, e);
        }
    }
}
