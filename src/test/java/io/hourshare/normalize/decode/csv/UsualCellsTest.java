package io.hourshare.normalize.decode.csv;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.normalize.decode.layout.FieldNames;
import io.hourshare.normalize.decode.row.CellMemory;
import io.hourshare.normalize.decode.row.RowBuffer;
import io.hourshare.normalize.decode.text.DamagedRecordException;
import io.hourshare.normalize.decode.text.TextDecoding;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The short way may give up, but never differ: random records between the usual and the broken are read both ways. */
class UsualCellsTest {

    private static final int RECORDS = 60_000;
    private static final int[] COLUMNS = {2, 0, FieldNames.NONE, 1};
    private static final List<String> PIECES =
            List.of("平湖", "存续", "330482", "K", "2024-03-05", " ", "·", "é", "𠮷", "科技有限公司", "丂乗", "，", "\n", "~");

    @ParameterizedTest
    @CsvSource({"GB18030, ','", "GB18030, '|'", "UTF-8, ','", "UTF-8, ';'"})
    void everyRecordIsReadAsTheLongWayReadsIt(String charset, char delimiter) throws DamagedRecordException {
        TextDecoding decoding = TextDecoding.of(charset);
        CsvForm form = new CsvForm(delimiter, decoding, decoding.isDoubleByte());
        UsualCells usual = UsualCells.of(form, COLUMNS);
        CellMemory memory = new CellMemory(3);
        Random random = new Random(29);
        int read = 0;
        for (int i = 0; i < RECORDS; i++) {
            byte[] record = record(random, Charset.forName(charset), delimiter);
            RowBuffer row = new RowBuffer(1, 3, 0);
            row.remember(memory);
            row.begin(i);
            if (usual.read(record, row)) {
                assertThat(fields(row)).as(Arrays.toString(record)).isDeepEqualTo(longWay(form, record));
                read++;
            } else {
                assertThat(Arrays.asList(fields(row))).containsOnlyNulls();
            }
        }
        assertThat(read).isBetween(RECORDS / 10, RECORDS / 10 * 9);
    }

    private static byte[][] fields(RowBuffer row) {
        return new byte[][] {row.field(0), row.field(1), row.field(2)};
    }

    private static byte[][] longWay(CsvForm form, byte[] record) throws DamagedRecordException {
        byte[] utf8 = form.decoding().toUtf8(record);
        assertThat(utf8).isNotNull();
        List<byte[]> cells = CsvCells.split(utf8, form.delimiter());
        assertThat(cells.subList(COLUMNS.length, cells.size())).allMatch(cell -> cell.length == 0);
        byte[][] fields = new byte[3][];
        for (int i = 0; i < COLUMNS.length; i++) {
            if (COLUMNS[i] != FieldNames.NONE) {
                fields[COLUMNS[i]] = cells.get(i);
                assertThat(cells.get(i)).doesNotContain(0);
            }
        }
        return fields;
    }

    private static byte[] record(Random random, Charset charset, char delimiter) {
        ByteArrayOutputStream record = new ByteArrayOutputStream();
        int cells = random.nextInt(5) == 0 ? 1 + random.nextInt(6) : COLUMNS.length;
        for (int cell = 0; cell < cells; cell++) {
            if (cell > 0) {
                record.write(delimiter);
            }
            String quote = random.nextInt(6) == 0 ? "\"" : "";
            record.writeBytes(quote.getBytes(charset));
            for (int pieces = random.nextInt(8) == 0 ? 25 : random.nextInt(3); pieces > 0; pieces--) {
                record.writeBytes(PIECES.get(random.nextInt(PIECES.size())).getBytes(charset));
            }
            if (random.nextInt(40) == 0) {
                record.write(random.nextInt(256)); // a broken pair, a quote, a NUL, a delimiter too many
            }
            record.writeBytes(quote.getBytes(charset));
        }
        return record.toByteArray();
    }
}
