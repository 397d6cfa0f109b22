package io.hourshare.engine;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;

/** Opens DuckDB sessions with our limits: bounded memory and threads, UTC, no extension is ever fetched. */
public final class Engine {

    /** A lookup is fastest on one thread; more only add waiting for each other. */
    private static final String READER_THREADS = "1";

    private static final String READER_MEMORY = "512MB";

    /** A multiple of 2,048; of the longest texts, parts of documents, some ten megabytes. */
    private static final int ROWS_TOGETHER = 8_192;

    private static final String IN_MEMORY = "jdbc:duckdb:";
    private static final String NOTHING = "':memory:'";

    /** Bytes of files that one session read must not answer the next. */
    private static final List<String> CACHELESS = List.of("set enable_external_file_cache = false");

    private static final AtomicBoolean LOADED = new AtomicBoolean();

    /** Of the process: many engines of a short life must not keep instances each. */
    private static final IdleInstances IDLE = new IdleInstances();

    private final EngineSettings settings;
    private final Path spill;

    /** @param spill folder for temporary files, outside the places that hold results */
    public Engine(EngineSettings settings, Path spill) {
        this.settings = settings;
        this.spill = spill;
    }

    /** How many threads a session may use. */
    public int threads() {
        return settings.threads();
    }

    /** Folder for temporary files, outside the places that hold results. */
    public Path spill() {
        return spill;
    }

    /** A session of its own in memory, for work on Parquet files. */
    public Session open() {
        return openInMemory(settings.threads(), NOTHING, "");
    }

    /**
     * As {@link #open}, with one thread: rows that must keep their order pass through one, and a second would only ask
     * over and over whether it has finished.
     */
    public Session openSingle() {
        return openInMemory(1, NOTHING, "");
    }

    private Session openInMemory(int threads, String database, String options) {
        Properties limits = limits(Map.of("threads", Integer.toString(threads)));
        Instance instance =
                IDLE.take(limits).orElseGet(() -> new Instance(connect(IN_MEMORY, limits, CACHELESS), threads));
        try {
            return instance.session(database, options, reusable -> {
                if (reusable && instance.isClean()) {
                    IDLE.keep(limits, instance);
                } else {
                    instance.close();
                }
            });
        } catch (SQLException e) {
            instance.close();
            throw new EngineException("open", e);
        }
    }

    /** As {@link #open}, with a finished file as the database: for one look at it, not for readers that stay. */
    public Session look(Path file) {
        return openInMemory(settings.threads(), Sql.literal(file.toString()), "(read_only)");
    }

    /** A session on a new database file; the file must not exist. */
    public Session create(Path file) {
        return open("jdbc:duckdb:" + file, List.of());
    }

    /**
     * A session on a database file that clients from the given version on can open; the file is made where there is none.
     * Rows lie in small groups, so that a few that come or go make little be written again.
     *
     * @param storageVersion for example {@code v1.4.0}; the newest format opens in no older client
     */
    public Session create(Path file, String storageVersion) {
        return openInMemory(
                settings.threads(),
                Sql.literal(file.toString()),
                "(storage_version " + Sql.literal(storageVersion) + ", row_group_size " + ROWS_TOGETHER + ")");
    }

    /**
     * A session that can only read a finished file: no writing, no other file, no setting can be changed.
     *
     * <p>Use {@link Session#duplicate()} for further sessions on the same file.
     */
    public Session openReadOnly(Path file) {
        Map<String, String> properties = Map.of(
                "access_mode",
                "read_only",
                "enable_external_access",
                "false",
                "threads",
                READER_THREADS,
                "memory_limit",
                READER_MEMORY);
        return open("jdbc:duckdb:" + file, properties, List.of("set lock_configuration = true"));
    }

    private Session open(String url, List<String> further) {
        return open(url, Map.of(), further);
    }

    private Session open(String url, Map<String, String> special, List<String> further) {
        return new Session(
                connect(url, limits(special), further),
                settings.threads(),
                "read_only".equals(special.get("access_mode")));
    }

    private Properties limits(Map<String, String> special) {
        Properties properties = new Properties();
        properties.setProperty("memory_limit", settings.memory());
        properties.setProperty("threads", Integer.toString(settings.threads()));
        properties.setProperty("temp_directory", spill.toString());
        properties.setProperty("autoinstall_known_extensions", "false");
        properties.setProperty("autoload_known_extensions", "false");
        special.forEach(properties::setProperty);
        return properties;
    }

    private static Connection connect(String url, Properties properties, List<String> further) {
        try {
            Connection connection = DriverManager.getConnection(url, properties);
            configure(connection, further);
            if (LOADED.compareAndSet(false, true)) {
                NativeCopy.unlink();
            }
            return connection;
        } catch (SQLException e) {
            throw new EngineException("open " + url, e);
        }
    }

    /** A file that this process reads already is one instance, whose settings are locked as they should be. */
    private static void configure(Connection connection, List<String> further) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet locked = statement.executeQuery("select current_setting('lock_configuration')")) {
            if (locked.next() && locked.getBoolean(1)) {
                return;
            }
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("set global TimeZone = 'UTC'");
            for (String sql : further) {
                statement.execute(sql);
            }
        }
    }
}
