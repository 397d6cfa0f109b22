package io.hourshare.normalize;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.KeyValue;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Util;

/**
 * What a Parquet file says of itself, read by parquet-java: a reader that shares no code with the writer.
 *
 * @param notes key-value metadata
 */
record PartFooter(long rows, List<String> columns, Map<String, String> notes) {

    private static final String MAGIC = "PAR1";
    private static final int TAIL = 8;

    static PartFooter read(Path file) throws IOException {
        FileMetaData metadata = metadata(file);
        List<String> columns = Objects.requireNonNull(metadata.getSchema()).stream()
                .skip(1) // the root
                .map(SchemaElement::getName)
                .toList();
        Map<String, String> notes = new HashMap<>();
        List<KeyValue> pairs = metadata.getKey_value_metadata();
        if (pairs != null) {
            pairs.forEach(note -> notes.put(note.getKey(), note.getValue()));
        }
        return new PartFooter(metadata.getNum_rows(), columns, notes);
    }

    /** A count that the writer noted. */
    /** A note that older files do not have. */
    String note(String name, String otherwise) {
        return notes.getOrDefault(name, otherwise);
    }

    /** A note of one entry a line. */
    List<String> lines(String name) {
        return note(name, "").lines().toList();
    }

    long note(String name) {
        String note = notes.get(name);
        if (note == null) {
            throw new IllegalStateException("Footer has no note " + name);
        }
        return Long.parseLong(note);
    }

    /** Adds notes to a file that has none yet; what a pass has counted is known only when the file is written. */
    static void annotate(Path file, Map<String, String> notes) throws IOException {
        FileMetaData metadata = metadata(file);
        new TreeMap<>(notes).forEach((name, value) -> {
            KeyValue note = new KeyValue(name);
            note.setValue(value);
            metadata.addToKey_value_metadata(note);
        });
        ByteArrayOutputStream footer = new ByteArrayOutputStream();
        Util.writeFileMetaData(metadata, footer);
        ByteBuffer tail = ByteBuffer.allocate(footer.size() + TAIL).order(ByteOrder.LITTLE_ENDIAN);
        tail.put(footer.toByteArray())
                .putInt(footer.size())
                .put(MAGIC.getBytes(StandardCharsets.US_ASCII))
                .flip();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            long start = start(channel);
            channel.truncate(start);
            channel.position(start);
            while (tail.hasRemaining()) {
                channel.write(tail);
            }
        }
    }

    private static FileMetaData metadata(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long start = start(channel);
            ByteBuffer footer = read(channel, start, (int) (channel.size() - TAIL - start));
            return Util.readFileMetaData(new ByteArrayInputStream(footer.array()));
        }
    }

    /** Where the footer begins. */
    private static long start(FileChannel channel) throws IOException {
        ByteBuffer tail = read(channel, channel.size() - TAIL, TAIL).order(ByteOrder.LITTLE_ENDIAN);
        int length = tail.getInt();
        byte[] magic = new byte[MAGIC.length()];
        tail.get(magic);
        if (!MAGIC.equals(new String(magic, StandardCharsets.US_ASCII))) {
            throw new IOException("Not a Parquet file");
        }
        return channel.size() - TAIL - length;
    }

    private static ByteBuffer read(FileChannel channel, long from, int length) throws IOException {
        if (from < 0 || length < 0) {
            throw new IOException("Parquet footer is truncated");
        }
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining() && channel.read(bytes, from + bytes.position()) >= 0) {
            continue;
        }
        return bytes.flip();
    }
}
