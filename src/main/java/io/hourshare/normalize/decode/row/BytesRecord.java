package io.hourshare.normalize.decode.row;

import io.hourshare.normalize.decode.text.Excerpts;
import io.hourshare.normalize.fault.Reason;
import org.jspecify.annotations.Nullable;

/**
 * A record that is a range of bytes.
 *
 * @param bytes the record's bytes, or its beginning where it is damaged
 * @param line one-based line it begins on, or {@code TableChunk.NONE}
 * @param damage why the bytes are no readable record, where they are not
 */
public record BytesRecord(
        long offset,
        long length,
        long line,
        byte[] bytes,
        @Nullable Reason damage,
        FieldReader fields,
        Excerpts excerpts)
        implements RawRecord {

    @Override
    public int weight() {
        return bytes.length;
    }

    @Override
    public void read(RowBuffer row) {
        row.bytes(offset, length, line);
        if (damage == null) {
            fields.read(bytes, row);
        } else {
            row.fail(damage, excerpts.of(bytes));
        }
    }
}
