package io.hourshare.engine;

import org.duckdb.DuckDBDataChunkWriter;
import org.duckdb.DuckDBWritableVector;

/** Rows on their way into DuckDB, column by column; columns count from 0 in the order of {@link TableSource}. */
public final class TableChunk {

    /** Stands for null in a number column. */
    public static final long NONE = Long.MIN_VALUE;

    private final DuckDBDataChunkWriter writer;

    TableChunk(DuckDBDataChunkWriter writer) {
        this.writer = writer;
    }

    public int capacity() {
        return (int) writer.capacity();
    }

    public void numbers(int column, long[] values, int rows) {
        DuckDBWritableVector vector = writer.vector(column);
        for (int row = 0; row < rows; row++) {
            if (values[row] == NONE) {
                vector.setNull(row);
            } else {
                vector.setLong(row, values[row]);
            }
        }
    }

    /** Takes UTF-8 that is known to be valid; the array is as long as there are rows, a null element is null. */
    public void texts(int column, byte[][] values) {
        writer.vector(column).setStringUtf8Batch(0, values);
    }
}
