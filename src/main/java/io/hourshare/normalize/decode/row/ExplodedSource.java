package io.hourshare.normalize.decode.row;

import io.hourshare.normalize.decode.text.DamagedRecordException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows of records with a nested list; each row keeps the bytes of the whole record as its position. */
public final class ExplodedSource implements RecordSource {

    private final RecordSource records;
    private final Exploder exploder;
    private final Deque<RawRecord> rows = new ArrayDeque<>();

    public ExplodedSource(RecordSource records, Exploder exploder) {
        this.records = records;
        this.exploder = exploder;
    }

    @Override
    public @Nullable RawRecord next() throws IOException {
        if (rows.isEmpty()) {
            RawRecord record = records.next();
            if (!(record instanceof BytesRecord bytes) || bytes.damage() != null) {
                return record;
            }
            explode(bytes);
        }
        return rows.poll();
    }

    private void explode(BytesRecord record) {
        try {
            exploder.rows(record.bytes())
                    .forEach(values -> rows.add(row -> {
                        row.bytes(record.offset(), record.length(), record.line());
                        values.forEach(row::field);
                    }));
        } catch (DamagedRecordException e) {
            rows.add(row -> {
                row.bytes(record.offset(), record.length(), record.line());
                row.fail(e.reason(), record.excerpts().of(record.bytes()));
            });
        }
    }

    @Override
    public Map<String, String> headerUnits() {
        return records.headerUnits();
    }

    @Override
    public long framed() {
        return records.framed();
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
