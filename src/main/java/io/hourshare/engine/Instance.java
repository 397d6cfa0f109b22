package io.hourshare.engine;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.duckdb.DuckDBConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A DuckDB instance in memory that serves one session after the other. Each has a database and a connection of its own,
 * which take its tables, views and temporary things with them when it ends.
 */
final class Instance implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Instance.class);

    private final Connection root;
    private final int threads;
    private final Functions functions;
    private int sessions;

    /** @param root an open connection, which keeps the instance alive */
    Instance(Connection root, int threads) {
        this.root = root;
        this.threads = threads;
        this.functions = new Functions(threads);
    }

    /**
     * @param source literal of the file that the session works on, or of nothing
     * @param options how it is attached
     * @param end hears of the session's end
     */
    Session session(String source, String options, Session.End end) throws SQLException {
        String database = "work_" + ++sessions;
        execute("attach " + source + " as " + database + " " + options);
        Connection connection = root.unwrap(DuckDBConnection.class).duplicate();
        return new Session(connection, threads, functions, database, end);
    }

    /** Whether nothing is left of the session, nor of what it attached, so that another may follow it. */
    boolean isClean() {
        functions.forget();
        try {
            for (String database : attached()) {
                execute("detach " + Sql.identifier(database));
            }
            return true;
        } catch (SQLException e) {
            LOG.debug("An instance is not used again", e);
            return false;
        }
    }

    private List<String> attached() throws SQLException {
        List<String> names = new ArrayList<>();
        try (Statement statement = root.createStatement();
                ResultSet rows = statement.executeQuery("select database_name from duckdb_databases()"
                        + " where not internal and database_name <> 'memory'")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = root.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() {
        try {
            root.close();
        } catch (SQLException e) {
            throw new EngineException("close", e);
        }
    }
}
