package io.hourshare.normalize;

import static io.hourshare.engine.Sql.identifier;

import io.hourshare.contract.Catalogue;
import io.hourshare.contract.Feed;
import io.hourshare.contract.FeedJob;
import io.hourshare.contract.FieldMapping;
import io.hourshare.contract.Reading;
import io.hourshare.contract.SourceFormat;
import io.hourshare.engine.Engine;
import io.hourshare.engine.Session;
import io.hourshare.kernel.HourWindow;
import io.hourshare.land.Content;
import io.hourshare.normalize.TriedSample.TriedRecord;
import io.hourshare.normalize.TriedSample.TriedValue;
import io.hourshare.normalize.convert.MappedField;
import io.hourshare.normalize.convert.Rules;
import io.hourshare.normalize.convert.Tokens;
import io.hourshare.normalize.decode.Decoder;
import io.hourshare.normalize.decode.layout.Layout;
import io.hourshare.normalize.decode.layout.Limits;
import io.hourshare.normalize.decode.row.DecodedObject;
import io.hourshare.normalize.decode.row.RowConversion;
import io.hourshare.normalize.fault.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Normalizes a sample as its feed would be, without keeping anything: the same decoders, rules and SQL. */
public final class SampleTrial {

    private static final int KEY_BYTES = 32;

    /** Tokens of a trial join nothing, so their key need not be kept. */
    private final Rules rules = new Rules(new Tokens(new byte[KEY_BYTES]));

    private final Catalogue catalogue;
    private final Engine engine;

    public SampleTrial(Catalogue catalogue, Engine engine) {
        this.catalogue = catalogue;
        this.engine = engine;
    }

    /**
     * Tries a sample.
     *
     * @param window hour that stands in where the source gives no time
     * @param shown so many records are shown value by value
     * @throws io.hourshare.normalize.decode.text.UnreadableObjectException where the sample as a whole cannot be read
     */
    public TriedSample of(Feed feed, Path sample, HourWindow window, int shown) throws IOException {
        FeedMapping mapping = new FeedMapping(asSampled(feed, sample), catalogue);
        Layout layout = mapping.layout(Limits.standard());
        NormalizeSql sql = new NormalizeSql(mapping, window, String.valueOf(sample.getFileName()));
        Map<Long, Map<String, String>> sources = sources(sample, layout, shown);
        RowTally tally = new RowTally();
        Function<Map<String, String>, RowConversion> rows =
                MappedRows.by(mapping, rules, layout, window, window.end(), tally);
        try (DecodedObject decoded = Decoder.open(Content.of(sample), layout, rows, engine);
                Session session = engine.open()) {
            ExcerptRules.of(mapping).forEach(session::register);
            session.register(NormalizeSql.DECODED, decoded);
            session.register(NormalizeSql.SET_ASIDE, decoded.setAside());
            session.execute("create temp table judged as " + sql.judged(NormalizeSql.DECODED, "accept"));
            decoded.requireWhole();
            session.execute("insert into judged " + sql.judged(NormalizeSql.SET_ASIDE, "quarantine"));
            sources.keySet()
                    .forEach(ordinal -> session.execute(
                            "insert into judged (_ordinal, verdict) select ?, 'drop'"
                                    + " where not exists (select 1 from judged where _ordinal = ?)",
                            ordinal,
                            ordinal));
            return result(session, sql, mapping, sources, tally.dropped());
        }
    }

    /** A table's feed comes as rows, but people who know it have an export of it. */
    private static Feed asSampled(Feed feed, Path sample) throws IOException {
        if (feed.job().reading().format() != SourceFormat.ROWS || startsWithObject(sample)) {
            return feed;
        }
        FeedJob job = feed.job();
        Reading export = new Reading(SourceFormat.CSV, Map.of());
        return new Feed(
                feed.contract(),
                feed.route(),
                new FeedJob(
                        job.feed(),
                        job.into(),
                        export,
                        job.map(),
                        job.minute(),
                        job.quarantineTolerance(),
                        job.vanishTolerance()),
                feed.digest());
    }

    private static boolean startsWithObject(Path sample) throws IOException {
        try (InputStream in = Files.newInputStream(sample)) {
            return new String(in.readNBytes(8), StandardCharsets.UTF_8)
                    .replace("\ufeff", "")
                    .stripLeading()
                    .startsWith("{");
        }
    }

