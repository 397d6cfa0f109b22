package io.hourshare.engine;

import java.io.IOException;
import java.util.List;

/** A table that Java fills chunk by chunk: number columns first, then text columns. */
public interface TableSource {

    /** Names of the BIGINT columns. */
    List<String> numbers();

    /** Names of the VARCHAR columns that follow them. */
    List<String> texts();

    /** Whether several threads may fill chunks at once; row order is then up to the query. */
    boolean parallel();

    /** Called once a thread. */
    Filling filling();

    /** One thread's part of the work. */
    @FunctionalInterface
    interface Filling {

        /** Fills up to {@link TableChunk#capacity} rows and answers how many; 0 ends this thread's part. */
        int fill(TableChunk chunk) throws IOException;
    }
}
