package io.hourshare.normalize.decode;

import io.hourshare.contract.LogicalType;
import io.hourshare.contract.Reading;
import io.hourshare.contract.SourceFormat;
import io.hourshare.engine.Engine;
import io.hourshare.engine.EngineSettings;
import io.hourshare.engine.Session;
import io.hourshare.land.Content;
import io.hourshare.normalize.decode.layout.Layout;
import io.hourshare.normalize.decode.layout.Limits;
import io.hourshare.normalize.decode.row.DecodedObject;
import io.hourshare.normalize.decode.row.RowConversion;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Decodes bytes with the columns {@code code} (代码, required), {@code name} (名称) and {@code day} (日期). */
public record Decoding(Path folder, SourceFormat format, Map<String, String> options, Limits limits) {

    static final List<Layout.Column> COLUMNS = List.of(
            new Layout.Column("code", "代码", true, LogicalType.STRING),
            new Layout.Column("name", "名称", false, LogicalType.STRING),
            new Layout.Column("day", "日期", false, LogicalType.DATE),
            new Layout.Column("owner.name", "权利人", false, LogicalType.STRING),
            new Layout.Column("_index", "_index", false, LogicalType.INTEGER));

    public static Decoding of(Path folder, SourceFormat format, String... options) {
        Map<String, String> map = new java.util.HashMap<>();
        for (int i = 0; i < options.length; i += 2) {
            map.put(options[i], options[i + 1]);
        }
        return new Decoding(folder, format, map, Limits.standard());
    }

    /** Rows as {@code problem|code|name}, in order, nulls as {@code -}. */
    public List<String> rows(String text) {
        return rows(text.getBytes(StandardCharsets.UTF_8));
    }

    public List<String> rows(byte[] bytes) {
        return select(
                bytes,
                "concat_ws('|', coalesce(split_part(_problem, ' ', 1), '-'), coalesce(code, '-'), coalesce(name, '-'))");
    }

    /** What the positions cut out of the bytes. */
    public List<String> cuts(byte[] bytes, Charset charset) {
        return select(bytes, "_offset || '+' || _length").stream()
                .map(position -> {
                    int plus = position.indexOf('+');
                    int offset = Integer.parseInt(position.substring(0, plus));
                    int length = Integer.parseInt(position.substring(plus + 1));
                    return new String(Arrays.copyOfRange(bytes, offset, offset + length), charset);
                })
                .toList();
    }

    public List<String> select(byte[] bytes, String expression) {
        try {
            Path file = Files.write(Files.createTempFile(folder, "object", ""), bytes);
            return select(file, expression);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public List<String> select(Path file, String expression) throws IOException {
        Layout layout = new Layout(COLUMNS, new Reading(format, options), limits, true);
        Engine engine = new Engine(new EngineSettings("500MB", 2), folder.resolve("spill"));
        List<String> names = COLUMNS.stream().map(Layout.Column::name).toList();
        try (DecodedObject decoded =
                        Decoder.open(Content.of(file), layout, units -> RowConversion.none(names), engine);
                Session session = engine.open()) {
            session.register("decoded", decoded);
            session.execute("create temp table t as select * from decoded()");
            decoded.requireWhole();
            return session.query("select " + expression + " from t order by _ordinal", row -> row.getString(1));
        }
    }
}
