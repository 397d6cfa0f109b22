package io.hourshare.publish.file;

import io.hourshare.engine.Session;
import io.hourshare.engine.Sql;
import io.hourshare.kernel.Digest;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What a file says, whatever its bytes: per table the number of rows and an order-free digest over all columns.
 *
 * @param tables by name
 */
public record FileContent(Map<String, String> tables) {

    /** They name the hour or the time of building: two publications of the same profiles differ in them alone. */
    private static final Set<String> OF_THE_HOUR = Set.of("meta", "freshness", "balance", "quality");

    /** The condition that every row meets. */
    public static final String ALL = "true";

    private static final Question ROWS = (columns, rows) -> "select count(*) from " + rows;
    private static final Question SUMS =
            (columns, rows) -> "select count(*) || ':' || coalesce(sum(hash(row_)), 0) from " + rows;
    private static final Question DIGESTS = FileContent::digests;

    /** Asks for one text that says what rows hold. */
    @FunctionalInterface
    private interface Question {
        String of(List<String> columns, String rows);
    }

    public FileContent {
        tables = Map.copyOf(tables);
    }

    /** Reads every column of every table. */
    public static FileContent read(Session session) {
        return each(session, columns(session), DIGESTS, ALL);
    }

    /** Reads every column of these tables, of the rows that meet the condition. */
    public static FileContent read(Session session, Set<String> only, String where) {
        return each(session, columns(session, only), DIGESTS, where);
    }

    /**
     * What the tables hold in a form that is cheap to make: rows and the sum of their hashes. Good for this program's own
     * comparison of what it wrote with what it reads back; nobody else could count it again.
     */
    public static FileContent sums(Session session) {
        return each(session, columns(session), SUMS, ALL);
    }

    /** How many rows these tables hold. */
    public static FileContent rows(Session session, Set<String> only) {
        return each(session, named(only), ROWS, ALL);
    }

    /** How many rows these tables hold by this content. */
    public FileContent rows(Set<String> only) {
        Map<String, String> rows = new TreeMap<>();
        only.forEach(table -> rows.put(table, numbers(table)[0].toString()));
        return new FileContent(rows);
    }

    /** This, with the other's tables in the place of its own. */
    public FileContent with(FileContent other) {
        Map<String, String> all = new TreeMap<>(tables);
        all.putAll(other.tables);
        return new FileContent(all);
    }

    /** This, with the rows of the other's tables beside those of its own. */
    public FileContent plus(FileContent other) {
        return counted(other, BigInteger::add);
    }

    /** This, without the rows of the other's tables. */
    public FileContent minus(FileContent other) {
        return counted(other, BigInteger::subtract);
    }

    private FileContent counted(FileContent other, BinaryOperator<BigInteger> count) {
        Map<String, String> all = new TreeMap<>(tables);
        other.tables.keySet().forEach(table -> {
            BigInteger[] these = numbers(table);
            BigInteger[] those = other.numbers(table);
            all.put(
                    table,
                    IntStream.range(0, these.length)
                            .mapToObj(place ->
                                    count.apply(these[place], those[place]).toString())
                            .collect(Collectors.joining(":")));
        });
        return new FileContent(all);
    }

    private BigInteger[] numbers(String table) {
        String content = Objects.requireNonNull(tables.get(table), table);
        return Arrays.stream(content.split(":")).map(BigInteger::new).toArray(BigInteger[]::new);
    }

    /** One statement for all tables: asking for each by itself costs more than what a small one holds. */
    private static FileContent each(
            Session session, Map<String, List<String>> columns, Question question, String where) {
        Map<String, String> tables = new TreeMap<>();
        String all = columns.entrySet().stream()
                .map(table -> "select " + Sql.literal(table.getKey()) + " as table_, said from ("
                        + question.of(
                                table.getValue(), "main." + Sql.identifier(table.getKey()) + " as row_ where " + where)
                        + ") as content(said)")
                .collect(Collectors.joining(" union all "));
        session.query(all, row -> tables.put(row.getString(1), row.getString(2)));
        return new FileContent(tables);
    }

    private static Map<String, List<String>> columns(Session session, Set<String> only) {
        Map<String, List<String>> columns = columns(session);
        columns.keySet().retainAll(only);
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

    private static Map<String, List<String>> named(Set<String> only) {
        Map<String, List<String>> columns = new TreeMap<>();
        only.forEach(table -> columns.put(table, List.of()));
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
    private static String digests(List<String> columns, String rows) {
        String row = columns.stream()
                .map(column -> "coalesce(cast(" + Sql.identifier(column) + " as varchar), chr(30))")
                .collect(Collectors.joining(", ", "concat_ws(chr(31), ", ")"));
        return "select count(*) || ':' || coalesce(sum(cast(h & 9223372036854775807 as bigint)), 0) || ':'"
                + " || coalesce(sum(cast(h >> 65 as bigint)), 0) from (select md5_number(" + row + ") as h from " + rows
                + ")";
    }
}
