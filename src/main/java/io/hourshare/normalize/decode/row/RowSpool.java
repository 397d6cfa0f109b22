package io.hourshare.normalize.decode.row;

import io.hourshare.engine.TableChunk;
import io.hourshare.engine.TableSource;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows set aside, in their order, in a file: a broken delivery may set aside all that it holds. */
final class RowSpool implements TableSource, Closeable {

    private static final int NONE = -1;

    private final Path folder;
    private final List<String> numbers;
    private final List<String> texts;
    private final List<DataInputStream> readings = new ArrayList<>();
    private long rows;
    private @Nullable Path file;
    private @Nullable DataOutputStream out;

    RowSpool(Path folder, List<String> numbers, List<String> texts) {
        this.folder = folder;
        this.numbers = numbers;
        this.texts = texts;
    }

    void add(long[][] numberColumns, byte[][][][] textGroups, int row) throws IOException {
        DataOutputStream to = out == null ? create() : out;
        for (long[] column : numberColumns) {
            to.writeLong(column[row]);
        }
        for (byte[][][] group : textGroups) {
            for (byte[][] column : group) {
                to.writeInt(column[row] == null ? NONE : column[row].length);
                to.write(column[row] == null ? new byte[0] : column[row]);
            }
        }
        rows++;
    }

    private DataOutputStream create() throws IOException {
        Files.createDirectories(folder);
        Path created = Files.createTempFile(folder, ".aside", ".tmp");
        DataOutputStream to = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(created), 1 << 16));
        file = created;
        out = to;
        return to;
    }

    long rows() {
        return rows;
    }

    @Override
    public List<String> numbers() {
        return numbers;
    }

    @Override
    public List<String> texts() {
        return texts;
    }

    @Override
    public boolean parallel() {
        return false;
    }

    /** Each reading begins anew. */
    @Override
    public Filling filling() {
        return new Reading();
    }

    /** One reading of the spool. */
    private final class Reading implements Filling {

        private @Nullable DataInputStream in;

        @Override
        public int fill(TableChunk chunk) throws IOException {
            DataInputStream from = in == null ? open() : in;
            in = from;
            long[][] numberColumns = new long[numbers.size()][chunk.capacity()];
            byte[][][] textColumns = new byte[texts.size()][chunk.capacity()][];
            int count = 0;
            while (from != null && count < chunk.capacity() && read(from, numberColumns, textColumns, count)) {
                count++;
            }
            for (int i = 0; i < numberColumns.length; i++) {
                chunk.numbers(i, numberColumns[i], count);
            }
            for (int i = 0; i < textColumns.length; i++) {
                chunk.texts(numberColumns.length + i, Arrays.copyOf(textColumns[i], count));
            }
            return count;
        }
    }

    private @Nullable DataInputStream open() throws IOException {
        if (file == null || out == null) {
            return null;
        }
        out.flush();
        DataInputStream from = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16));
        readings.add(from);
        return from;
    }

    @SuppressWarnings("NullAway") // elements of an array of arrays cannot be declared nullable
    private static boolean read(DataInputStream from, long[][] numberColumns, byte[][][] textColumns, int row)
            throws IOException {
        try {
            numberColumns[0][row] = from.readLong();
        } catch (EOFException end) {
            return false;
        }
        for (int i = 1; i < numberColumns.length; i++) {
            numberColumns[i][row] = from.readLong();
        }
        for (byte[][] column : textColumns) {
            int length = from.readInt();
            column[row] = length == NONE ? null : from.readNBytes(length);
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        if (out != null) {
            out.close();
        }
        for (DataInputStream reading : readings) {
            reading.close();
        }
        if (file != null) {
            Files.deleteIfExists(file);
        }
    }
}
