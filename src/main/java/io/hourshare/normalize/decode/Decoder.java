package io.hourshare.normalize.decode;

import java.io.IOException;
import java.nio.file.Path;

/** Opens landed objects as tables of text with exact positions. */
public final class Decoder {

    private Decoder() {}

    /** @throws UnreadableObjectException where the object as a whole is not what the feed promises */
    public static DecodedObject open(Path file, Layout layout) throws IOException {
        RecordSource source = switch (layout.reading().format()) {
            case ROWS -> rows(file, layout);
            case JSON, CSV, XML, XLSX -> throw new UnsupportedOperationException("later");
        };
        return new DecodedObject(
                source, layout.columns().stream().map(Layout.Column::name).toList());
    }

    private static RecordSource rows(Path file, Layout layout) throws IOException {
        TextDecoding decoding = TextDecoding.utf8();
        Excerpts excerpts = new Excerpts(decoding, layout.revealing());
        JsonFields fields = new JsonFields(
                new FieldNames(layout.columns()),
                decoding,
                excerpts,
                layout.limits().depth());
        return new LineSource(
                new ByteWindow(file), fields, excerpts, layout.limits().recordBytes());
    }
}
