package io.hourshare.contract;

/** Format of landed bytes. */
public enum SourceFormat {
    /** One JSON object a line, as the database route writes rows. */
    ROWS,
    JSON,
    CSV,
    XML,
    XLSX
}
