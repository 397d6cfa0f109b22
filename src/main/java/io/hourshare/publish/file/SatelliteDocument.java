package io.hourshare.publish.file;

import io.hourshare.contract.CanonicalEntity;
import io.hourshare.contract.CanonicalField;
import io.hourshare.contract.LogicalType;
import io.hourshare.engine.Sql;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
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

    /** Records of a kind that a document tells; an enterprise that has more must not cost everybody their hour. */
    static final int MOST = 2_000;

    private static final String NEWEST = "(select * from (select *, row_number() over (partition by enterprise_id"
            + " order by observed_at desc, feed, record_key) as place_, count(*) over (partition by enterprise_id)"
            + " as all_ from %s) where place_ <= " + MOST + ")";

    private SatelliteDocument() {}

    /** Whether some enterprise has more records than a document tells. */
    static String crowded(CanonicalEntity satellite) {
        return "select count(*) from (select 1 from " + Sql.identifier(satellite.name())
                + " group by enterprise_id having count(*) > " + MOST + ")";
    }

    /** @param crowded those of which some enterprise has more records than are told */
    static String select(List<CanonicalEntity> satellites, Predicate<CanonicalEntity> crowded) {
        if (satellites.isEmpty()) {
            return "select cast(null as varchar) as enterprise_id, cast(null as varchar) as body,"
                    + " cast(null as varchar) as left_out where false";
        }
        Map<String, CanonicalEntity> byName =
                satellites.stream().collect(Collectors.toMap(CanonicalEntity::name, satellite -> satellite));
        return "select enterprise_id, string_agg(body, ',' order by satellite) as body,"
                + " string_agg(left_out, ',' order by satellite) as left_out from ("
                + satellites.stream()
                        .filter(satellite -> !satellite.isInput())
                        .map(satellite -> select(satellite, byName.get(satellite.input()), crowded.test(satellite)))
                        .collect(Collectors.joining(" union all "))
                + ") group by enterprise_id";
    }

    /** The key of every record that is shown now, with its enterprise and whether its publicity has an end. */
    static String keys(List<CanonicalEntity> satellites) {
        return satellites.isEmpty()
                ? "select cast(null as varchar) as key, cast(null as varchar) as enterprise_id, false as ends where false"
                : satellites.stream()
                        .map(satellite -> "select " + KEY + " as key, enterprise_id, "
                                + ProfileViews.isDated(satellite) + " as ends from "
                                + Sql.identifier(satellite.name()) + " as satellite")
                        .collect(Collectors.joining(" union "));
    }

    /** @param input what the satellite was derived from, where it was */
    private static String select(CanonicalEntity satellite, @Nullable CanonicalEntity input, boolean crowded) {
        String name = Sql.identifier(satellite.name());
        String columns = satellite.fields().stream()
                .map(SatelliteDocument::member)
                .collect(Collectors.joining(" || ',' || ", "'{' || ", ""));
        return "select satellite.enterprise_id, " + Sql.literal(satellite.name()) + " as satellite, "
                + Sql.literal('"' + satellite.name() + "\":[") + " || string_agg(" + columns + " || " + SOURCE
                + " || " + (input == null ? "''" : "coalesce(input.body, '')") + " || '}}'"
                + ", ',' order by satellite.observed_at desc, satellite.feed, satellite.record_key) || ']' as body, "
                + (crowded ? leftOut(satellite) : "cast(null as varchar)") + " as left_out from "
                + (crowded ? NEWEST.formatted(name) : name) + " as satellite"
                + " inner join feed on feed.feed = satellite.feed"
                + (input == null ? "" : inputs(satellite, input)) + " group by satellite.enterprise_id";
    }

    private static String leftOut(CanonicalEntity satellite) {
        return "case when max(satellite.all_) > " + MOST + " then " + Sql.literal('"' + satellite.name() + "\":")
                + " || cast(max(satellite.all_) - " + MOST + " as varchar) end";
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
