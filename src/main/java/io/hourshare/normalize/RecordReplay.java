package io.hourshare.normalize;

import static io.hourshare.engine.Sql.identifier;

import io.hourshare.engine.Engine;
import io.hourshare.engine.Session;
import io.hourshare.kernel.HourWindow;
import io.hourshare.land.Content;
import io.hourshare.land.LandedFiles;
import io.hourshare.normalize.convert.MappedField;
import io.hourshare.normalize.convert.Rules;
import io.hourshare.normalize.convert.Tokens;
import io.hourshare.normalize.decode.Decoder;
import io.hourshare.normalize.decode.layout.Layout;
import io.hourshare.normalize.decode.layout.Limits;
import io.hourshare.normalize.decode.row.DecodedObject;
import io.hourshare.normalize.decode.row.RowConversion;
import io.hourshare.normalize.kept.UsedMapping;
import io.hourshare.store.Journal;
import io.hourshare.store.JournalFact.ObjectLanded;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads records of a landed object again where they stand and gives their values again, by a mapping of the feed. */
public final class RecordReplay {

    private final LandedFiles landed;
    private final Engine engine;
    private final Rules rules;
    private final Map<String, Instant> landedAt = new ConcurrentHashMap<>();

    RecordReplay(LandedFiles landed, Engine engine, Journal journal, Tokens tokens) {
        this.landed = landed;
        this.engine = engine;
        this.rules = new Rules(tokens);
        journal.follow(line -> {
            if (line.entry() instanceof ObjectLanded object) {
                landedAt.put(object.path(), line.at());
            }
        });
    }

    /**
     * A record as it came.
     *
     * @param place byte offset, or row of the sheet
     * @param sources what each source field holds, as the department wrote it
     * @param accepted whether the mapping takes it in
     * @param reason why it does not; empty where it does
     * @param values canonical values as text
     */
    public record Replayed(
            String key,
            long place,
            boolean accepted,
            String reason,
            Map<String, String> sources,
            Map<String, String> values) {}

    /** Whether the object is still kept: what was kept as long as it may be is gone. */
    public boolean isKept(String object) {
        return !landed.isDestroyed(object);
    }

    /**
     * The records at these places, in the order of the object; several where one place holds a nested list.
     *
     * @param used today's mapping, or the one of the object's hour
     * @param object path below the data root
     * @param places byte offsets, or rows where the feed is of sheets
     */
    public List<Replayed> replay(UsedMapping used, HourWindow window, String object, Collection<Long> places) {
        FeedMapping mapping = new FeedMapping(used.feed(), used.catalogue());
        Layout layout = mapping.layout(Limits.standard());
        Content content = landed.content(object);
        try {
            Map<Long, Map<String, String>> sources = sources(content, layout, places);
            Function<Map<String, String>, RowConversion> conversion = MappedRows.by(
                    mapping, rules, layout, window, landedAt.getOrDefault(object, window.end()), new RowTally());
            return values(
                    Decoder.open(content, layout, conversion, engine),
                    mapping,
                    new NormalizeSql(mapping, window, object),
                    sources);
        } catch (IOException e) {
            throw new UncheckedIOException("原始文件无法读取：" + object + "；请用 verify 检查磁盘", e);
        }
    }

    private Map<Long, Map<String, String>> sources(Content content, Layout layout, Collection<Long> places)
            throws IOException {
        List<String> names = layout.columns().stream().map(Layout.Column::name).toList();
        Map<Long, Map<String, String>> sources = new TreeMap<>();
        try (DecodedObject decoded = Decoder.open(content, layout, units -> RowConversion.none(names), engine);
                Session session = engine.open()) {
            session.register(NormalizeSql.DECODED, decoded);
            session.query(
                    "select _ordinal" + columns(names) + " from " + NormalizeSql.DECODED
                            + "() where coalesce(_row, _offset) in (" + list(places) + ")",
                    row -> sources.put(row.getLong(1), texts(row, names, 2)));
        }
        return sources;
    }

    private List<Replayed> values(
            DecodedObject open, FeedMapping mapping, NormalizeSql sql, Map<Long, Map<String, String>> sources)
            throws IOException {
        List<String> names =
                mapping.columns().stream().map(MappedField::canonical).toList();
        try (DecodedObject decoded = open;
                Session session = engine.open()) {
            ExcerptRules.of(mapping).forEach(session::register);
            session.register(NormalizeSql.DECODED, decoded);
            session.register(NormalizeSql.SET_ASIDE, decoded.setAside());
            String wanted = " where _ordinal in (" + list(sources.keySet()) + ")";
            session.execute("create temp table judged as " + sql.judged(NormalizeSql.DECODED, "accept") + wanted);
            session.execute("insert into judged " + sql.judged(NormalizeSql.SET_ASIDE, "quarantine") + wanted);
            return session.query(
                    "select _key, coalesce(_row, _offset), _ordinal, verdict = 'accept', reason" + columns(names)
                            + " from judged order by _ordinal",
                    row -> new Replayed(
                            row.getString(1),
                            row.getLong(2),
                            row.getBoolean(4),
                            row.getString(5),
                            sources.getOrDefault(row.getLong(3), Map.of()),
                            texts(row, names, 6)));
        }
    }

    private static String columns(List<String> names) {
        return names.stream()
                .map(name -> ", cast(" + identifier(name) + " as varchar)")
                .collect(Collectors.joining());
    }

    private static String list(Collection<Long> numbers) {
        return numbers.isEmpty()
                ? "null"
                : numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private static Map<String, String> texts(ResultSet row, List<String> names, int first) throws SQLException {
        Map<String, String> texts = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            @Nullable String text = row.getString(first + i);
            if (text != null && !text.isEmpty()) {
                texts.put(names.get(i), text);
            }
        }
        return texts;
    }
}
