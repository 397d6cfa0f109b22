package io.hourshare.publish;

import io.hourshare.engine.Session;
import io.hourshare.engine.Sql;
import io.hourshare.kernel.Digest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a file says, whatever its bytes: per table the number of rows and an order-free digest over all columns.
 *
 * @param tables by name
 */
record FileContent(Map<String, String> tables) {

    /** They name the hour or the time of building: two publications of the same profiles differ in them alone. */
    private static final Set<String> OF_THE_HOUR = Set.of("meta", "freshness", "balance", "quality");

    FileContent {
        tables = Map.copyOf(tables);
    }

    /** Reads every column of every table. */
    static FileContent read(Session session) {
        Map<String, String> tables = new TreeMap<>();
        for (String table : session.query(
                "select table_name from duckdb_tables() where schema_name = 'main' and not temporary"
                        + " and database_name = current_database()",
                row -> row.getString(1))) {
            tables.put(table, read(session, table));
        }
        return new FileContent(tables);
    }

    /** Digest of the profiles alone. */
    Digest digest() {
        return Digest.of(new TreeMap<>(tables)
                .entrySet().stream()
                        .filter(table -> !OF_THE_HOUR.contains(table.getKey()))
                        .map(table -> table.getKey() + "=" + table.getValue())
                        .toList());
    }

    /** Sums of both halves of the rows' MD5: additive, blind to order, not to doubled rows. */
    private static String read(Session session, String table) {
        List<String> columns = session.query(
                "select column_name from duckdb_columns() where schema_name = 'main' and table_name = ?"
                        + " and database_name = current_database() order by column_index",
                row -> row.getString(1),
                table);
        String row = columns.stream()
                .map(column -> "coalesce(cast(" + Sql.identifier(column) + " as varchar), chr(30))")
                .collect(Collectors.joining(", ", "concat_ws(chr(31), ", ")"));
        return session.query(
                        "select count(*) || ':' || coalesce(sum(cast(h & 9223372036854775807 as bigint)), 0) || ':'"
                                + " || coalesce(sum(cast(h >> 65 as bigint)), 0) from (select md5_number(" + row
                                + ") as h from main." + Sql.identifier(table) + ")",
                        result -> result.getString(1))
                .get(0);
    }
}
