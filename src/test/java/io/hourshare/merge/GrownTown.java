package io.hourshare.merge;

import io.hourshare.contract.CanonicalField;
import io.hourshare.contract.Catalogue;
import io.hourshare.contract.Feed;
import io.hourshare.engine.Engine;
import io.hourshare.engine.Session;
import io.hourshare.kernel.Digest;
import io.hourshare.kernel.FeedId;
import io.hourshare.ledger.Cases;
import io.hourshare.normalize.CurrentRecords;
import io.hourshare.normalize.kept.UsedMappings;
import io.hourshare.resolve.Resolution;
import io.hourshare.store.DataRoot;
import io.hourshare.store.Journal;
import io.hourshare.store.Ledger;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Current records and assignments of any number of enterprises, made by the database from a seed: of each enterprise one
 * record in every other feed, of which each hour changes a share. Nothing is fetched, normalized or resolved.
 */
public final class GrownTown {

    private final Catalogue catalogue;
    private final DataRoot root;
    private final Engine engine;
    private final int enterprises;
    private final int share;
    private final long seed;

    /** @param share of the records, one in so many, that each hour changes */
    public GrownTown(Catalogue catalogue, DataRoot root, Engine engine, int enterprises, int share, long seed) {
        this.catalogue = catalogue;
        this.root = root;
        this.engine = engine;
        this.enterprises = enterprises;
        this.share = share;
        this.seed = seed;
    }

    /** A merger with nobody's decisions. */
    public static Merger merger(
            Catalogue catalogue, Engine engine, DataRoot root, Journal journal, Ledger ledger, Clock clock) {
        Cases cases = new Cases(journal, clock);
        return new Merger(
                catalogue,
                engine,
                root,
                journal,
                ledger,
                new DecidedValues(cases, clock),
                new UsedMappings(root.path(), journal, catalogue));
    }

    public CurrentRecords current(int hour) {
        Map<FeedId, List<String>> files = new TreeMap<>();
        int place = 0;
        for (Feed feed : catalogue.feeds()) {
            files.put(feed.id(), List.of(write(hour, "current-" + feed.id(), records(feed, place++, hour))));
        }
        return new CurrentRecords(files, Digest.of("current " + seed + " " + enterprises + " " + hour));
    }

    public Resolution resolution(int hour) {
        Map<String, String> tables = new TreeMap<>();
        String assigned = IntStream.range(0, catalogue.feeds().size())
                .mapToObj(place -> "select '" + catalogue.feeds().get(place).id()
                        + "' as feed, 'K' || i as record_key, "
                        + id() + " as enterprise_id, 'number' as tier, 'uscc' as rule, 1.0 as score from " + all(hour)
                        + " where " + speaks(place))
                .collect(Collectors.joining(" union all "));
        tables.put("er_assignment", write(hour, "er_assignment", assigned + " order by all"));
        tables.put(
                "er_entity",
                write(
                        hour,
                        "er_entity",
                        "select " + id() + " as enterprise_id, " + id() + " as uscc, null::varchar as org_code, "
                                + id() + " as name, '330482' as region_code, 'active' as state, hash(i, 'park', "
                                + version("'park'", hour) + ") % 8 = 0 as in_park, null::varchar as branch_of from "
                                + all(hour) + " order by all"));
        tables.put(
                "er_name",
                write(
                        hour,
                        "er_name",
                        "select " + id() + " as enterprise_id, " + name(version("'name'", hour))
                                + " as name, 'current' as kind, null::date as valid_from, null::date as valid_to,"
                                + " 'market-regulation.registration' as feed from " + all(hour) + " order by all"));
        tables.put(
                "er_number",
                write(
                        hour,
                        "er_number",
                        "select " + id() + " as enterprise_id, 'uscc' as kind, " + id()
                                + " as value, 'market-regulation.registration' as feed from " + all(hour)
                                + " order by all"));
        tables.put(
                "er_event",
                write(
                        hour,
                        "er_event",
                        "select 'x' as event_id, '' as \"hour\", '' as kind, '' as enterprise_id, '' as other_id,"
                                + " null::varchar as feed, null::varchar as record_key, '' as cause where false"));
        tables.put(
                "er_redirect",
                write(hour, "er_redirect", "select '' as old_id, '' as enterprise_id, '' as \"hour\" where false"));
        return new Resolution(tables, Map.of(), Digest.of("resolution " + seed + " " + enterprises + " " + hour));
    }

    private String records(Feed feed, int place, int hour) {
        String version = version("'" + feed.id() + "'", hour);
        String columns = new DealtColumns(catalogue, this::text, "2027-01-01", 3000).of(feed);
        return "select 'K' || i as _key, md5(i || ':' || version) as _hash,"
                + " case when hash(i, version, 'gone') % 101 = 0 then 'D' else 'U' end as _op,"
                + " timestamp '2026-10-01 08:00:00' + to_hours(version) as _source_time, 'landing/" + feed.id()
                + "/2026-11-22T03Z/0badcafe/1' as _object, i * 100 as _offset, 90::bigint as _length,"
                + " null::varchar as _sheet, null::bigint as _row, null::varchar as _cells, i as _ordinal,"
                + " null::varchar as _warnings, timestamp '2026-11-22 03:00:00' as _window, " + columns
                + " from (select i, " + version + " as version from " + all(hour) + " where " + speaks(place)
                + ") order by _key";
    }

    private String text(CanonicalField field) {
        return field.name().equals("ent_name")
                ? name("version")
                : field.name().equals("uscc") ? id() : "'值' || (" + DealtColumns.lot(field) + " % 100000)";
    }

    private static String name(String version) {
        return "'杭州' || chr((20000 + hash(i, 1) % 10000)::integer) || chr((20000 + hash(i, 2, " + version
                + ") % 10000)::integer) || '机械有限公司'";
    }

    private static String id() {
        return "'E' || lpad(i::varchar, 8, '0')";
    }

    private static String speaks(int place) {
        return place == 0 ? "true" : "hash(i, " + place + ") % 2 = 0";
    }

    /** Each hour a few more. */
    private String all(int hour) {
        return "(select i from range(" + (enterprises + hour * Math.max(1, enterprises / (10 * share))) + ") as t(i))";
    }

    /** How often the subject's record has changed by the hour. */
    private String version(String subject, int hour) {
        return IntStream.rangeClosed(1, hour)
                .mapToObj(past -> "(hash(i, " + subject + ", " + past + ", " + seed + ") % " + share + " = 0)::integer")
                .collect(Collectors.joining(" + ", "(0", ")"))
                .replace("(0(", "(0 + (");
    }

    private String write(int hour, String name, String select) {
        Path file = root.resolve("lake/given/" + hour + "/" + name + ".parquet");
        try (Session session = engine.open()) {
            Files.createDirectories(file.getParent());
            session.copy(select, file);
            return root.relativize(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
