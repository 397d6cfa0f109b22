package io.hourshare.merge;

import io.hourshare.contract.CanonicalField;
import io.hourshare.contract.Catalogue;
import io.hourshare.contract.Feed;
import io.hourshare.engine.Engine;
import io.hourshare.engine.Session;
import io.hourshare.engine.Sql;
import io.hourshare.kernel.Digest;
import io.hourshare.kernel.FeedId;
import io.hourshare.normalize.CurrentRecords;
import io.hourshare.resolve.Resolution;
import io.hourshare.store.DataRoot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Records and identity dealt out by a seed in which, from hour to hour, a little of everything changes: records come,
 * say something else, are taken back, are left out and move between enterprises that share their land; enterprises come,
 * go, merge and lead on. Nothing of it has to make sense: a merge is a function of whatever it is given.
 */
final class RestlessTown {

    /** Of one record in so many. */
    private static final int CHANGES = 400;

    private static final int ENTERPRISES = 1_000;

    /** Of few enterprises, so that its coming and going touches few. */
    static final FeedId PARK = FeedId.parse("park.roster");

    private static final Map<String, String> WORDS = Map.of(
            "right_status", "CURRENT,HISTORY",
            "status", "FILED,ENDED",
            "reg_status_code", "ACTIVE,CANCELLED",
            "park_status", "IN,MOVED_OUT",
            "industry_code", "2614,6510,4710",
            "realty_unit_no", "330482001002GB00012F00010001,330482001002GB00013F00010001",
            "parcel_code", "330482001002GB00012,330482001002GB00014",
            "biz_no", "B1,B2",
            "lessor_name", "平湖甲有限公司,平湖乙有限公司",
            "ent_name", "平湖甲有限公司,平湖乙有限公司,平湖（丙）有限公司,平湖丙有限公司");

    private final Catalogue catalogue;
    private final DataRoot root;
    private final Engine engine;
    private final long seed;

    RestlessTown(Catalogue catalogue, DataRoot root, Engine engine, long seed) {
        this.catalogue = catalogue;
        this.root = root;
        this.engine = engine;
        this.seed = seed;
    }

    /** @param absent a feed that nobody delivers at the hour, or that has never come yet */
    CurrentRecords current(int hour, FeedId absent) {
        Map<FeedId, List<String>> files = new TreeMap<>();
        for (Feed feed : catalogue.feeds()) {
            if (!feed.id().equals(absent)) {
                files.put(feed.id(), List.of(write(hour, "current-" + feed.id(), records(feed, hour))));
            }
        }
        return new CurrentRecords(files, Digest.of("current " + seed + " " + hour));
    }

    private String records(Feed feed, int hour) {
        String columns = new DealtColumns(catalogue, RestlessTown::text, "2025-01-01", 900).of(feed);
        return "select 'K' || i as _key, 'x' as _hash, case when hash(i, version, 'gone') % 31 = 0 then 'D' else 'U' end"
                + " as _op, timestamp '2026-10-01 08:00:00' + to_hours((hash(i, version) % 5)::integer) as _source_time,"
                + " 'landing/" + feed.id() + "' as _object, i * 100 as _offset, 90::bigint as _length,"
                + " null::varchar as _sheet, null::bigint as _row, null::varchar as _cells, i as _ordinal,"
                + " null::varchar as _warnings, timestamp '2026-11-22 00:00:00' + to_hours(version) as _window, "
                + columns
                + " from (select i, " + version(feed.id(), hour) + " as version from range(" + ENTERPRISES
                + ") as t(i) where hash(i, " + subject(feed.id()) + ") % "
                + (feed.id().equals(PARK) ? "20 = 0" : "3 < 2") + " and hash(i, "
                + version(feed.id() + " left", hour) + ") % 20 <> 0) order by _key";
    }

