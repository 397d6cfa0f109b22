package io.hourshare.history;

import io.hourshare.engine.Engine;
import io.hourshare.engine.Session;
import io.hourshare.engine.Sql;
import io.hourshare.history.Change.Kind;
import io.hourshare.history.ChangeBatch.State;
import io.hourshare.store.DataRoot;
import java.nio.file.Files;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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
    record Row(ChangeBatch batch, long number, String enterpriseId, Change change) {

        ChangeCursor place() {
            return ChangeCursor.in(batch, number);
        }
    }

    /** Changes of batches from a place on, in order. */
    List<Row> after(ChangeCursor place, List<ChangeBatch> batches, int limit) {
        return read(
                batches,
                "batch > " + place.batch() + " or (batch = " + place.batch() + " and \"row\" > " + place.row() + ")",
                limit);
    }

    /** An enterprise's changes in these batches, newest first. */
    List<Row> of(String enterprise, List<ChangeBatch> batches) {
        List<Row> rows =
                new ArrayList<>(read(batches, "enterprise_id = " + Sql.literal(enterprise), Integer.MAX_VALUE));
        Collections.reverse(rows);
        return rows;
    }

    /** Those whose changes are known and there. */
    List<ChangeBatch> kept(List<ChangeBatch> batches) {
        Set<String> missing = batches.stream()
                .map(ChangeBatch::file)
                .filter(Objects::nonNull)
                .distinct()
                .filter(file -> !Files.exists(root.resolve(file)))
                .collect(Collectors.toSet());
        return batches.stream()
                .filter(batch -> batch.isKnown() && (batch.file() == null || !missing.contains(batch.file())))
                .toList();
    }

    private List<Row> read(List<ChangeBatch> batches, String where, int limit) {
        Map<Long, ChangeBatch> byNumber = new HashMap<>();
        List<String> sources = new ArrayList<>();
        for (ChangeBatch batch : batches) {
            if (batch.file() != null) {
                byNumber.put(batch.number(), batch);
                String file = Sql.literal(root.resolve(batch.file()).toString());
                String own = batch.state() == State.FRESH ? batch.number() + " as batch, * from " : "* from ";
                sources.add("select " + own + "read_parquet(" + file + ")");
            }
        }
        if (sources.isEmpty()) {
            return List.of();
        }
        String all = sources.stream().distinct().collect(Collectors.joining(" union all by name "));
        try (Session session = engine.open()) {
            return session
                    .query(
                            "select * from (" + all + ") where " + where + " order by batch, \"row\" limit " + limit,
                            row -> row(byNumber, row))
                    .stream()
                    .flatMap(Optional::stream)
                    .toList();
        }
    }

    /** Empty where a folded file holds it beside what was asked for. */
    private static Optional<Row> row(Map<Long, ChangeBatch> byNumber, ResultSet row) throws SQLException {
        ChangeBatch batch = byNumber.get(row.getLong("batch"));
        return batch == null ? Optional.empty() : Optional.of(row(batch, row));
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
