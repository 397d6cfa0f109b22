package io.hourshare.contract;

/** Types of the data contract (ODCS {@code logicalType}) with the column type that carries each. */
public enum LogicalType {
    STRING("VARCHAR"),
    DATE("DATE"),
    TIMESTAMP("TIMESTAMP"),
    NUMBER("DECIMAL(24,6)"),
    INTEGER("BIGINT"),
    BOOLEAN("BOOLEAN");

    private final String columnType;

    LogicalType(String columnType) {
        this.columnType = columnType;
    }

    /** Type of the Parquet and DuckDB column; timestamps are UTC without zone. */
    public String columnType() {
        return columnType;
    }
}
