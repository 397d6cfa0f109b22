package io.hourshare.store;

import io.hourshare.kernel.Digest;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How far the journal had come: noted beside it after each line, so that lines cut off at its end are missed.
 *
 * <p>It may lag behind after a crash, but never leads: a journal that is shorter has lost what was acknowledged.
 *
 * @param sequence of the newest line
 */
public record JournalHead(long sequence, Digest hash) {

    private static final Logger LOG = LoggerFactory.getLogger(JournalHead.class);
    private static final String NAME = "journal-head";

    /** What is noted in the data root, where something readable is. */
    static Optional<JournalHead> read(Path home) {
        try {
            String[] words = Files.readString(home.resolve(NAME), StandardCharsets.US_ASCII)
                    .strip()
                    .split(" ");
            return Optional.of(new JournalHead(Long.parseLong(words[0]), new Digest(words[1])));
        } catch (IOException | IllegalArgumentException | ArrayIndexOutOfBoundsException absentOrTorn) {
            return Optional.empty();
        }
    }

    static void forget(Path home) throws IOException {
        Files.deleteIfExists(home.resolve(NAME));
    }

    /**
     * Not forced to the disk: after a power cut an older head is as true as the newest. Written over in place, always as
     * long as before, because some file systems write a file that was emptied first to the disk at once.
     */
    void write(Path home) {
        byte[] line = String.format(Locale.ROOT, "%019d %s\n", sequence, hash).getBytes(StandardCharsets.US_ASCII);
        // No channel: a thread that is being stopped could not write to it.
        try (RandomAccessFile file = new RandomAccessFile(home.resolve(NAME).toFile(), "rw")) {
            file.write(line);
        } catch (IOException e) {
            LOG.warn("journal-head 未能写入，请检查磁盘空间与权限", e);
        }
    }
}
