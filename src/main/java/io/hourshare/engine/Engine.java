package io.hourshare.engine;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;

/** Opens DuckDB sessions with our limits: bounded memory and threads, UTC, no extension is ever fetched. */
public final class Engine {

    private final EngineSettings settings;
    private final Path spill;

    /** @param spill folder for temporary files, outside the places that hold results */
    public Engine(EngineSettings settings, Path spill) {
        this.settings = settings;
        this.spill = spill;
    }

    /** A session of its own in memory, for work on Parquet files. */
    public Session open() {
        return open("jdbc:duckdb:", List.of());
    }

    /** A session on a new database file; the file must not exist. */
    public Session create(Path file) {
        return open("jdbc:duckdb:" + file, List.of());
    }

    private Session open(String url, List<String> further) {
        Properties properties = new Properties();
        properties.setProperty("memory_limit", settings.memory());
        properties.setProperty("threads", Integer.toString(settings.threads()));
        properties.setProperty("temp_directory", spill.toString());
        properties.setProperty("autoinstall_known_extensions", "false");
        properties.setProperty("autoload_known_extensions", "false");
        Connection connection = null;
        try {
            connection = DriverManager.getConnection(url, properties);
            try (Statement statement = connection.createStatement()) {
                statement.execute("set TimeZone = 'UTC'");
                for (String sql : further) {
                    statement.execute(sql);
                }
            }
            return new Session(connection);
        } catch (SQLException e) {
            throw new EngineException("open " + url, e);
        }
    }
}
