package io.hourshare.pull.table;

import io.hourshare.pull.PullSettings;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.time.Duration;
import java.util.Properties;
import org.springframework.jdbc.datasource.AbstractDataSource;

/**
 * Connections to a department's database: read only, a fresh one each time, never waiting for ever.
 *
 * <p>Auto-commit is off because PostgreSQL otherwise reads a whole result into memory whatever the fetch size.
 */
public final class SourceDatabase extends AbstractDataSource {

    private final String url;
    private final String user;
    private final String password;
    private final PullSettings settings;

    public SourceDatabase(String url, String user, String password, PullSettings settings) {
        this.url = url;
        this.user = user;
        this.password = password;
        this.settings = settings;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return getConnection(user, password);
    }

    @Override
    public Connection getConnection(String username, String secret) throws SQLException {
        Connection connection = DriverManager.getConnection(url, properties(username, secret));
        try {
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            limit(connection, settings.readTimeout());
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private Properties properties(String username, String secret) {
        Properties properties = new Properties();
        if (!username.isEmpty()) {
            properties.setProperty("user", username);
            properties.setProperty("password", secret);
        }
        if (url.startsWith("jdbc:postgresql:")) {
            properties.setProperty(
                    "connectTimeout", Long.toString(settings.connectTimeout().toSeconds()));
            properties.setProperty(
                    "socketTimeout", Long.toString(settings.readTimeout().toSeconds()));
        }
        return properties;
    }

    private static void limit(Connection connection, Duration silence) throws SQLException {
        try {
            connection.setNetworkTimeout(Runnable::run, (int) silence.toMillis());
        } catch (SQLFeatureNotSupportedException | AbstractMethodError e) {
            // Drivers without it are bounded by the statement's own timeout.
            return;
        }
    }
}
