package io.hourshare.pull.table;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.Map;
import org.apache.camel.component.sql.RowMapperFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.util.LinkedCaseInsensitiveMap;

/** Reads rows column by column, in the database's order and with the database's names; zoned times keep their zone. */
public final class ExactRows implements RowMapperFactory {

    @Override
    public RowMapper<?> newColumnRowMapper() {
        return (row, number) -> columns(row);
    }

    @Override
    public RowMapper<?> newBeanRowMapper(Class<?> bean) {
        return newColumnRowMapper();
    }

    private static Map<String, @Nullable Object> columns(ResultSet row) throws SQLException {
        ResultSetMetaData columns = row.getMetaData();
        Map<String, @Nullable Object> values = new LinkedCaseInsensitiveMap<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            values.put(JdbcUtils.lookupColumnName(columns, i), value(row, columns, i));
        }
        return values;
    }

    private static @Nullable Object value(ResultSet row, ResultSetMetaData columns, int index) throws SQLException {
        boolean zoned = columns.getColumnType(index) == Types.TIMESTAMP_WITH_TIMEZONE
                || columns.getColumnTypeName(index).equalsIgnoreCase("timestamptz");
        return zoned ? row.getObject(index, OffsetDateTime.class) : JdbcUtils.getResultSetValue(row, index);
    }
}
