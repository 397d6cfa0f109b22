package io.hourshare.merge;

import io.hourshare.contract.LogicalType;
import io.hourshare.engine.Session;
import io.hourshare.engine.Sql;
import io.hourshare.kernel.FeedId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Brings every feed's current records into the relations that the merge models use. */
final class Claims {

    private static final String TABLES = """
            create table record (rec bigint, enterprise_id varchar, feed varchar, record_key varchar,
                observed_at timestamp, "window" timestamp, object varchar, "offset" bigint, length bigint,
                sheet varchar, "row" bigint, cells varchar);
            create table given (rec bigint, attribute varchar, value varchar);
            create table attribute_source (feed varchar, attribute varchar, choice varchar, leads boolean,
                priority integer, source_field varchar, cell_path varchar, rule varchar)
            """;

    private final Session session;

    Claims(Session session) {
        this.session = session;
        for (String table : TABLES.split(";")) {
            session.execute(table);
        }
    }

    /** Adds a feed whose current records are the view of its name; records that are gone say nothing. */
    void add(FeedId feed, List<AttributeSource> sources) {
        Map<String, String> types = columnTypes(feed);
        List<AttributeSource> present = sources.stream()
                .filter(source -> types.containsKey(source.attribute()))
                .toList();
        if (present.isEmpty()) {
            return;
        }
        number(feed);
        session.execute(
                "insert into record select rec, enterprise_id, feed, record_key, observed_at, \"window\", object,"
                        + " \"offset\", length, sheet, \"row\", cells from said");
        session.execute("insert into given select rec, attribute, value from (unpivot (select rec, "
                + present.stream().map(source -> text(source, types)).collect(Collectors.joining(", "))
                + " from said) on "
                + present.stream().map(Claims::column).collect(Collectors.joining(", "))
                + " into name attribute value value) where value <> ''");
        present.forEach(this::describe);
    }

    private void number(FeedId feed) {
        session.execute("create or replace temp table said as select"
                + " row_number() over (order by source._key) + (select count(*) from record) as rec,"
                + " er_assignment.enterprise_id, " + Sql.literal(feed.toString()) + " as feed,"
                + " source._key as record_key, source._source_time as observed_at, source._window as \"window\","
                + " source._object as object, source._offset as \"offset\", source._length as length,"
                + " source._sheet as sheet, source._row as \"row\", source._cells as cells,"
                + " source.* from " + Sql.identifier(feed.toString()) + " as source"
                + " inner join er_assignment on er_assignment.record_key = source._key"
                + " and er_assignment.feed = " + Sql.literal(feed.toString())
                + " where coalesce(source._op, 'U') <> 'D'");
    }

    private void describe(AttributeSource source) {
        session.execute(
                "insert into attribute_source values (?, ?, ?, ?, ?, ?, ?, ?)",
                source.feed().toString(),
                source.attribute(),
                source.choice(),
                source.leads(),
                source.priority(),
                source.sourceField(),
                source.cellPath(),
                source.rule());
    }

    private Map<String, String> columnTypes(FeedId feed) {
        return session
                .query(
                        "select column_name, column_type from (describe " + Sql.identifier(feed.toString()) + ")",
                        row -> Map.entry(row.getString(1), row.getString(2)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    // A value that does not fit the profile's type is no claim; contracts are checked, so this is a last guard.
    private static String text(AttributeSource source, Map<String, String> types) {
        LogicalType type = source.field().type();
        String value = type.columnType().equals(types.get(source.attribute()))
                ? column(source)
                : "try_cast(" + column(source) + " as " + type.columnType() + ")";
        String text = "cast(" + value + " as varchar)";
        return (type == LogicalType.NUMBER ? "rtrim(rtrim(" + text + ", '0'), '.')" : text) + " as " + column(source);
    }

    private static String column(AttributeSource source) {
        return Sql.identifier(source.attribute());
    }
}
