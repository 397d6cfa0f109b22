package io.hourshare.sandbox;

import io.hourshare.sandbox.source.SourceFeed;
import io.hourshare.sandbox.source.SourceRecord;
import java.io.Closeable;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.h2.tools.Server;
import org.jspecify.annotations.Nullable;

/** An exchange database (前置库): an H2 database over TCP, with a table behind each view that departments may read. */
final class ExchangeDatabase implements Closeable {

    static final String USER = "QZK_READER";
    static final String PASSWORD = "demo-reader";

    private static final int FITS_IN_MEMORY = 50_000;
    private static final int BATCH = 500;
    private static final DateTimeFormatter SOURCE_TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    /**
     * One view.
     *
     * @param feed whose records it shows
     * @param name the view's name
     * @param timestamp its column of type timestamp, empty where every column is text
     */
    record View(SourceFeed feed, String name, String timestamp) {}

    private final Server server;
    private final Connection connection;
    private final String database;
    private final List<View> views;

    private ExchangeDatabase(Server server, Connection connection, String database, List<View> views) {
        this.server = server;
        this.connection = connection;
        this.database = database;
        this.views = views;
    }

    static ExchangeDatabase start(String name, Path folder, int enterprises, List<View> views) {
        try {
            Server server = Server.createTcpServer("-tcpPort", "0", "-tcpDaemon");
            server.start();
            String database = enterprises <= FITS_IN_MEMORY
                    ? "mem:" + name + "_" + server.getPort()
                    : "file:" + folder.toAbsolutePath().resolve(name);
            Connection connection =
                    DriverManager.getConnection("jdbc:h2:" + database + ";DB_CLOSE_DELAY=-1", "TOWN", "demo-town");
            ExchangeDatabase exchange = new ExchangeDatabase(server, connection, database, views);
            exchange.create();
            return exchange;
        } catch (SQLException e) {
            throw new IllegalStateException("演示前置库无法启动：" + e.getMessage(), e);
        }
    }

    int port() {
        return server.getPort();
    }

    /** Address for a reader that calls through a gate. */
    String url(int gate) {
        return "jdbc:h2:tcp://127.0.0.1:" + gate + "/" + database;
    }

    /** Writes what has changed since an hour; all of it when there was none. */
    void write(@Nullable Instant since, Instant asOf) {
        try {
            for (View view : views) {
                boolean whole = view.timestamp.isEmpty();
                if (whole && since != null) {
                    empty(view);
                }
                write(view, whole ? null : since, asOf);
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException("演示前置库写入失败：" + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        try (connection;
                Statement statement = connection.createStatement()) {
            statement.execute("SHUTDOWN");
        } catch (SQLException alreadyDown) {
            // Shutting down closes the connection that asks for it.
        }
        server.stop();
    }

    private void create() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("create user " + USER + " password '" + PASSWORD + "'");
            for (View view : views) {
                String columns = view.feed.columns().stream()
                        .map(column -> column + type(view, column))
                        .collect(Collectors.joining(", "));
                String table = view.name + "_T";
                statement.execute("create table " + table + " (PLACE varchar, " + columns + ")");
                statement.execute("create index " + table + "_PLACE on " + table + " (PLACE)");
                statement.execute("create view " + view.name + " as select " + String.join(", ", view.feed.columns())
                        + " from " + table);
                statement.execute("comment on view " + view.name + " is '演示数据：企业均为虚构'");
                statement.execute("grant select on " + view.name + " to " + USER);
            }
            index(statement);
        }
        connection.setAutoCommit(false);
    }

    private void index(Statement statement) throws SQLException {
        for (View view : views) {
            if (!view.timestamp.isEmpty()) {
                statement.execute("create index " + view.name + "_AT on " + view.name + "_T (" + view.timestamp + ")");
            }
        }
    }

    private static String type(View view, String column) {
        return column.equals(view.timestamp) ? " timestamp" : " varchar";
    }

    private void write(View view, @Nullable Instant since, Instant asOf) throws SQLException {
        String marks = "?, ".repeat(view.feed.columns().size()) + "?";
        try (Stream<SourceRecord> records = view.feed.records(asOf);
                PreparedStatement delete =
                        connection.prepareStatement("delete from " + view.name + "_T where PLACE = ?");
                PreparedStatement insert =
                        connection.prepareStatement("insert into " + view.name + "_T values (" + marks + ")")) {
            Iterator<SourceRecord> changed = records.filter(
                            record -> since == null || !record.visibleFrom().isBefore(since))
                    .iterator();
            List<SourceRecord> batch = new ArrayList<>();
            while (changed.hasNext()) {
                batch.add(changed.next());
                if (batch.size() == BATCH || !changed.hasNext()) {
                    flush(view, since, batch, delete, insert);
                }
            }
        }
    }

    /** A list without times is written anew each hour; readers see the old one until then. */
    private void empty(View view) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("delete from " + view.name + "_T");
        }
    }

    private static void flush(
            View view,
            @Nullable Instant since,
            List<SourceRecord> batch,
            PreparedStatement delete,
            PreparedStatement insert)
            throws SQLException {
        for (SourceRecord record : batch) {
            if (since != null) {
                delete.setString(1, record.place());
                delete.addBatch();
            }
            fill(insert, view, record);
        }
        if (since != null) {
            delete.executeBatch();
        }
        insert.executeBatch();
        batch.clear();
    }

    private static void fill(PreparedStatement insert, View view, SourceRecord record) throws SQLException {
        insert.setString(1, record.place());
        int at = 2;
        for (String column : view.feed.columns()) {
            String value = record.sent().get(column);
            if (value != null && column.equals(view.timestamp)) {
                insert.setObject(at++, LocalDateTime.parse(value, SOURCE_TIME));
            } else {
                insert.setString(at++, value);
            }
        }
        insert.addBatch();
    }
}
