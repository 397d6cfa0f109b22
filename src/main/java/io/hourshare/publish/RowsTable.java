package io.hourshare.publish;

import io.hourshare.engine.Session;
import io.hourshare.engine.Sql;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A small table whose rows come from Java: one statement, whatever the number of rows. */
final class RowsTable {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Map<String, String> columns = new LinkedHashMap<>();
    private final List<Map<String, @Nullable Object>> rows = new ArrayList<>();

    RowsTable column(String name, String type) {
        columns.put(name, type);
        return this;
    }

    /** Adds a row; values in the order of the columns. */
    RowsTable row(@Nullable Object... values) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        int place = 0;
        for (String column : columns.keySet()) {
            Object value = values[place++];
            row.put(column, value == null ? null : value.toString());
        }
        rows.add(row);
        return this;
    }

    void create(Session session, String name) {
        create(session, "table", name);
    }

    void createTemporary(Session session, String name) {
        create(session, "temp table", name);
    }

    /** Puts these rows in the place of those that the table has; what is said of its columns stays. */
    void renew(Session session, String name) {
        session.execute("delete from " + Sql.identifier(name));
        session.execute("insert into " + Sql.identifier(name) + " " + select());
    }

    private void create(Session session, String kind, String name) {
        session.execute("create " + kind + " " + Sql.identifier(name) + " as " + select());
    }

    private String select() {
        String structure = JSON.writeValueAsString(
                List.of(columns.keySet().stream().collect(Collectors.toMap(column -> column, column -> "VARCHAR"))));
        String select = columns.entrySet().stream()
                .map(column -> "cast(" + Sql.identifier(column.getKey()) + " as " + column.getValue() + ") as "
                        + Sql.identifier(column.getKey()))
                .collect(Collectors.joining(", "));
        return "select " + select + " from (select unnest(from_json(" + Sql.literal(JSON.writeValueAsString(rows))
                + ", " + Sql.literal(structure) + "), recursive := true))";
    }
}
