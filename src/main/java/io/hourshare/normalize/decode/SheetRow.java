package io.hourshare.normalize.decode;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * One row of a sheet as a record.
 *
 * @param values by output column
 * @param cells JSON object from source field to column letter
 */
record SheetRow(String sheet, int number, @Nullable String[] values, String cells) implements RawRecord {

    @Override
    public void read(RowBuffer row) {
        row.cells(sheet, number, cells);
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
