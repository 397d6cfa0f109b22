package io.hourshare.land;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Bytes as they came, readable from any place on, whatever form they are kept in. */
public interface Content {

    long size() throws IOException;

    /** Opened at the first byte; positions are those of the bytes as they came. */
    SeekableByteChannel open() throws IOException;

    /** The file that holds the bytes as they are, where there is one. */
    default Optional<Path> file() {
        return Optional.empty();
    }

    default InputStream stream() throws IOException {
        return Channels.newInputStream(open());
    }

    /** What stands in a file as it is. */
    static Content of(Path file) {
        return new Plain(file);
    }

    /** Bytes in a file of their own. */
    record Plain(Path path) implements Content {

        @Override
        public long size() throws IOException {
            return Files.size(path);
        }

        @Override
        public SeekableByteChannel open() throws IOException {
            return FileChannel.open(path, StandardOpenOption.READ);
        }

        @Override
        public Optional<Path> file() {
            return Optional.of(path);
        }
    }
}
