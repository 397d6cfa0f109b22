package io.hourshare.engine;

import java.sql.SQLException;

/** DuckDB refused or failed; carries the statement's beginning. */
public final class EngineException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public EngineException(String sql, SQLException cause) {
        super(cause.getMessage() + " [" + sql.substring(0, Math.min(sql.length(), 400)) + "]", cause);
    }

    /** Whether the work did not fit into the memory that the engine may use. */
    public boolean isOutOfMemory() {
        String message = getMessage();
        return message != null && message.startsWith("Out of Memory Error");
    }
}
