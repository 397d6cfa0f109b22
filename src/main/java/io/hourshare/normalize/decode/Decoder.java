package io.hourshare.normalize.decode;

import io.hourshare.engine.Engine;
import io.hourshare.land.Content;
import io.hourshare.normalize.decode.csv.CsvSource;
import io.hourshare.normalize.decode.json.JsonDecoder;
import io.hourshare.normalize.decode.layout.FieldNames;
import io.hourshare.normalize.decode.layout.Layout;
import io.hourshare.normalize.decode.row.DecodedObject;
import io.hourshare.normalize.decode.row.RecordSource;
import io.hourshare.normalize.decode.row.RowConversion;
import io.hourshare.normalize.decode.sheet.SheetSource;
import io.hourshare.normalize.decode.text.UnreadableObjectException;
import io.hourshare.normalize.decode.xml.XmlSource;
import java.io.IOException;
import java.util.Map;
import java.util.function.Function;

/** Opens landed objects as tables of text with exact positions. */
public final class Decoder {

    private Decoder() {}

    /**
     * @param engine whose threads and spill folder decoding uses
     * @param conversion made from the units that the header states, by source field
     * @throws UnreadableObjectException where the object as a whole is not what the feed promises
     */
    public static DecodedObject open(
            Content content, Layout layout, Function<Map<String, String>, RowConversion> conversion, Engine engine)
            throws IOException {
        FieldNames names = new FieldNames(layout.columns());
        RecordSource source = switch (layout.reading().format()) {
            case ROWS -> JsonDecoder.lines(content, layout, names);
            case JSON -> JsonDecoder.document(content, layout, names);
            case CSV -> CsvSource.open(content, layout);
            case XML -> XmlSource.open(content, layout, names);
            case XLSX -> SheetSource.open(content, layout);
        };
        RecordSource split = SplitSource.of(source, layout, names);
        return new DecodedObject(
                split, layout.columns().size(), conversion.apply(split.headerUnits()), names::unknown, engine);
    }
}
