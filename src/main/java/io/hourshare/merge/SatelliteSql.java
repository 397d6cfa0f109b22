package io.hourshare.merge;

import io.hourshare.contract.CanonicalEntity;
import io.hourshare.contract.CanonicalField;
import io.hourshare.engine.Sql;
import io.hourshare.kernel.FeedId;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Generates a satellite: every current record of the feeds that go into it, keyed by enterprise. */
final class SatelliteSql {

    private static final String ENVELOPE = "record._key as record_key, record._source_time as observed_at,"
            + " record._window as \"window\", record._object as object, record._offset as \"offset\","
            + " record._length as length, record._sheet as sheet, record._row as \"row\"";

    private static final String NOTHING = "cast(null as varchar) as record_key, cast(null as timestamp) as observed_at,"
            + " cast(null as timestamp) as \"window\", cast(null as varchar) as object,"
            + " cast(null as bigint) as \"offset\", cast(null as bigint) as length,"
            + " cast(null as varchar) as sheet, cast(null as bigint) as \"row\"";

    private SatelliteSql() {}

    /** @param feeds columns of each feed that has records, by feed; its records are the view of its name */
    static String satellite(CanonicalEntity entity, Map<FeedId, Set<String>> feeds) {
        String all = feeds.isEmpty()
                ? nothing(entity)
                : feeds.entrySet().stream()
                        .map(feed -> records(entity, feed.getKey(), feed.getValue()))
                        .collect(Collectors.joining(" union all "));
        return "select * from (" + all + ") as satellite order by enterprise_id, feed, record_key";
    }

    private static String records(CanonicalEntity entity, FeedId feed, Set<String> columns) {
        return "select er_assignment.enterprise_id"
                + entity.fields().stream()
                        .map(field -> ", " + value(field, columns))
                        .collect(Collectors.joining())
                + ", " + Sql.literal(feed.toString()) + " as feed, " + ENVELOPE
                + " from " + Sql.identifier(feed.toString()) + " as record"
                + " inner join er_assignment on er_assignment.record_key = record._key and er_assignment.feed = "
                + Sql.literal(feed.toString())
                + " where coalesce(record._op, 'U') <> 'D'";
    }

    // A figure that the enterprise chose not to publish is shared on condition only: it stays in the landed bytes.
    private static String value(CanonicalField field, Set<String> columns) {
        String name = Sql.identifier(field.name());
        String type = field.type().columnType();
        if (!columns.contains(field.name())) {
            return "cast(null as " + type + ") as " + name;
        }
        String value = "try_cast(record." + name + " as " + type + ")";
        String published = field.name() + "_public";
        return (columns.contains(published)
                        ? "case when record." + Sql.identifier(published) + " then " + value + " end"
                        : value)
                + " as " + name;
    }

    private static String nothing(CanonicalEntity entity) {
        return "select cast(null as varchar) as enterprise_id"
                + entity.fields().stream()
                        .map(field -> ", " + value(field, Set.of()))
                        .collect(Collectors.joining())
                + ", cast(null as varchar) as feed, " + NOTHING + " where false";
    }
}
