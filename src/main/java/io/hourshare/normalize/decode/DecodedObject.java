package io.hourshare.normalize.decode;

import io.hourshare.engine.TableChunk;
import io.hourshare.engine.TableSource;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A landed object as a table: position, what is wrong with the record as a whole, and what its fields became. */
public final class DecodedObject implements TableSource, Closeable {

    /** Columns that stand before the source fields. */
    public static final String PROBLEM = "_problem";

    private final RecordSource source;
    private final int fields;
    private final RowConversion conversion;
    private long received;
    private @Nullable UnreadableObjectException unreadable;

    DecodedObject(RecordSource source, int fields, RowConversion conversion) {
        this.source = source;
        this.fields = fields;
        this.conversion = conversion;
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

    @Override
    public boolean parallel() {
        return true;
    }

    @Override
    public Filling filling() {
        return new Part();
    }

    /** Records handed out so far, counted where they are framed, apart from any SQL. */
    public synchronized long received() {
        return received;
    }

    /** Records as the source itself counts them: a record whose nested list became several rows counts once. */
    public synchronized long framed() {
        return source.framed();
    }

    /** @throws UnreadableObjectException where reading had to stop before the end */
    public synchronized void requireWhole() {
        if (unreadable != null) {
            throw unreadable;
        }
    }

    private synchronized int take(RawRecord[] records) throws IOException {
        int taken = 0;
        try {
            RawRecord record = unreadable == null ? source.next() : null;
            while (record != null) {
                records[taken++] = record;
                record = taken < records.length ? source.next() : null;
            }
        } catch (UnreadableObjectException e) {
            unreadable = e; // must not cross the database's own error handling
        }
        received += taken;
        return taken;
    }

    @Override
    public void close() throws IOException {
        source.close();
    }

    /** One thread's share: takes a chunk of records in order, reads their fields without holding the others up. */
    private final class Part implements Filling {

        private @Nullable RowBuffer buffer;
        private RawRecord[] records = new RawRecord[0];
        private long ordinal;

        @Override
        public int fill(TableChunk chunk) throws IOException {
            RowBuffer rows = buffer == null ? open(chunk) : buffer;
            int taken;
            synchronized (DecodedObject.this) {
                ordinal = received;
                taken = take(records);
            }
            for (int i = 0; i < taken; i++) {
                rows.begin(ordinal + i);
                records[i].read(rows);
            }
            rows.writeTo(chunk);
            return taken;
        }

        private RowBuffer open(TableChunk chunk) {
            records = new RawRecord[chunk.capacity()];
            buffer =
                    new RowBuffer(chunk.capacity(), fields, conversion.columns().size(), conversion.share());
            return buffer;
        }
    }
}
