package io.hourshare.normalize.decode;

import io.hourshare.engine.Engine;
import io.hourshare.land.Content;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Opens landed objects as tables of text with exact positions. */
public final class Decoder {

    private static final Pattern XML_ENCODING = Pattern.compile("<\\?xml[^>]*encoding\\s*=\\s*[\"']([\\w-]+)[\"']");

    private final Content content;
    private final Layout layout;
    private final FieldNames names;

    private Decoder(Content content, Layout layout) {
        this.content = content;
        this.layout = layout;
        this.names = new FieldNames(layout.columns());
    }

    /**
     * @param engine whose threads and spill folder decoding uses
     * @param conversion made from the units that the header states, by source field
     * @throws UnreadableObjectException where the object as a whole is not what the feed promises
     */
    public static DecodedObject open(
            Content content, Layout layout, Function<Map<String, String>, RowConversion> conversion, Engine engine)
            throws IOException {
        Decoder decoder = new Decoder(content, layout);
        RecordSource source = switch (layout.reading().format()) {
            case ROWS -> decoder.rows();
            case JSON -> decoder.json();
            case CSV -> CsvSource.open(content, layout);
            case XML -> decoder.xml();
            case XLSX -> SheetSource.open(content, layout);
        };
        RecordSource split = SplitSource.of(source, layout, decoder.names);
        return new DecodedObject(
                split, layout.columns().size(), conversion.apply(split.headerUnits()), decoder.names::unknown, engine);
    }

    private RecordSource rows() throws IOException {
        TextDecoding decoding = decoding();
        Excerpts excerpts = new Excerpts(decoding, layout.revealing());
        LineSource lines = new LineSource(
                new ByteWindow(content),
                fields(decoding, excerpts),
                excerpts,
                layout.limits().recordBytes());
        return exploded(lines, decoding);
    }

    private RecordSource json() throws IOException {
        TextDecoding decoding = decoding();
        EncodingCheck.refuseUtf8(content, decoding);
        Excerpts excerpts = new Excerpts(decoding, layout.revealing());
        if (content.size() == 0) {
            return new LineSource(new ByteWindow(content), fields(decoding, excerpts), excerpts, 0);
        }
        String records = layout.option("records", "");
        List<String> path = records.isEmpty()
                ? JsonRecordsFinder.find(content, decoding.isDoubleByte())
                : JsonPageSource.path(records);
        ByteWindow window = new ByteWindow(content);
        JsonPageSource pages = new JsonPageSource(
                window,
                new JsonWalk(window, decoding.isDoubleByte()),
                fields(decoding, excerpts),
                excerpts,
                layout.limits().recordBytes(),
                path);
        return exploded(pages, decoding);
    }

    private RecordSource xml() throws IOException {
        TextDecoding decoding = TextDecoding.of(layout.option("charset", declaredInXml()));
        EncodingCheck.refuseUtf8(content, decoding);
        Excerpts excerpts = new Excerpts(decoding, layout.revealing());
        String explode = layout.reading().options().get("explode");
        XmlRecords records = new XmlRecords(names, decoding, excerpts, last(explode));
        List<String> declared = XmlSource.path(layout.option("records", ""));
        List<String> path = declared.isEmpty() ? XmlRecordsFinder.find(content, names) : declared;
        XmlSource source = new XmlSource(new ByteWindow(content), path, records, excerpts, layout.limits());
        return explode == null ? source : new ExplodedSource(source, records);
    }

    private RecordSource exploded(RecordSource records, TextDecoding decoding) {
        String explode = layout.reading().options().get("explode");
        return explode == null ? records : new ExplodedSource(records, new JsonExploder(names, decoding, explode));
    }

    private JsonFields fields(TextDecoding decoding, Excerpts excerpts) {
        return new JsonFields(names, decoding, excerpts, layout.limits().depth());
    }

    private TextDecoding decoding() {
        return TextDecoding.of(layout.option("charset", "UTF-8"));
    }

    /** What the document says of itself, where the job says nothing. */
    private String declaredInXml() throws IOException {
        try (ByteWindow window = new ByteWindow(content)) {
            byte[] head = new byte[200];
            int length = 0;
            int octet = window.read();
            while (octet != ByteWindow.END && length < head.length) {
                head[length++] = (byte) octet;
                octet = window.read();
            }
            Matcher encoding = XML_ENCODING.matcher(new String(head, 0, length, StandardCharsets.ISO_8859_1));
            return encoding.find() ? encoding.group(1) : "UTF-8";
        }
    }

    private static @Nullable String last(@Nullable String path) {
        return path == null ? null : path.substring(Math.max(path.lastIndexOf('.'), path.lastIndexOf('/')) + 1);
    }
}
