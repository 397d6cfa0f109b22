package io.hourshare.operate;

import io.hourshare.engine.Engine;
import io.hourshare.engine.Session;
import io.hourshare.pull.Roster;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/** The park's enterprises by the newest roster: those with a unified code that have not left. */
final class ParkRoster implements Roster {

    private static final String CODES = """
            select distinct uscc
            from roster
            where _op <> 'D'
                and uscc is not null
                and coalesce(park_status, '') not in ('MOVED_OUT', 'CANCELLED')
            order by uscc
            """;

    private final Engine engine;
    private final Supplier<List<Path>> files;

    /** @param files Parquet files of the roster's current records; empty before its first load */
    ParkRoster(Engine engine, Supplier<List<Path>> files) {
        this.engine = engine;
        this.files = files;
    }

    @Override
    public List<String> codes() {
        List<Path> current = files.get();
        if (current.isEmpty()) {
            return List.of();
        }
        try (Session session = engine.open()) {
            session.view("roster", current);
            return session.query(CODES, row -> row.getString(1));
        }
    }
}
