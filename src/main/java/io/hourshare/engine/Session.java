package io.hourshare.engine;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** One DuckDB instance with our limits and rules; not safe for use by several threads at once. */
public final class Session implements AutoCloseable {

    private final Connection connection;
    private final int threads;
    private final Functions functions;
    private final @Nullable KeptStatements kept;
    private final String database;
    private final End end;
    private boolean reusable = true;

    /** @param keeping whether statements are kept prepared: for sessions that answer the same questions again */
    Session(Connection connection, int threads, boolean keeping) {
        this.connection = connection;
        this.threads = threads;
        this.functions = new Functions(threads);
        this.kept = keeping ? new KeptStatements(connection) : null;
        this.database = "";
        this.end = reusable -> {};
    }

    /** @param database of an instance that others use before and after */
    Session(Connection connection, int threads, Functions functions, String database, End end) {
        this.connection = connection;
        this.threads = threads;
        this.functions = functions;
        this.kept = null;
        this.database = database;
        this.end = end;
        execute("use " + database);
    }

    /** Hears of a session's end: whether another may follow it on its instance. */
    @FunctionalInterface
    interface End {
        void ended(boolean reusable);
    }

    /** Reads one row of a result; columns count from 1. */
    @FunctionalInterface
    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    public void execute(String sql, @Nullable Object... parameters) {
        try (PreparedStatement statement = prepare(sql, parameters)) {
            statement.execute();
        } catch (SQLException e) {
            throw failed(sql, e);
        }
    }

    public <T> List<T> query(String sql, RowReader<T> reader, @Nullable Object... parameters) {
        try {
            return kept == null ? once(sql, reader, parameters) : kept.query(sql, reader, parameters);
        } catch (SQLException e) {
            throw failed(sql, e);
        }
    }

    private <T> List<T> once(String sql, RowReader<T> reader, @Nullable Object... parameters) throws SQLException {
        try (PreparedStatement statement = prepare(sql, parameters);
                ResultSet rows = statement.executeQuery()) {
            List<T> result = new ArrayList<>();
            while (rows.next()) {
                result.add(reader.read(rows));
            }
            return result;
        }
    }

    /** The one number that the query answers. */
    public long number(String sql, @Nullable Object... parameters) {
        return query(sql, row -> row.getLong(1), parameters).get(0);
    }

    /** Makes a Java rule callable from this session's SQL. */
    public void register(ScalarRule rule) {
        try {
            functions.register(connection, rule);
        } catch (SQLException e) {
            throw failed("register " + rule.name(), e);
        }
    }

    /** Makes a table that Java fills readable once, as {@code select … from name()}. */
    public void register(String name, TableSource source) {
        try {
            functions.register(connection, name, source);
        } catch (SQLException e) {
            throw failed("register " + name, e);
        }
    }

    /** Lets several threads fill what the work creates; rows then stand in no order that means anything. */
    public void unordered(Runnable work) {
        execute("set preserve_insertion_order = false");
        try {
            work.run();
        } finally {
            execute("set preserve_insertion_order = true");
        }
    }

    /** Names the rows of Parquet files; columns are matched by name. */
    public void view(String name, Collection<Path> parquet) {
        execute("create or replace view " + Sql.identifier(name) + " as select * from read_parquet("
                + parquet.stream().map(Path::toString).map(Sql::literal).collect(Collectors.joining(", ", "[", "]"))
                + ", union_by_name = true, hive_partitioning = false)");
    }

    /**
     * Writes a query's rows as zstd Parquet; byte-equal for equal rows when {@code select} orders by a total key.
     *
     * @param target a temporary path; making it durable is the caller's
     * @return rows written
     */
    public long copy(String select, Path target) {
        return copy(select, target, Map.of());
    }

    /** Writes as {@link #copy(String, Path)} does, with notes for the file's footer. */
    public long copy(String select, Path target, Map<String, String> notes) {
        String sql = "copy (" + select + ") to " + Sql.literal(target.toString())
                + " (format parquet, compression zstd, row_group_size 122880" + footer(notes) + ")";
        try (PreparedStatement statement = prepare(sql)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw failed(sql, e);
        }
    }

    /** A further session on the same database, for use by another thread; close each. */
    public Session duplicate() {
        try {
            Connection further = connection.unwrap(DuckDBConnection.class).duplicate();
            return database.isEmpty()
                    ? new Session(further, threads, kept != null)
                    : new Session(further, threads, functions, database, reusable -> {});
        } catch (SQLException e) {
            throw failed("duplicate", e);
        }
    }

    /** From now on no other file is read or written, and no setting changes: what follows was written by others. */
    public void seal() {
        reusable = false;
        execute("set enable_external_access = false");
        execute("set lock_configuration = true");
    }

    private static String footer(Map<String, String> notes) {
        return notes.isEmpty()
                ? ""
                : new TreeMap<>(notes)
                        .entrySet().stream()
                                .map(note -> Sql.identifier(note.getKey()) + ": " + Sql.literal(note.getValue()))
                                .collect(Collectors.joining(", ", ", kv_metadata {", "}"));
    }

    private PreparedStatement prepare(String sql, @Nullable Object... parameters) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }

    /** After a failure an instance may be in any state. */
    private EngineException failed(String sql, SQLException e) {
        reusable = false;
        return new EngineException(sql, e);
    }

    @Override
    public void close() {
        try {
            if (kept != null) {
                kept.close();
            }
            connection.close();
        } catch (SQLException e) {
            throw failed("close", e);
        } finally {
            end.ended(reusable);
        }
    }
}
