package io.hourshare.merge;

import io.hourshare.contract.CanonicalField;
import io.hourshare.contract.LogicalType;
import io.hourshare.engine.Session;
import io.hourshare.engine.Sql;
import io.hourshare.kernel.FeedId;
import io.hourshare.normalize.NormalizedColumns;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Brings every feed's current records into the relations that the merge models use. */
final class Claims {

    private static final List<String> TABLES =
            List.of("""
            create table speaker (enterprise_id varchar, feed varchar, record_key varchar, observed_at timestamp,
                "window" timestamp, object varchar, "offset" bigint, length bigint, sheet varchar, "row" bigint,
                cells varchar)
            """, "create table given (rec bigint, aid integer, value varchar)", """
            create table attribute_source (aid integer, feed varchar, attribute varchar, place integer, cid integer,
                step bigint, priority integer, source_field varchar, cell_path varchar, rule varchar, model varchar, mapping varchar)
            """);

    private static final String SPEAKER = "insert into speaker select er_assignment.enterprise_id, %1$s, source._key,"
            + " source._source_time, source._window, source._object, source._offset, source._length, source._sheet,"
            + " source._row, source._cells from %2$s as source"
            + " inner join er_assignment on er_assignment.record_key = source._key and er_assignment.feed = %1$s"
            + " where coalesce(source._op, 'U') <> 'D'";

    private static final String UNREGISTERED =
            " and er_assignment.enterprise_id in (select enterprise_id from er_entity where state = 'provisional')";

    private static final String GIVEN = "insert into given select rec, cast(aid as integer), value from (unpivot"
            + " (select record.rec, %3$s from %2$s as source inner join record on record.record_key = source._key"
            + " and record.feed = %1$s) on %4$s into name aid value value) where value <> ''";

    private static final String DECIDED = "insert into speaker values (?, " + literal(DecidedValues.FEED)
            + ", ?, cast(? as timestamp), null, null, null, null, null, null, null)";

    // A value that does not fit the type would stop the merge of everybody, so it is passed over.
    private static final String DECIDED_VALUE = "insert into given select record.rec, %d, ? from record where feed = "
            + literal(DecidedValues.FEED) + " and record_key = ? and try_cast(? as %s) is not null";

    private final Session session;
    private final List<DecidedValue> decided;
    private final List<AttributeSource> sources;
    private final Doubts doubts;
    private final Map<FeedId, Map<String, String>> columns = new TreeMap<>();

    Claims(Session session, List<AttributeSource> sources, List<DecidedValue> decided, Doubts doubts) {
        this.session = session;
        this.sources = sources;
        this.decided = decided;
        this.doubts = doubts;
        TABLES.forEach(session::execute);
    }

    /** Adds the feeds' records, each feed being the view of its name; records that are gone say nothing. */
    void add(Set<FeedId> feeds, String recordModel, List<CanonicalField> attributes) {
        Set<FeedId> speaking = new TreeSet<>(feeds);
        speaking.retainAll(sources.stream().map(AttributeSource::feed).toList());
        speaking.forEach(feed -> session.execute(
                SPEAKER.formatted(literal(feed), view(feed)) + (speaksOfAll(feed) ? "" : UNREGISTERED)));
        speakers()
                .forEach((record, value) -> session.execute(
                        DECIDED,
                        value.enterpriseId(),
                        record,
                        value.decidedAt().toString().replace("Z", "")));
        session.execute("create table record as " + recordModel);
        session.execute("drop table speaker"); // the records say all of it: of many, both would not fit into memory
        speaking.forEach(feed -> columns.put(feed, columnTypes(feed)));
        describe(attributes);
        speaking.forEach(this::give);
        speaking.forEach(feed -> doubts.add(feed, columns.getOrDefault(feed, Map.of())));
        decided.forEach(this::give);
    }

    private boolean speaksOfAll(FeedId feed) {
        return sources.stream().anyMatch(source -> source.feed().equals(feed) && !source.naming());
    }

    /** One record for all that was decided on one choice of an enterprise: a group is given by one record. */
    private Map<String, DecidedValue> speakers() {
        Map<String, DecidedValue> speakers = new LinkedHashMap<>();
        decided.forEach(value -> speakers.putIfAbsent(record(value), value));
        return speakers;
    }

    private String record(DecidedValue value) {
        return decided.stream()
                .filter(other -> other.enterpriseId().equals(value.enterpriseId())
                        && choice(other).equals(choice(value)))
                .map(DecidedValue::decision)
                .collect(Collectors.joining("+"));
    }

