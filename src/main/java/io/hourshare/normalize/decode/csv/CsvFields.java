package io.hourshare.normalize.decode.csv;

import io.hourshare.normalize.decode.layout.FieldNames;
import io.hourshare.normalize.decode.row.FieldReader;
import io.hourshare.normalize.decode.row.RowBuffer;
import io.hourshare.normalize.decode.text.DamagedRecordException;
import io.hourshare.normalize.decode.text.Excerpts;
import io.hourshare.normalize.fault.Reason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the cells of one record into the columns that the header assigned. */
final class CsvFields implements FieldReader {

    private final CsvForm form;
    private final int[] columns;
    private final Excerpts excerpts;
    private final @Nullable UsualCells usual;

    /** @param columns output column of each cell, or {@link FieldNames#NONE} */
    CsvFields(CsvForm form, int[] columns, Excerpts excerpts) {
        this.form = form;
        this.columns = columns;
        this.excerpts = excerpts;
        this.usual = UsualCells.of(form, columns);
    }

    @Override
    public void read(byte[] record, RowBuffer row) {
        if (usual != null && usual.read(record, row)) {
            return;
        }
        byte[] utf8 = form.decoding().toUtf8(record);
        if (utf8 == null) {
            row.fail(Reason.BAD_ENCODING, excerpts.of(record));
            return;
        }
        try {
            cells(CsvCells.split(utf8, form.delimiter()), row);
        } catch (DamagedRecordException e) {
            row.fail(e.reason(), excerpts.of(record));
        }
    }

    private void cells(List<byte[]> cells, RowBuffer row) throws DamagedRecordException {
        if (cells.size() < columns.length || !isEmptyFrom(cells, columns.length)) {
            throw new DamagedRecordException(Reason.COLUMN_COUNT);
        }
        for (int i = 0; i < columns.length; i++) {
            if (columns[i] != FieldNames.NONE) {
                refuseNul(cells.get(i));
                row.field(columns[i], cells.get(i));
            }
        }
    }

    /** The record as a whole is known to be valid UTF-8. */
    private static void refuseNul(byte[] cell) throws DamagedRecordException {
        for (byte octet : cell) {
            if (octet == 0) {
                throw new DamagedRecordException(Reason.NUL_CHARACTER);
            }
        }
    }

    /** Some exports end each line with a delimiter too many. */
    private static boolean isEmptyFrom(List<byte[]> cells, int from) {
        for (int i = from; i < cells.size(); i++) {
            if (cells.get(i).length > 0) {
                return false;
            }
        }
        return true;
    }
}
