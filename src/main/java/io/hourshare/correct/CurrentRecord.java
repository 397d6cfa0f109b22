package io.hourshare.correct;

import io.hourshare.engine.Engine;
import io.hourshare.engine.Session;
import io.hourshare.engine.Sql;
import io.hourshare.kernel.FeedId;
import io.hourshare.store.DataRoot;
import io.hourshare.store.JournalFact.StageDone;
import io.hourshare.store.Ledger;
import java.nio.file.Files;
import java.util.List;

/** Knows whether a department still has a record, whatever became of it on the way to the profile. */
final class CurrentRecord {

    private final DataRoot root;
    private final Engine engine;
    private final Ledger ledger;

    CurrentRecord(DataRoot root, Engine engine, Ledger ledger) {
        this.root = root;
        this.engine = engine;
        this.ledger = ledger;
    }

    boolean isThere(FeedId feed, String key) {
        List<String> files =
                ledger.lastStage(StageDone.current(feed)).map(StageDone::files).orElse(List.of());
        return files.stream().map(root::resolve).filter(Files::exists).anyMatch(file -> {
            try (Session session = engine.open()) {
                return !session.query(
                                "select 1 from read_parquet(" + Sql.literal(file.toString())
                                        + ") where _key = ? and _op <> 'D' limit 1",
                                row -> row.getInt(1),
                                key)
                        .isEmpty();
            }
        });
    }
}