    private String choice(DecidedValue value) {
        return source(value).map(AttributeSource::choice).orElse("");
    }

    private Optional<AttributeSource> source(DecidedValue value) {
        return sources.stream()
                .filter(source -> source.feed().equals(DecidedValues.FEED)
                        && source.attribute().equals(value.attribute()))
                .findFirst();
    }

    private void give(DecidedValue value) {
        source(value)
                .ifPresent(source -> session.execute(
                        DECIDED_VALUE.formatted(
                                sources.indexOf(source), source.field().type().columnType()),
                        value.value(),
                        record(value),
                        value.value()));
    }

    private void give(FeedId feed) {
        List<String> values = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (int aid = 0; aid < sources.size(); aid++) {
            AttributeSource source = sources.get(aid);
            if (source.feed().equals(feed) && isPresent(source)) {
                String name = Sql.identifier(Integer.toString(aid));
                values.add(ofItsMapping(source) + " as " + name);
                names.add(name);
            }
        }
        if (!names.isEmpty()) {
            session.execute(
                    GIVEN.formatted(literal(feed), view(feed), String.join(", ", values), String.join(", ", names)));
        }
    }

    /** A value is told by the rule of the mapping that made its record; where that is not kept, by today's. */
    private String ofItsMapping(AttributeSource source) {
        String made = "source." + NormalizedColumns.MAPPING;
        if (source.former()) {
            return "case when " + made + " = " + Sql.literal(String.valueOf(source.made())) + " then " + text(source)
                    + " end";
        }
        String former = sources.stream()
                .filter(other -> other.former()
                        && other.feed().equals(source.feed())
                        && other.attribute().equals(source.attribute()))
                .map(other -> Sql.literal(String.valueOf(other.made())))
                .collect(Collectors.joining(", "));
        return former.isEmpty()
                ? text(source)
                : "case when coalesce(" + made + ", '') not in (" + former + ") then " + text(source) + " end";
    }

    private void describe(List<CanonicalField> attributes) {
        List<String> choices =
                sources.stream().map(AttributeSource::choice).distinct().toList();
        doubts.describe(sources, choices);
        List<String> rows = new ArrayList<>();
        for (int aid = 0; aid < sources.size(); aid++) {
            AttributeSource source = sources.get(aid);
            if (isPresent(source)) {
                rows.add(row(aid, source, attributes.indexOf(source.field()), choices.indexOf(source.choice())));
            }
        }
        if (!rows.isEmpty()) {
            session.execute("insert into attribute_source values " + String.join(", ", rows));
        }
    }

    /** One statement for all rows: each by itself costs as much as all together. */
    private static String row(int aid, AttributeSource source, int place, int cid) {
        return Stream.of(
                        Integer.toString(aid),
                        Sql.literal(source.feed().toString()),
                        Sql.literal(source.attribute()),
                        Integer.toString(place),
                        Integer.toString(cid),
                        Long.toString(source.step()),
                        Integer.toString(source.priority()),
                        Sql.literal(source.sourceField()),
                        Sql.literal(source.cellPath()),
                        Sql.literal(source.rule()),
                        Sql.literal(source.model()),
                        source.made() == null ? "null" : Sql.literal(source.made()))
                .collect(Collectors.joining(", ", "(", ")"));
    }

    private boolean isPresent(AttributeSource source) {
        return source.feed().equals(DecidedValues.FEED)
                || columns.getOrDefault(source.feed(), Map.of()).containsKey(source.attribute());
    }

    private Map<String, String> columnTypes(FeedId feed) {
        return session
                .query(
                        "select column_name, column_type from (describe " + view(feed) + ")",
                        row -> Map.entry(row.getString(1), row.getString(2)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    // A value that does not fit the profile's type is no claim; contracts are checked, so this is a last guard.
    private String text(AttributeSource source) {
        LogicalType type = source.field().type();
        String column = "source." + Sql.identifier(source.attribute());
        boolean fits = type.columnType()
                .equals(columns.getOrDefault(source.feed(), Map.of()).get(source.attribute()));
        String text =
                "cast(" + (fits ? column : "try_cast(" + column + " as " + type.columnType() + ")") + " as varchar)";
        return type == LogicalType.NUMBER ? "rtrim(rtrim(" + text + ", '0'), '.')" : text;
    }

    private static String literal(FeedId feed) {
        return Sql.literal(feed.toString());
    }

    private static String view(FeedId feed) {
        return Sql.identifier(feed.toString());
    }
}
