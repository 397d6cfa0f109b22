package io.hourshare.history;

import io.hourshare.engine.Engine;
import io.hourshare.engine.Session;
import io.hourshare.engine.Sql;
import io.hourshare.history.Change.Kind;
import io.hourshare.store.DataRoot;
import java.nio.file.Files;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads changes from their files. */
final class ChangeRows {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final DataRoot root;
    private final Engine engine;

    ChangeRows(DataRoot root, Engine engine) {
        this.root = root;
        this.engine = engine;
    }

    /** A change with its place in the feed. */
    record Row(ChangeBatch batch, long number, String enterpriseId, Change change) {}

    /** Changes of a batch after a row, in order. */
    List<Row> of(ChangeBatch batch, long afterRow, int limit) {
        return read(List.of(batch), "\"row\" > " + afterRow, limit);
    }

    /** An enterprise's changes in these batches, newest first. */
    List<Row> of(String enterprise, List<ChangeBatch> batches) {
        List<Row> rows =
                new ArrayList<>(read(batches, "enterprise_id = " + Sql.literal(enterprise), Integer.MAX_VALUE));
        Collections.reverse(rows);
        return rows;
    }

    boolean isKept(ChangeBatch batch) {
        return batch.file() == null || Files.exists(root.resolve(batch.file()));
    }

    private List<Row> read(List<ChangeBatch> batches, String where, int limit) {
        Map<String, ChangeBatch> byFile = new LinkedHashMap<>();
        batches.stream()
                .filter(batch -> batch.file() != null)
                .forEach(batch ->
                        byFile.put(root.resolve(String.valueOf(batch.file())).toString(), batch));
        if (byFile.isEmpty()) {
            return List.of();
        }
        String files = byFile.keySet().stream().map(Sql::literal).collect(Collectors.joining(", ", "[", "]"));
        try (Session session = engine.open()) {
            return session
                    .query(
                            "select * from read_parquet(" + files + ", filename = true) where " + where
                                    + " order by \"row\" limit " + limit,
                            row -> row(Objects.requireNonNull(byFile.get(row.getString("filename"))), row))
                    .stream()
                    .sorted(Comparator.comparingLong(row -> row.batch().number()))
                    .toList();
        }
    }

    private static Row row(ChangeBatch batch, ResultSet row) throws SQLException {
        Change change = new Change(
                Kind.valueOf(row.getString("kind")),
                row.getString("path"),
                row.getString("key"),
                json(row.getString("before")),
                json(row.getString("after")));
        return new Row(batch, row.getLong("row"), row.getString("enterprise_id"), change);
    }

    private static @Nullable JsonNode json(@Nullable String text) {
        return text == null ? null : JSON.readTree(text);
    }
}
