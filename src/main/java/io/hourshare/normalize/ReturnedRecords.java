package io.hourshare.normalize;

import io.hourshare.engine.Engine;
import io.hourshare.engine.Session;
import io.hourshare.store.JournalFact.BatchAdopted;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where the records stand that an adopted batch sent back. */
public final class ReturnedRecords {

    private final Engine engine;
    private final Function<String, Path> files;

    /** @param files gives a file of the lake by its path below the data root */
    public ReturnedRecords(Engine engine, Function<String, Path> files) {
        this.engine = engine;
        this.files = files;
    }

    /** A record's place among the bytes, or its row in the sheet. */
    record Place(@Nullable Long offset, @Nullable Long row) {

        static Place of(ResultSet found, int first) throws SQLException {
            return new Place(found.getObject(first, Long.class), found.getObject(first + 1, Long.class));
        }
    }

    /** Landed objects that hold at least one of them, sorted. */
    public List<String> objects(BatchAdopted batch) {
        return List.copyOf(places(batch).keySet());
    }

    /** Places by object and ordinal. */
    Map<String, Map<Long, Place>> places(BatchAdopted batch) {
        List<Path> quarantine = files(batch).stream().map(files).toList();
        Map<String, Map<Long, Place>> places = new TreeMap<>();
        if (!quarantine.isEmpty()) {
            try (Session session = engine.open()) {
                session.view("returned", quarantine);
                session.query(
                        "select object, ordinal, \"offset\", row from returned",
                        found -> places.computeIfAbsent(found.getString(1), object -> new TreeMap<>())
                                .put(found.getLong(2), Place.of(found, 3)));
            }
        }
        return places;
    }

    /** The batch's files that hold them. */
    public static List<String> files(BatchAdopted batch) {
        return batch.files().stream()
                .filter(file -> file.startsWith("lake/quarantine/") && file.endsWith("/records.parquet"))
                .toList();
    }
}
