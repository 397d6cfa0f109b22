package io.hourshare.resolve;

import io.hourshare.engine.Session;
import io.hourshare.store.DataRoot;
import io.hourshare.store.DurableFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What the rules read in records before, so that an hour reads only what changed.
 *
 * <p>A row counts only for the same fields and the same rules: without the file, or with any other, results are the same.
 */
final class FormMemory {

    private static final String NOTHING = "create or replace table form_memory as select '' as feed, '' as record_key, "
            + "'' as inputs, '' as name, '' as claims, '' as place, '' as region_code, '' as representative where false";

    private final Path file;

    FormMemory(DataRoot root) {
        this.file = root.resolve("lake/identity/memory/source_form.parquet");
    }

    static void forget(Session session) {
        session.execute(NOTHING);
    }

    /** Keeps in the session what it has just read. */
    static void keep(Session session) {
        session.execute("create or replace table form_memory as select * from source_form");
    }

    void recall(Session session) {
        if (Files.exists(file)) {
            session.view("form_memory", List.of(file));
        } else {
            forget(session);
        }
    }

    void store(Session session) {
        try {
            DurableFiles.write(file, temporary -> session.copy("select * from source_form order by all", temporary));
        } catch (IOException e) {
            throw new UncheckedIOException("Read forms cannot be kept: " + file, e);
        }
    }
}
