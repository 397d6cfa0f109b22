package io.hourshare.normalize.decode.json;

import io.hourshare.normalize.decode.layout.FieldNames;
import io.hourshare.normalize.decode.row.FieldReader;
import io.hourshare.normalize.decode.row.RowBuffer;
import io.hourshare.normalize.decode.text.DamagedRecordException;
import io.hourshare.normalize.decode.text.Excerpts;
import io.hourshare.normalize.decode.text.TextDecoding;
import io.hourshare.normalize.fault.Reason;

/** Reads the members of a JSON object as text; text without escapes is copied as it stands. */
final class JsonFields implements FieldReader {

    private final FieldNames names;
    private final TextDecoding decoding;
    private final Excerpts excerpts;
    private final int depth;

    JsonFields(FieldNames names, TextDecoding decoding, Excerpts excerpts, int depth) {
        this.names = names;
        this.decoding = decoding;
        this.excerpts = excerpts;
        this.depth = depth;
    }

    @Override
    public void read(byte[] record, RowBuffer row) {
        byte[] utf8 = decoding.isUtf8() ? record : decoding.toUtf8(record);
        if (utf8 == null) {
            row.fail(Reason.BAD_ENCODING, excerpts.of(record));
            return;
        }
        try {
            new JsonScan(utf8, names, row, depth).record();
        } catch (DamagedRecordException e) {
            row.fail(e.reason(), excerpts.of(record));
        }
    }
}
