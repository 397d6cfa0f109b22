package io.hourshare.normalize.decode.row;

import io.hourshare.normalize.decode.text.DamagedRecordException;
import java.util.ArrayList;
import java.util.List;

/** Rows of records with a nested list; each row keeps the bytes of the whole record as its position. */
public final class ExplodedSource extends PartedSource {

    private final Exploder exploder;

    public ExplodedSource(RecordSource records, Exploder exploder) {
        super(records);
        this.exploder = exploder;
    }

    @Override
    protected List<RawRecord> rows(RawRecord record) {
        return record instanceof BytesRecord bytes && bytes.damage() == null ? exploded(bytes) : List.of(record);
    }

    private List<RawRecord> exploded(BytesRecord record) {
        List<RawRecord> rows = new ArrayList<>();
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
        return rows;
    }
}