    private static String text(CanonicalField field) {
        String words = WORDS.getOrDefault(field.name(), "甲,乙,丙,丁");
        return "(string_split('" + words + "', ','))[1 + (" + DealtColumns.lot(field) + " % " + words.split(",").length
                + ")::integer]";
    }

    Resolution resolution(int hour) {
        String assigned = catalogue.feeds().stream()
                .map(feed -> "select '" + feed.id() + "' as feed, 'K' || i as record_key, "
                        + id("i + (hash(i, " + version(feed.id() + " moved", hour) + ") % 15 = 0)::integer")
                        + " as enterprise_id, "
                        + hour + " as tier from " + all())
                .collect(Collectors.joining(" union all "));
        Map<String, String> tables = new TreeMap<>();
        tables.put("er_assignment", write(hour, "er_assignment", assigned));
        tables.put(
                "er_entity",
                write(
                        hour,
                        "er_entity",
                        "select " + id("i") + " as enterprise_id, " + id("i")
                                + " as uscc, null::varchar as org_code, 'n' as name, '330482' as region_code,"
                                + " (string_split('active,active,active,active,provisional,merged', ','))[1 + (hash(i, "
                                + version("state", hour) + ") % 6)::integer] as state, hash(i, " + version("park", hour)
                                + ") % 8 = 0 as in_park, null::varchar as branch_of from " + all() + " where hash(i, "
                                + version("entity", hour) + ") % 20 <> 0"));
        tables.put(
                "er_name",
                write(
                        hour,
                        "er_name",
                        "select " + id("i") + " as enterprise_id, 'n' || "
                                + version("name", hour)
                                + " as name, 'current' as kind, null::date as valid_from, null::date as valid_to,"
                                + " 'f' as feed from " + all()));
        tables.put(
                "er_number",
                write(
                        hour,
                        "er_number",
                        "select " + id("i")
                                + " as enterprise_id, 'uscc' as kind, 'n' || " + version("number", hour)
                                + " as value, 'f' as feed from "
                                + all()));
        tables.put(
                "er_event",
                write(
                        hour,
                        "er_event",
                        "select 'event' || i || '-' || past as event_id,"
                                + " 'h' || past as \"hour\", case when hash(i, past) % 2 = 0 then 'split' else 'link' end as kind, "
                                + id("i") + " as enterprise_id, " + id("i + 1") + " as other_id, null::varchar as feed,"
                                + " null::varchar as record_key, 'register' as cause from " + all()
                                + " cross join range(" + hour
                                + ") as p(past) where hash(i, past, 'event') % 50 = 0"));
        tables.put(
                "er_redirect",
                write(
                        hour,
                        "er_redirect",
                        "select " + id("i") + " as old_id, "
                                + id("i + 1 + hash(i, " + version("redirect", hour) + ") % 3")
                                + " as enterprise_id, 'h' as \"hour\" from " + all()
                                + " where hash(i, 'redirect', " + version("redirect", hour) + ") % 6 = 0"));
        return new Resolution(tables, Map.of(), Digest.of("resolution " + seed + " " + hour));
    }

    private static String all() {
        return "range(" + ENTERPRISES + ") as t(i)";
    }

    private static String id(String number) {
        return "'E' || lpad((" + number + ")::varchar, 8, '0')";
    }

    private static String subject(Object subject) {
        return Sql.literal(subject.toString());
    }

    /** How often the subject has changed by the hour. */
    private String version(Object subject, int hour) {
        return IntStream.rangeClosed(1, hour)
                .mapToObj(past -> " + (hash(i, " + subject(subject) + ", " + past + ", " + seed + ") % " + CHANGES
                        + " = 0)::integer")
                .collect(Collectors.joining("", "(0", ")"));
    }

    private String write(int hour, String name, String select) {
        Path file = root.resolve("lake/given/" + hour + "/" + name + ".parquet");
        try (Session session = engine.open()) {
            Files.createDirectories(file.getParent());
            session.copy("select * from (" + select + ") order by all", file);
            return root.relativize(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
