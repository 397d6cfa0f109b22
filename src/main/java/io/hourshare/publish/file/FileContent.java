package io.hourshare.publish.file;

import io.hourshare.engine.Session;
import io.hourshare.engine.Sql;
import io.hourshare.kernel.Digest;
import java.util.ArrayList;
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
public record FileContent(Map<String, String> tables) {

    /** They name the hour or the time of building: two publications of the same profiles differ in them alone. */
    private static final Set<String> OF_THE_HOUR = Set.of("meta", "freshness", "balance", "quality");

    public FileContent {
        tables = Map.copyOf(tables);
    }

    /** Reads every column of every table. */
    public static FileContent read(Session session) {
        return read(session, columns(session));
    }

    /** Reads every column of these tables. */
    public static FileContent read(Session session, Set<String> only) {
        return read(session, columns(session, only));
    }

    private static FileContent read(Session session, Map<String, List<String>> columns) {
        Map<String, String> tables = new TreeMap<>();
        columns.forEach((table, names) -> tables.put(table, read(session, table, names)));
        return new FileContent(tables);
    }

    /** This, with the other's tables in the place of its own. */
    public FileContent with(FileContent other) {
        Map<String, String> all = new TreeMap<>(tables);
        all.putAll(other.tables);
        return new FileContent(all);
    }

    /**
     * What the tables hold in a form that is cheap to make: rows and the sum of their hashes. Good for this program's own
     * comparison of what it wrote with what it reads back; nobody else could count it again.
     */
    public static FileContent sums(Session session) {
        return sums(session, columns(session));
    }

    public static FileContent sums(Session session, Set<String> only) {
        return sums(session, columns(session, only));
    }

    private static FileContent sums(Session session, Map<String, List<String>> columns) {
        Map<String, String> tables = new TreeMap<>();
        columns.forEach((table, names) -> tables.put(
                table,
                session.query(
                                "select count(*) || ':' || coalesce(sum(hash("
                                        + names.stream().map(Sql::identifier).collect(Collectors.joining(", "))
                                        + ")), 0) from main." + Sql.identifier(table),
                                row -> row.getString(1))
                        .get(0)));
        return new FileContent(tables);
    }

    private static Map<String, List<String>> columns(Session session, Set<String> only) {
        Map<String, List<String>> columns = new TreeMap<>();
        only.forEach(table ->
                columns.put(table, session.query("describe main." + Sql.identifier(table), row -> row.getString(1))));
        return columns;
    }

    /** Columns by table in one question: the catalogue is as slow to read for one table as for all. */
    private static Map<String, List<String>> columns(Session session) {
        Map<String, List<String>> columns = new TreeMap<>();
        session.query(
                        "select c.table_name, c.column_name from duckdb_columns() as c"
                                + " join duckdb_tables() as t on t.table_oid = c.table_oid"
                                + " and t.database_name = c.database_name"
                                + " where c.schema_name = 'main' and not t.temporary"
                                + " and c.database_name = current_database() order by c.table_name, c.column_index",
                        row -> List.of(row.getString(1), row.getString(2)))
                .forEach(column -> columns.computeIfAbsent(column.get(0), table -> new ArrayList<>())
                        .add(column.get(1)));
        return columns;
    }

    /** Digest of the profiles alone. */
    public Digest digest() {
        return Digest.of(new TreeMap<>(tables)
                .entrySet().stream()
                        .filter(table -> !OF_THE_HOUR.contains(table.getKey()))
                        .map(table -> table.getKey() + "=" + table.getValue())
                        .toList());
    }

    /** Sums of both halves of the rows' MD5: additive, blind to order, not to doubled rows. */
    private static String read(Session session, String table, List<String> columns) {
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
