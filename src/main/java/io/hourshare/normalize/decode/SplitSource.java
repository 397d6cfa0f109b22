package io.hourshare.normalize.decode;

import io.hourshare.normalize.convert.SeveralNames;
import io.hourshare.normalize.decode.layout.FieldNames;
import io.hourshare.normalize.decode.layout.Layout;
import io.hourshare.normalize.decode.row.Exploder;
import io.hourshare.normalize.decode.row.PartedSource;
import io.hourshare.normalize.decode.row.RawRecord;
import io.hourshare.normalize.decode.row.RecordSource;
import io.hourshare.normalize.decode.row.RowBuffer;
import io.hourshare.normalize.decode.row.SeenColumns;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One row of each enterprise where a cell names several; each keeps the position of the whole record. */
final class SplitSource extends PartedSource {

    private static final byte[] NOTHING = new byte[0];

    /** No list within a record is longer, so that parts of its members never meet. */
    private static final int LIST = 1000;

    private final int fields;
    private final int[] columns;
    private final int index;

    private SplitSource(RecordSource records, int fields, int[] columns, int index) {
        super(records);
        this.fields = fields;
        this.columns = columns;
        this.index = index;
    }

    /** The source as it is, unless the job names the column to split, and those that go with it. */
    static RecordSource of(RecordSource records, Layout layout, FieldNames names) {
        String split = layout.option("split", "");
        int[] columns = Arrays.stream(split.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .mapToInt(names::column)
                .filter(column -> column != FieldNames.NONE)
                .toArray();
        return columns.length == 0
                ? records
                : new SplitSource(records, layout.columns().size(), columns, names.column(Exploder.INDEX));
    }

    @Override
    protected List<RawRecord> rows(RawRecord record) {
        RowBuffer read = new RowBuffer(1, fields, 0);
        read.begin(0);
        record.read(read);
        byte[] cell = read.field(columns[0]);
        List<String> names = cell == null ? List.of() : SeveralNames.of(new String(cell, StandardCharsets.UTF_8));
        if (names.size() < 2) {
            return List.of(record);
        }
        List<Map<Integer, byte[]>> parts = new ArrayList<>();
        names.forEach(name -> parts.add(new HashMap<>(Map.of(columns[0], bytes(SeveralNames.MARK + name)))));
        for (int column : Arrays.copyOfRange(columns, 1, columns.length)) {
            byte[] beside = read.field(column);
            List<String> values = beside == null
                    ? List.of()
                    : SeveralNames.beside(new String(beside, StandardCharsets.UTF_8), names.size());
            for (int i = 0; i < names.size(); i++) {
                parts.get(i).put(column, values.isEmpty() ? NOTHING : bytes(values.get(i)));
            }
        }
        if (index != FieldNames.NONE) {
            number(parts, read.field(index));
        }
        return parts.stream()
                .map(part -> (RawRecord) row -> part(record, part, row))
                .toList();
    }

    /** @param place of the whole record in a list that it was taken from, where it was: the first part keeps it */
    private void number(List<Map<Integer, byte[]>> parts, byte @Nullable [] place) {
        int first = place == null ? 1 : Integer.parseInt(new String(place, StandardCharsets.US_ASCII));
        int step = place == null ? 1 : LIST;
        for (int i = 0; i < parts.size(); i++) {
            parts.get(i).put(index, bytes(Integer.toString(first + i * step)));
        }
    }

    private static void part(RawRecord record, Map<Integer, byte[]> part, RowBuffer row) {
        record.read(row);
        part.forEach((column, value) -> row.field(column, value.length == 0 ? null : value));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The place of a part is given here: no heading has it, and none lacks it. */
    @Override
    public SeenColumns seen() {
        SeenColumns header = super.seen();
        return new SeenColumns(
                header.unknown(),
                header.absent().stream()
                        .filter(column -> !column.equals(Exploder.INDEX))
                        .toList());
    }
}
