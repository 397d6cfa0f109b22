package io.hourshare.publish.file;

import io.hourshare.contract.CanonicalEntity;
import io.hourshare.contract.CanonicalField;
import io.hourshare.contract.LogicalType;
import io.hourshare.engine.Sql;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Generates the satellites' part of the document: per enterprise, its records by kind, newest first. What a measure
 * rests on stands in its own record, as keys: the records themselves are in the document already.
 */
final class SatelliteDocument {

    /** Tells a record from the others without saying its key, which may be a person's. */
    private static final String KEY = "substr(md5(satellite.feed || '|' || satellite.record_key), 1, 16)";

    private static final String SOURCE =
            "',\"_source\":{\"key\":\"' || " + KEY + " || '\",\"feed\":' || feed.feed_json || ',\"feed_title\":' ||"
                    + " feed.title_json || ',\"source_time\":' ||"
                    + " coalesce(strftime(satellite.observed_at, '\"%Y-%m-%dT%H:%M:%SZ\"'), 'null') || ',\"window\":' ||"
                    + " coalesce(strftime(satellite.\"window\", '\"%Y-%m-%dT%HZ\"'), 'null') || ',\"position\":{\"object\":' ||"
                    + " coalesce(cast(to_json(satellite.object) as varchar), 'null') ||"
                    + " case when satellite.sheet is null then ',\"offset\":' ||"
                    + " coalesce(cast(satellite.\"offset\" as varchar), 'null') || ',\"length\":' ||"
                    + " coalesce(cast(satellite.length as varchar), 'null')"
                    + " else ',\"sheet\":' || cast(to_json(satellite.sheet) as varchar) || ',\"row\":' ||"
                    + " coalesce(cast(satellite.\"row\" as varchar), 'null') end || '}'";

    private SatelliteDocument() {}

    static String select(List<CanonicalEntity> satellites) {
        if (satellites.isEmpty()) {
            return "select cast(null as varchar) as enterprise_id, cast(null as varchar) as body where false";
        }
        Map<String, CanonicalEntity> byName =
                satellites.stream().collect(Collectors.toMap(CanonicalEntity::name, satellite -> satellite));
        return "select enterprise_id, string_agg(body, ',' order by satellite) as body from ("
                + satellites.stream()
                        .filter(satellite -> !satellite.isInput())
                        .map(satellite -> select(satellite, byName.get(satellite.input())))
                        .collect(Collectors.joining(" union all "))
                + ") group by enterprise_id";
    }

    /** The key of every record that is shown now. */
    static String keys(List<CanonicalEntity> satellites) {
        return satellites.isEmpty()
                ? "select cast(null as varchar) as key where false"
                : satellites.stream()
                        .map(satellite ->
                                "select " + KEY + " as key from " + Sql.identifier(satellite.name()) + " as satellite")
                        .collect(Collectors.joining(" union "));
    }

    /** @param input what the satellite was derived from, where it was */
    private static String select(CanonicalEntity satellite, @Nullable CanonicalEntity input) {
        String columns = satellite.fields().stream()
                .map(SatelliteDocument::member)
                .collect(Collectors.joining(" || ',' || ", "'{' || ", ""));
        return "select satellite.enterprise_id, " + Sql.literal(satellite.name()) + " as satellite, "
                + Sql.literal('"' + satellite.name() + "\":[") + " || string_agg(" + columns + " || " + SOURCE
                + " || " + (input == null ? "''" : "coalesce(input.body, '')") + " || '}}'"
                + ", ',' order by satellite.observed_at desc, satellite.feed, satellite.record_key) || ']' as body from "
                + Sql.identifier(satellite.name()) + " as satellite"
                + " inner join feed on feed.feed = satellite.feed"
                + (input == null ? "" : inputs(satellite, input)) + " group by satellite.enterprise_id";
    }

    /** Joined by the enterprise and by every column that both have, such as the year. */
    private static String inputs(CanonicalEntity satellite, CanonicalEntity input) {
        String columns = Stream.concat(
                        Stream.of("enterprise_id"),
                        input.fields().stream()
                                .map(CanonicalField::name)
                                .filter(name -> satellite.fields().stream()
                                        .anyMatch(field -> field.name().equals(name))))
                .map(Sql::identifier)
                .collect(Collectors.joining(", "));
        return " left join (select " + columns
                + ", ',\"derived_from\":[' || string_agg(distinct '\"' || " + KEY + " || '\"', ',' order by '\"' || "
                + KEY
                + " || '\"') || ']' as body from " + Sql.identifier(input.name())
                + " as satellite group by " + columns + ") as input using (" + columns + ")";
    }

    private static String member(CanonicalField field) {
        return Sql.literal('"' + field.name() + "\":") + " || coalesce(" + json(field) + ", 'null')";
    }

    private static String json(CanonicalField field) {
        String column = "satellite." + Sql.identifier(field.name());
        String text = "cast(" + column + " as varchar)";
        if (field.type() == LogicalType.NUMBER) {
            return "rtrim(rtrim(" + text + ", '0'), '.')";
        }
        return ProfileViews.isBare(field.type()) ? text : "cast(to_json(" + text + ") as varchar)";
    }
}
