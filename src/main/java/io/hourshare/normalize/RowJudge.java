package io.hourshare.normalize;

import io.hourshare.kernel.HourWindow;
import io.hourshare.normalize.convert.MappedField;
import io.hourshare.normalize.decode.row.Fate;
import io.hourshare.normalize.decode.row.RowChunk;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Gives each converted row its operation, version, key and digest, and decides its fate; used by one thread. */
final class RowJudge {

    /** {@code _keyless} is set where the key names nothing; {@code _excerpt} where the row is set aside. */
    static final List<String> COLUMNS =
            List.of("_op", "_source_time", "_key", "_hash", "_keyless", "_blocks", "_notes", "_excerpt");

    private static final byte[] YES = {'1'};
    private static final byte[] UPDATE = {'U'};
    private static final byte DELETE = 'D';
    private static final int DAY = 10;
    private static final byte[] MIDNIGHT = " 00:00:00".getBytes(StandardCharsets.US_ASCII);

    private final Places places;
    private final Function<@Nullable String[], String> excerpt;
    private final RowTally tally;
    private final RowIdentity identity = new RowIdentity();

    /**
     * Where a row's own columns stand.
     *
     * @param operation column of the source's operation, or -1
     * @param sourceTime column of the source's version, or -1
     * @param end version where the source gives none
     * @param canonical columns that make the digest
     * @param keys for each part of the key the columns that give it, in order of preference; those from {@code -2}
     *     down are source fields that no rule maps
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Places(int operation, int sourceTime, byte[] end, int[] canonical, List<int[]> keys) {

        static Places of(FeedMapping mapping, List<String> sources, HourWindow window) {
            List<MappedField> mapped = mapping.mapped();
            List<int[]> keys = mapping.key().parts().entrySet().stream()
                    .map(part -> part.getValue().isEmpty()
                            ? new int[] {-2 - sources.indexOf(part.getKey())}
                            : mapping.key().values(part.getKey()).stream()
                                    .mapToInt(mapped::indexOf)
                                    .toArray())
                    .toList();
            return new Places(
                    place(mapped, mapping.field(FeedMapping.OPERATION)),
                    place(mapped, mapping.field(FeedMapping.SOURCE_TIME)),
                    window.end().toString().replace("T", " ").replace("Z", "").getBytes(StandardCharsets.US_ASCII),
                    mapping.columns().stream().mapToInt(mapped::indexOf).toArray(),
                    keys);
        }

        private static int place(List<MappedField> mapped, Optional<MappedField> field) {
            return field.map(mapped::indexOf).orElse(-1);
        }
    }

    RowJudge(Places places, Function<@Nullable String[], String> excerpt, RowTally tally) {
        this.places = places;
        this.excerpt = excerpt;
        this.tally = tally;
    }

    /** @param from first of {@link #COLUMNS} among the converted ones */
    void judge(RowChunk chunk, RowFaults faults, int from) {
        byte[][][] own = Arrays.copyOfRange(chunk.converted(), from, from + COLUMNS.size());
        byte[][][] canonical = columns(places.canonical(), chunk);
        byte[][][] keys = keys(chunk);
        for (int row = 0; row < chunk.rows(); row++) {
            if (chunk.fates()[row] != Fate.KEPT) {
                continue; // nobody asks for it
            }
            own[0][row] = operation(chunk, row);
            own[1][row] = sourceTime(chunk, row);
            own[3][row] = identity.hash(own[0][row], own[1][row], canonical, row);
            own[2][row] = keys.length == 0 ? own[3][row] : identity.key(keys, row);
            own[4][row] = RowIdentity.isEmpty(own[2][row]) ? YES : null;
            own[5][row] = faults.blocks(row);
            own[6][row] = faults.notes(row);
            decide(chunk, faults, row, own);
        }
    }

    private void decide(RowChunk chunk, RowFaults faults, int row, byte[][][] own) {
        boolean deletion = own[0][row].length == 1 && own[0][row][0] == DELETE;
        boolean blocked = own[5][row] != null && !deletion;
        if (faults.isDropped(row)) {
            chunk.fates()[row] = Fate.DROPPED;
            tally.drop();
        } else if (chunk.damaged()[row] || own[4][row] != null || faults.isKeyBlocked(row) || blocked) {
            chunk.fates()[row] = Fate.SET_ASIDE;
            if (chunk.damaged()[row]) {
                tally.damage();
            }
            own[7][row] = own[5][row] == null ? null : excerpt(chunk.fields(), row);
        } else {
            tally.accept(deletion, faults.noted(row));
        }
    }

    private byte[] operation(RowChunk chunk, int row) {
        byte[] operation = places.operation() < 0 ? null : chunk.converted()[places.operation()][row];
        return operation == null ? UPDATE : operation;
    }

    /** As the database writes a moment out: without zeros at the end of the fraction. */
    private byte[] sourceTime(RowChunk chunk, int row) {
        byte[] moment = places.sourceTime() < 0 ? null : chunk.converted()[places.sourceTime()][row];
        if (moment == null) {
            return places.end();
        }
        if (moment.length == DAY) {
            byte[] midnight = Arrays.copyOf(moment, DAY + MIDNIGHT.length);
            System.arraycopy(MIDNIGHT, 0, midnight, DAY, MIDNIGHT.length);
            return midnight;
        }
        int end = moment.length;
        while (end > DAY + MIDNIGHT.length && moment[end - 1] == '0') {
            end--;
        }
        return Arrays.copyOf(moment, end > DAY && moment[end - 1] == '.' ? end - 1 : end);
    }

    private static byte[][][] columns(int[] places, RowChunk chunk) {
        return IntStream.of(places).mapToObj(place -> chunk.converted()[place]).toArray(byte[][][]::new);
    }

    private byte[][][] keys(RowChunk chunk) {
        return places.keys().stream()
                .map(part -> part[0] >= 0
                        ? first(columns(part, chunk), chunk.rows())
                        : trimmed(chunk.fields()[-2 - part[0]], chunk.damaged(), chunk.rows()))
                .toArray(byte[][][]::new);
    }

    /** By row, the first that is there. */
    private static byte[][] first(byte[][][] columns, int rows) {
        byte[][] first = columns.length == 1 ? columns[0] : columns[0].clone();
        for (int i = 1; i < columns.length; i++) {
            for (int row = 0; row < rows; row++) {
                if (first[row] == null) {
                    first[row] = columns[i][row];
                }
            }
        }
        return first;
    }

    @SuppressWarnings("NullAway") // elements of an array of arrays cannot be declared nullable
    private static byte[][] trimmed(byte[][] texts, boolean[] damaged, int rows) {
        byte[][] trimmed = new byte[rows][];
        for (int row = 0; row < rows; row++) {
            byte[] text = texts[row];
            trimmed[row] = text == null || damaged[row] ? text : trimmed(text);
        }
        return trimmed;
    }

    private static byte[] trimmed(byte[] text) {
        int from = 0;
        int end = text.length;
        while (from < end && text[from] == ' ') {
            from++;
        }
        while (end > from && text[end - 1] == ' ') {
            end--;
        }
        return Arrays.copyOfRange(text, from, end);
    }

    private byte[] excerpt(byte[][][] fields, int row) {
        @Nullable String[] values = new String[fields.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = fields[i][row] == null ? null : new String(fields[i][row], StandardCharsets.UTF_8);
        }
        return excerpt.apply(values).getBytes(StandardCharsets.UTF_8);
    }
}
