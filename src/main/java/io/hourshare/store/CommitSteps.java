package io.hourshare.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ServiceLoader;

/**
 * Hears of each step by which a file or a line becomes durable. The product brings none: a test's implementation, found
 * on its class path, ends the process at a named step or lets the disk fail there.
 */
@FunctionalInterface
public interface CommitSteps {

    /**
     * @param step {@code begin}, {@code filled}, {@code synced}, {@code renamed}, {@code kept} of a file;
     *     {@code erasing}, {@code overwritten}, {@code erased}, {@code deleting} of one that is to be gone; {@code line},
     *     {@code written}, {@code forced} of a journal line; {@code made} of the scheduler's tables
     * @param target the file, or {@code journal/} and the entry's type, or {@code db/} and the tables' version
     * @throws IOException as a full or broken disk does
     */
    void reached(String step, Path target) throws IOException;

    /** A file's or folder's content is on the disk now, whatever happens. */
    default void flushed(Path file) {}

    /** Tells whoever listens. */
    static void at(String step, Path target) throws IOException {
        Listening.STEPS.reached(step, target);
    }

    /** Looked for once. */
    final class Listening {

        static final CommitSteps STEPS =
                ServiceLoader.load(CommitSteps.class).findFirst().orElse((step, target) -> {});

        private Listening() {}
    }
}
