package io.hourshare.normalize.decode.row;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Records of one landed object in their order; used by one thread at a time. */
public interface RecordSource extends Closeable {

    /** The next record, or null at the end. */
    @Nullable
    RawRecord next() throws IOException;

    /** Units that the header states, by source field: {@code 注册资本（万元）} gives {@code 万元}. */
    default Map<String, String> headerUnits() {
        return Map.of();
    }

    /** What the header says of columns; a format without a header learns them record by record. */
    default SeenColumns seen() {
        return new SeenColumns(List.of(), List.of());
    }

    /** Records that the source would count: fewer than rows where nested lists are exploded. */
    long framed();
}
