package io.hourshare.normalize.decode.row;

import io.hourshare.engine.Engine;
import io.hourshare.engine.TableChunk;
import io.hourshare.engine.TableSource;
import io.hourshare.normalize.decode.text.UnreadableObjectException;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A landed object as a table in the object's order: position, what is wrong with the record as a whole, and what its
 * fields became. Rows that are not kept stand in {@link #setAside}, to be read afterwards.
 */
public final class DecodedObject implements TableSource, Closeable {

    /** Columns that stand before the source fields. */
    public static final String PROBLEM = "_problem";

    /** Records of one chunk hold about so many bytes at most. */
    private static final int WEIGHT = 4 << 20;

    private final RecordSource source;
    private final int fields;
    private final RowConversion conversion;
    private final int helpers;
    private final RowSpool aside;
    private final Supplier<List<String>> unknown;
    private long received;
    private @Nullable UnreadableObjectException unreadable;
    private @Nullable ReadAhead ahead;

    public DecodedObject(
            RecordSource source, int fields, RowConversion conversion, Supplier<List<String>> unknown, Engine engine) {
        this.source = source;
        this.fields = fields;
        this.conversion = conversion;
        this.unknown = unknown;
        this.helpers = engine.threads() - 1;
        this.aside = new RowSpool(engine.spill(), numbers(), texts());
    }

    @Override
    public List<String> numbers() {
        return List.of("_ordinal", "_offset", "_length", "_row");
    }

    @Override
    public List<String> texts() {
        List<String> texts = new ArrayList<>(List.of("_sheet", "_cells", PROBLEM));
        texts.addAll(conversion.columns());
        return texts;
    }

    /** One thread takes the chunks, so that they come in order; others decode ahead of it. */
    @Override
    public boolean parallel() {
        return false;
    }

    @Override
    public Filling filling() {
        return this::fill;
    }

    /** The rows that the conversion set aside, in order, with the same columns. */
    public TableSource setAside() {
        return aside;
    }

    public long setAsideRows() {
        return aside.rows();
    }

    /** Records framed so far, counted apart from any SQL. */
    public long received() {
        return received;
    }

    /** Records as the source itself counts them: a record whose nested list became several rows counts once. */
    public long framed() {
        return source.framed();
    }

    /** How the object's columns differ from those that were looked for, as far as it was read. */
    public SeenColumns seen() {
        SeenColumns header = source.seen();
        return new SeenColumns(
                Stream.concat(header.unknown().stream(), unknown.get().stream())
                        .distinct()
                        .sorted()
                        .toList(),
                header.absent());
    }

    /** @throws UnreadableObjectException where reading had to stop before the end */
    public void requireWhole() {
        if (unreadable != null) {
            throw unreadable;
        }
    }

    private int fill(TableChunk chunk) throws IOException {
        ReadAhead reading = ahead == null ? begin(chunk.capacity()) : ahead;
        int kept = 0;
        RowBuffer rows = reading.next();
        while (rows != null) {
            kept = rows.writeTo(chunk, aside);
            reading.release(rows);
            rows = kept == 0 ? reading.next() : null;
        }
        return kept;
    }

    private ReadAhead begin(int capacity) {
        int columns = conversion.columns().size();
        ReadAhead reading = new ReadAhead(
                () -> take(capacity),
                () -> new RowBuffer(capacity, fields, columns),
                () -> new ReadAhead.Hand(conversion.share(), new CellMemory(fields)),
                helpers);
        ahead = reading;
        return reading;
    }

    private ReadAhead.Frames take(int capacity) throws IOException {
        List<RawRecord> records = new ArrayList<>();
        int weight = 0;
        try {
            RawRecord record = unreadable == null ? source.next() : null;
            while (record != null) {
                records.add(record);
                weight += record.weight();
                record = records.size() < capacity && weight < WEIGHT ? source.next() : null;
            }
        } catch (UnreadableObjectException e) {
            unreadable = e; // must not cross the database's own error handling
        }
        long first = received;
        received += records.size();
        return new ReadAhead.Frames(first, records);
    }

    @Override
    public void close() throws IOException {
        try (RecordSource closing = source;
                RowSpool deleting = aside) {
            if (ahead != null) {
                ahead.close();
            }
        }
    }
}
