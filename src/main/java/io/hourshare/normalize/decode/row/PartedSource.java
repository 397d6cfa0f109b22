package io.hourshare.normalize.decode.row;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Several rows of one record of another source; the rest is as that source says. */
public abstract class PartedSource implements RecordSource {

    private final RecordSource records;
    private final Deque<RawRecord> rows = new ArrayDeque<>();

    protected PartedSource(RecordSource records) {
        this.records = records;
    }

    /** The rows of one record in their order, at least one. */
    protected abstract List<RawRecord> rows(RawRecord record) throws IOException;

    @Override
    public final @Nullable RawRecord next() throws IOException {
        if (rows.isEmpty()) {
            RawRecord record = records.next();
            if (record == null) {
                return null;
            }
            rows.addAll(rows(record));
        }
        return rows.poll();
    }

    @Override
    public final Map<String, String> headerUnits() {
        return records.headerUnits();
    }

    @Override
    public SeenColumns seen() {
        return records.seen();
    }

    @Override
    public final long framed() {
        return records.framed();
    }

    @Override
    public final void close() throws IOException {
        records.close();
    }
}
