package io.hourshare.normalize;

import static io.hourshare.engine.Sql.identifier;
import static io.hourshare.engine.Sql.literal;

import io.hourshare.contract.Catalogue;
import io.hourshare.contract.DeletionRule;
import io.hourshare.contract.Feed;
import io.hourshare.contract.FeedMode;
import io.hourshare.engine.Engine;
import io.hourshare.engine.Session;
import io.hourshare.kernel.HourWindow;
import io.hourshare.land.Content;
import io.hourshare.normalize.convert.Rules;
import io.hourshare.normalize.convert.Tokens;
import io.hourshare.normalize.decode.Decoder;
import io.hourshare.normalize.decode.layout.Layout;
import io.hourshare.normalize.decode.layout.Limits;
import io.hourshare.normalize.decode.row.DecodedObject;
import io.hourshare.normalize.decode.row.RowConversion;
import io.hourshare.normalize.decode.text.UnreadableObjectException;
import io.hourshare.normalize.fault.Masking;
import io.hourshare.store.DataRoot;
import io.hourshare.store.Ledger;
import io.hourshare.store.Slot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Compares a file with what is accepted of its feed so far, without keeping anything: same decoders, rules and SQL. */
public final class ChangeTrial {

    private static final int EXAMPLES = 8;

    private final Catalogue catalogue;
    private final DataRoot root;
    private final Ledger ledger;
    private final Engine engine;
    private final Tokens tokens;

    ChangeTrial(Catalogue catalogue, DataRoot root, Ledger ledger, Engine engine, Tokens tokens) {
        this.catalogue = catalogue;
        this.root = root;
        this.ledger = ledger;
        this.engine = engine;
        this.tokens = tokens;
    }

    /** What the file would change if it were the feed's delivery of the window. */
    public TriedChange of(Feed feed, Path file, HourWindow window) throws IOException {
        FeedMapping mapping = new FeedMapping(feed, catalogue);
        Layout layout = mapping.layout(Limits.standard());
        NormalizeSql sql = new NormalizeSql(mapping, window, String.valueOf(file.getFileName()));
        Rules rules = new Rules(tokens);
        RowTally tally = new RowTally();
        Function<Map<String, String>, RowConversion> rows =
                MappedRows.by(mapping, rules, layout, window, window.end(), tally);
        try (DecodedObject decoded = Decoder.open(Content.of(file), layout, rows, engine);
                Session session = engine.open()) {
            ExcerptRules.of(mapping).forEach(session::register);
            session.register(NormalizeSql.DECODED, decoded);
            session.register(NormalizeSql.SET_ASIDE, decoded.setAside());
            session.execute("create temp table taken as " + sql.accepted());
            decoded.requireWhole();
            session.execute("create temp table aside as " + sql.quarantined());
            compare(session, mapping);
            return change(session, decoded.received(), tally.dropped());
        } catch (UnreadableObjectException e) {
            return TriedChange.unreadable(String.valueOf(e.getMessage()));
        }
    }

    /**
     * Fills {@code compared}: one row a record that is read, and one a key that the file leaves out, with what would
     * become of it. An exact duplicate counts once, as it does where a delivery is adopted.
     */
    private void compare(Session session, FeedMapping mapping) {
        Feed feed = mapping.feed();
        boolean full = feed.contract().mode() == FeedMode.FULL;
        boolean whole = full && feed.contract().deletion() == DeletionRule.ABSENCE;
        String content = content(mapping);
        String older = full ? "false" : "kept._source_time > given._source_time";
        session.execute("create temp table versions as select _key, _op, _source_time, _ordinal, " + content
                + " as content from taken "
                + "qualify row_number() over (partition by _key, _hash order by _ordinal desc) = 1");
        session.execute("create temp table compared as with placed as (select *, row_number() over (partition by _key "
                + "order by " + (full ? "" : "_source_time desc, ") + "_ordinal desc) as place from versions), "
                + "given as (select * from placed where place = 1), kept as (" + kept(session, feed, content) + ") "
                + "select coalesce(given._key, kept._key) as key, case "
                + "when given._key is null and kept._op = 'D' then 'untouched' "
                + "when given._key is null then " + (whole ? "'vanished' " : "'untouched' ")
                + "when " + older + " then 'superseded' "
                + "when given._op = 'D' then "
                + "case when kept._key is null or kept._op = 'D' then 'unchanged' else 'removed' end "
                + "when kept._key is null or kept._op = 'D' then 'added' "
                + "when kept.content = given.content then 'unchanged' else 'changed' end as change "
                + "from given full join kept on given._key = kept._key "
                + "union all select _key, 'superseded' from placed where place > 1");
    }