    private Map<Long, Map<String, String>> sources(Path sample, Layout layout, int shown) throws IOException {
        List<String> names = layout.columns().stream().map(Layout.Column::name).toList();
        try (DecodedObject decoded =
                        Decoder.open(Content.of(sample), layout, units -> RowConversion.none(names), engine);
                Session session = engine.open()) {
            session.register(NormalizeSql.DECODED, decoded);
            Map<Long, Map<String, String>> sources = new TreeMap<>();
            session.query(
                    "select _ordinal" + columns(names, "") + " from " + NormalizeSql.DECODED
                            + "() order by _ordinal limit " + shown,
                    row -> sources.put(row.getLong(1), texts(names, index -> row.getString(index + 2))));
            return sources;
        }
    }

    private static TriedSample result(
            Session session,
            NormalizeSql sql,
            FeedMapping mapping,
            Map<Long, Map<String, String>> sources,
            long dropped) {
        Map<Long, String> faults = new TreeMap<>();
        Map<String, Long> reasons = new TreeMap<>();
        session.query("select ordinal, reason, field_title, explanation from (" + sql.quarantined() + ")", row -> {
            String title = row.getString(3);
            String fault = (title == null || title.isEmpty() ? "" : title + "：") + row.getString(4);
            reasons.merge(row.getString(2) + " " + fault, 1L, Long::sum);
            return faults.put(row.getLong(1), fault);
        });
        List<String> names =
                mapping.columns().stream().map(MappedField::canonical).toList();
        List<TriedRecord> records = session.query(
                "select _ordinal, verdict, _notes, _source_time::varchar, _op" + columns(names, "::varchar")
                        + " from judged order by _ordinal limit " + sources.size(),
                row -> new TriedRecord(
                        row.getLong(1) + 1,
                        row.getString(2),
                        faults.getOrDefault(row.getLong(1), ""),
                        values(mapping, sources.getOrDefault(row.getLong(1), Map.of()), converted(names, row))));
        return new TriedSample(
                count(session, "accept"),
                count(session, "quarantine"),
                dropped,
                reasons,
                warnings(session, mapping),
                records);
    }

    /** The values of a judged row; its version and operation stand in columns of their own. */
    private static Map<String, String> converted(List<String> names, java.sql.ResultSet row)
            throws java.sql.SQLException {
        Map<String, String> converted = texts(names, index -> row.getString(index + 6));
        converted.put(FeedMapping.SOURCE_TIME, String.valueOf(row.getString(4)));
        converted.put(FeedMapping.OPERATION, String.valueOf(row.getString(5)));
        return converted;
    }

    private static Map<String, Long> warnings(Session session, FeedMapping mapping) {
        Map<String, String> titles = new HashMap<>();
        mapping.contract().fields().forEach(field -> titles.put(field.name(), field.title()));
        Map<String, Long> warnings = new TreeMap<>();
        session.query(
                "select note->>'$.reason', note->>'$.field', count(*) from (select unnest(from_json('[' || _notes || ']',"
                        + " '[\"JSON\"]')) as note from judged where verdict = 'accept' and _notes is not null)"
                        + " group by 1, 2",
                row -> {
                    String title = titles.getOrDefault(row.getString(2), "");
                    Reason reason = Reason.valueOf(row.getString(1));
                    return warnings.put(reason + " " + title + "：" + reason.explanation(), row.getLong(3));
                });
        return warnings;
    }

    private static List<TriedValue> values(
            FeedMapping mapping, Map<String, String> source, Map<String, String> result) {
        List<TriedValue> values = new ArrayList<>();
        for (FieldMapping one : mapping.feed().job().map()) {
            String from = one.from().stream()
                    .filter(source::containsKey)
                    .findFirst()
                    .orElse(one.from().get(0));
            values.add(new TriedValue(
                    from, source.getOrDefault(from, ""), one.canonical(), result.getOrDefault(one.canonical(), "")));
        }
        return values;
    }

    private static String columns(List<String> names, String cast) {
        StringBuilder columns = new StringBuilder();
        names.forEach(name -> columns.append(", ").append(identifier(name)).append(cast));
        return columns.toString();
    }

    /** Reads one column of a row. */
    @FunctionalInterface
    private interface Cell {
        @Nullable
        String at(int index) throws java.sql.SQLException;
    }

    private static Map<String, String> texts(List<String> names, Cell cell) throws java.sql.SQLException {
        Map<String, String> texts = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            String text = cell.at(i);
            if (text != null) {
                texts.put(names.get(i), text);
            }
        }
        return texts;
    }

    private static long count(Session session, String verdict) {
        return session.number("select count(*) from judged where verdict = ?", verdict);
    }
}
