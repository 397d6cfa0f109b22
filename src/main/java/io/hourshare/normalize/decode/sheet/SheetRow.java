package io.hourshare.normalize.decode.sheet;

import io.hourshare.normalize.decode.row.RawRecord;
import io.hourshare.normalize.decode.row.RowBuffer;
import io.hourshare.normalize.decode.text.DamagedRecordException;
import io.hourshare.normalize.decode.text.JsonText;
import io.hourshare.normalize.fault.Reason;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * One row of a sheet as a record.
 *
 * @param values by output column
 * @param cells JSON object from source field to column letter
 * @param hidden what to do with it where the sheet hides it
 */
record SheetRow(String sheet, int number, @Nullable String[] values, String cells, HiddenRows hidden)
        implements RawRecord {

    @Override
    public void read(RowBuffer row) {
        row.cells(sheet, number, cells);
        if (hidden == HiddenRows.WARN) {
            row.note(Reason.HIDDEN_ROW);
        } else if (hidden == HiddenRows.QUARANTINE) {
            row.fail(Reason.HIDDEN_ROW, "");
        }
        for (int column = 0; column < values.length; column++) {
            String value = values[column];
            if (value != null) {
                byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
                try {
                    JsonText.refuseLoneSurrogates(value);
                    JsonText.check(utf8, 0, utf8.length);
                    row.field(column, utf8);
                } catch (DamagedRecordException e) {
                    row.fail(e.reason(), "");
                }
            }
        }
    }
}
