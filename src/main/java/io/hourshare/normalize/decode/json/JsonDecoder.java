package io.hourshare.normalize.decode.json;

import io.hourshare.land.Content;
import io.hourshare.normalize.decode.layout.FieldNames;
import io.hourshare.normalize.decode.layout.Layout;
import io.hourshare.normalize.decode.row.ExplodedSource;
import io.hourshare.normalize.decode.row.RecordSource;
import io.hourshare.normalize.decode.text.ByteWindow;
import io.hourshare.normalize.decode.text.EncodingCheck;
import io.hourshare.normalize.decode.text.Excerpts;
import io.hourshare.normalize.decode.text.TextDecoding;
import io.hourshare.normalize.decode.text.UnreadableObjectException;
import java.io.IOException;
import java.util.List;

/** Opens JSON: a document with its records somewhere within, or one record a line. */
public final class JsonDecoder {

    private final Content content;
    private final Layout layout;
    private final FieldNames names;
    private final TextDecoding decoding;
    private final Excerpts excerpts;

    private JsonDecoder(Content content, Layout layout, FieldNames names) {
        this.content = content;
        this.layout = layout;
        this.names = names;
        this.decoding = TextDecoding.of(layout.option("charset", "UTF-8"));
        this.excerpts = new Excerpts(decoding, layout.revealing());
    }

    /** One record a line, as the database route writes rows. */
    public static RecordSource lines(Content content, Layout layout, FieldNames names) throws IOException {
        JsonDecoder decoder = new JsonDecoder(content, layout, names);
        return decoder.exploded(decoder.lines(layout.limits().recordBytes()));
    }

    /**
     * The records of one document.
     *
     * @throws UnreadableObjectException where the object as a whole is not what the feed promises
     */
    public static RecordSource document(Content content, Layout layout, FieldNames names) throws IOException {
        return new JsonDecoder(content, layout, names).document();
    }

    private RecordSource document() throws IOException {
        EncodingCheck.refuseUtf8(content, decoding);
        if (content.size() == 0) {
            return lines(0);
        }
        String records = layout.option("records", "");
        List<String> path = records.isEmpty()
                ? JsonRecordsFinder.find(content, decoding.isDoubleByte(), names)
                : JsonPageSource.path(records);
        ByteWindow window = new ByteWindow(content);
        return exploded(new JsonPageSource(
                window,
                new JsonWalk(window, decoding.isDoubleByte()),
                names,
                fields(),
                excerpts,
                layout.limits().recordBytes(),
                path));
    }

    private RecordSource lines(int sizeLimit) throws IOException {
        return new LineSource(new ByteWindow(content), fields(), excerpts, sizeLimit);
    }

    private RecordSource exploded(RecordSource records) {
        String explode = layout.reading().options().get("explode");
        return explode == null ? records : new ExplodedSource(records, new JsonExploder(names, decoding, explode));
    }

    private JsonFields fields() {
        return new JsonFields(names, decoding, excerpts, layout.limits().depth());
    }
}
