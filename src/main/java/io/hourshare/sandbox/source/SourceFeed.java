package io.hourshare.sandbox.source;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** What one department's system answers for one feed. */
public interface SourceFeed {

    /** Name of the feed, {@code department.feed}. */
    String id();

    /** Columns in the order of the source. */
    List<String> columns();

    /** All records that the system holds at an hour, in a stable order, derived one by one. */
    Stream<SourceRecord> records(Instant asOf);
}
