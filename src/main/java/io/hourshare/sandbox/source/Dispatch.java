package io.hourshare.sandbox.source;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;

/**
 * A file that a department puts out.
 *
 * @param at when; the file's modified time
 * @param finished whether it is whole: only then a flag file stands beside it
 */
public record Dispatch(String name, Instant at, Content content, boolean finished) {

    /** Writes the file's bytes, the same at each call. */
    @FunctionalInterface
    public interface Content {
        void write(OutputStream to) throws IOException;
    }

    /** Which files lie in a folder at an hour. */
    @FunctionalInterface
    public interface Plan {
        List<Dispatch> at(Instant asOf);
    }
}
