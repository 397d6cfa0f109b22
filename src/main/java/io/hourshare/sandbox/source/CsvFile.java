package io.hourshare.sandbox.source;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A list as departments export it; a character that the charset lacks becomes a question mark, as it does there. */
record CsvFile(SourceFeed feed, Charset charset, Supplier<Stream<SourceRecord>> content) implements Dispatch.Content {

    /** Dirt that spoils the line instead of a value. */
    static final String BROKEN_LINE = "broken-line";

    @Override
    public void write(OutputStream to) throws IOException {
        try (Stream<SourceRecord> records = content.get()) {
            Writer writer = new BufferedWriter(new OutputStreamWriter(to, charset));
            writer.write(String.join(",", feed.columns()));
            writer.write("\r\n");
            Iterator<SourceRecord> rest = records.iterator();
            while (rest.hasNext()) {
                write(rest.next(), writer);
            }
            writer.flush();
        }
    }

    private void write(SourceRecord record, Writer writer) throws IOException {
        List<String> columns = feed.columns();
        int count = record.smudges().contains(BROKEN_LINE) ? columns.size() / 2 : columns.size();
        for (int i = 0; i < count; i++) {
            writer.write(i == 0 ? "" : ",");
            writer.write(quoted(record.sent().getOrDefault(columns.get(i), "")));
        }
        writer.write("\r\n");
    }

    private static String quoted(String value) {
        boolean plain = value.indexOf(',') < 0 && value.indexOf('"') < 0 && value.indexOf('\n') < 0;
        return plain ? value : '"' + value.replace("\"", "\"\"") + '"';
    }
}
