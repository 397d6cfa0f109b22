package io.hourshare.engine;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Statements of a reading session, prepared once: planning a lookup costs as much as answering it. A statement that
 * failed is closed by its driver and therefore forgotten.
 */
final class KeptStatements implements AutoCloseable {

    private static final int MOST = 32;

    private final Connection connection;
    private final Map<String, PreparedStatement> statements = new LinkedHashMap<>(MOST, 0.75f, true);

    KeptStatements(Connection connection) {
        this.connection = connection;
    }

    <T> List<T> query(String sql, Session.RowReader<T> reader, @Nullable Object... parameters) throws SQLException {
        PreparedStatement statement = statement(sql);
        try {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            List<T> result = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    result.add(reader.read(rows));
                }
            }
            return result;
        } catch (SQLException | RuntimeException e) {
            statements.remove(sql);
            statement.close();
            throw e;
        }
    }

    private PreparedStatement statement(String sql) throws SQLException {
        PreparedStatement known = statements.get(sql);
        if (known != null) {
            return known;
        }
        if (statements.size() >= MOST) {
            Iterator<PreparedStatement> eldest = statements.values().iterator();
            eldest.next().close();
            eldest.remove();
        }
        PreparedStatement fresh = connection.prepareStatement(sql);
        statements.put(sql, fresh);
        return fresh;
    }

    @Override
    public void close() throws SQLException {
        for (PreparedStatement statement : statements.values()) {
            statement.close();
        }
        statements.clear();
    }
}