    private String kept(Session session, Feed feed, String content) {
        return known(session, feed)
                ? "select _key, _op, _source_time, " + content + " as content from known"
                : "select cast(null as varchar) as _key, cast(null as varchar) as _op, "
                        + "cast(null as timestamp) as _source_time, cast(null as varchar) as content where false";
    }

    private static String content(FeedMapping mapping) {
        return mapping.columns().stream()
                .map(column -> "coalesce(cast(" + identifier(column.canonical()) + " as varchar), chr(30))")
                .collect(Collectors.joining(", ", "md5(concat_ws(chr(31), ", "))"));
    }

    /** Names the newest accepted version of each key {@code known}, where anything was accepted. */
    private boolean known(Session session, Feed feed) {
        boolean full = feed.contract().mode() == FeedMode.FULL;
        List<Slot> slots = ledger.slots(feed.id()).stream()
                .filter(slot ->
                        slot.adopted() != null && slot.adopted().counts().accepted() > 0)
                .toList();
        List<Slot> standing = full && !slots.isEmpty() ? slots.subList(slots.size() - 1, slots.size()) : slots;
        List<String> parts = new ArrayList<>();
        for (Slot slot : standing) {
            Objects.requireNonNull(slot.adopted()).records().stream()
                    .map(path -> "select *, " + literal(slot.window().label()) + " as _of from read_parquet("
                            + literal(root.resolve(path).toString()) + ", hive_partitioning = false)")
                    .forEach(parts::add);
        }
        if (parts.isEmpty()) {
            return false;
        }
        session.execute("create temp table known as select * from (" + String.join(" union all by name ", parts)
                + ") qualify row_number() over (partition by _key order by _source_time desc, _of desc, _ordinal desc)"
                + " = 1");
        return true;
    }

    private static TriedChange change(Session session, long received, long dropped) {
        Map<String, Long> reasons = new TreeMap<>();
        session.query(
                "select reason, field_title, explanation, count(*) from aside group by all",
                row -> reasons.merge(
                        (row.getString(2) == null || row.getString(2).isEmpty() ? "" : row.getString(2) + "：")
                                + row.getString(3),
                        row.getLong(4),
                        Long::sum));
        Map<String, Long> counts = new TreeMap<>();
        session.query(
                "select change, count(*) from compared group by change",
                row -> counts.put(row.getString(1), row.getLong(2)));
        return new TriedChange(
                null,
                received,
                counts.getOrDefault("added", 0L),
                counts.getOrDefault("changed", 0L),
                counts.getOrDefault("unchanged", 0L),
                counts.getOrDefault("removed", 0L),
                counts.getOrDefault("vanished", 0L),
                counts.getOrDefault("superseded", 0L),
                session.number("select (select count(*) from taken) - (select count(*) from versions)"),
                session.number("select count(*) from aside"),
                dropped,
                reasons,
                examples(session));
    }

    private static Map<String, List<String>> examples(Session session) {
        Map<String, List<String>> examples = new TreeMap<>();
        for (String change : List.of("added", "changed", "removed", "vanished", "superseded")) {
            examples.put(
                    change,
                    session.query(
                            "select distinct key from compared where change = ? order by key limit " + EXAMPLES,
                            row -> Masking.numbers(row.getString(1)),
                            change));
        }
        return examples;
    }
}
