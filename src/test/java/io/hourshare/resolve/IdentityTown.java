package io.hourshare.resolve;

import io.hourshare.contract.Catalogue;
import io.hourshare.contract.CodeList;
import io.hourshare.contract.Feed;
import io.hourshare.contract.FeedContract;
import io.hourshare.contract.FeedJob;
import io.hourshare.contract.FeedMode;
import io.hourshare.contract.FieldMapping;
import io.hourshare.contract.Reading;
import io.hourshare.contract.RouteInstance;
import io.hourshare.contract.SourceFormat;
import io.hourshare.contract.SqlModel;
import io.hourshare.contract.Survivorship;
import io.hourshare.contract.UsualContract;
import io.hourshare.engine.Engine;
import io.hourshare.engine.EngineSettings;
import io.hourshare.engine.Session;
import io.hourshare.engine.Sql;
import io.hourshare.kernel.Digest;
import io.hourshare.kernel.FeedId;
import io.hourshare.kernel.HourWindow;
import io.hourshare.normalize.CurrentRecords;
import io.hourshare.store.DataRoot;
import io.hourshare.store.Journal;
import io.hourshare.store.JournalEntry;
import io.hourshare.store.JournalFact.StageDone;
import io.hourshare.store.Ledger;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A data root with hand-made current records, resolved by the real models. */
public final class IdentityTown implements AutoCloseable {

    static final String REGISTER = "market-regulation.registration";

    private final Map<String, List<Map<String, String>>> records = new TreeMap<>();
    private final Map<String, List<String>> columns = new HashMap<>();
    private final DataRoot root;
    private final Journal journal;
    private final Engine engine;
    private final Rulings rulings;
    private final Ledger ledger;
    private final Map<String, String> loaded = new TreeMap<>();
    private HourWindow hour = HourWindow.parse("2026-11-22T03Z");
    private int deliveries;

    IdentityTown(Path home) {
        root = DataRoot.open(home);
        journal = Journal.open(root, Clock.systemUTC());
        ledger = new Ledger(journal);
        rulings = new Rulings(journal);
        engine = new Engine(new EngineSettings("1GB", 2), home.resolve("spill"));
    }

    /** @param fields canonical names and values, taking turns */
    public IdentityTown record(String feed, String key, String... fields) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("_key", key);
        for (int i = 0; i < fields.length; i += 2) {
            row.put(fields[i], fields[i + 1]);
            List<String> known = columns.computeIfAbsent(feed, absent -> new ArrayList<>());
            if (!known.contains(fields[i])) {
                known.add(fields[i]);
            }
        }
        records.computeIfAbsent(feed, absent -> new ArrayList<>()).add(row);
        return this;
    }

    /** Enterprise id by {@code feed/key}. */
    public Map<String, String> resolve() {
        return read(resolution(), "er_assignment", "feed || '/' || record_key", "enterprise_id");
    }

    Resolution resolution() {
        Map<FeedId, List<String>> files = new TreeMap<>();
        records.keySet().forEach(feed -> files.put(FeedId.parse(feed), List.of(write(feed))));
        loaded.forEach((feed, file) -> files.put(FeedId.parse(feed), List.of(file)));
        String content = records.toString() + loaded;
        return new Resolver(catalogue(), root, journal, ledger, engine, rulings)
                .resolve(new CurrentRecords(files, Digest.of(content)), hour);
    }

    public Map<String, String> read(Resolution resolution, String table, String key, String value) {
        Map<String, String> result = new TreeMap<>();
        try (Session session = engine.open()) {
            session.view("t", List.of(root.resolve(resolution.tables().get(table))));
            session.query("select " + key + ", " + value + " from t", row -> {
                result.put(row.getString(1), row.getString(2));
                return row;
            });
        }
        return result;
    }

    /** Every row of every table, numbers to the sixth place. */
    Map<String, List<String>> tables(Resolution resolution) {
        Map<String, List<String>> result = new TreeMap<>();
        try (Session session = engine.open()) {
            resolution.tables().forEach((table, file) -> {
                session.view("t", List.of(root.resolve(file)));
                List<String> columns = session.query(
                        "select case when column_type = 'DOUBLE' then 'round(' || column_name || ', 6)' "
                                + "else '\"' || column_name || '\"' end from (describe t)",
                        found -> "coalesce(cast(" + found.getString(1) + " as varchar), '')");
                result.put(
                        table,
                        session.query(
                                "select " + String.join(" || '|' || ", columns) + " from t order by 1",
                                found -> found.getString(1)));
            });
        }
        return result;
    }

    /** How often numbers were learnt. */
    long learnt() {
        return journal.lines().stream()
                .filter(line ->
                        line.entry() instanceof StageDone done && done.stage().equals("learn"))
                .count();
    }

    /** Current records of a feed at once, in place of those before. */
    IdentityTown load(String feed, String select, List<String> told) {
        columns.put(feed, told);
        loaded.put(feed, write(feed, select));
        return this;
    }

    /** Takes a record away, to be told anew. */
    IdentityTown without(String feed, String key) {
        records.get(feed).removeIf(row -> key.equals(row.get("_key")));
        return this;
    }

    void append(JournalEntry entry) {
        journal.append(entry);
    }

    IdentityTown nextHour() {
        hour = hour.next();
        return this;
    }

    int journalLines() {
        return journal.lines().size();
    }

    private String write(String feed) {
        columns.get(feed).remove("_warnings");
        columns.get(feed).add("_warnings");
        return write(
                feed,
                records.get(feed).stream()
                        .map(row -> "select " + literal(row.get("_key")) + " as _key, 'U' as _op, "
                                + "timestamp '2026-11-01 00:00:00' as _source_time, "
                                + columns.get(feed).stream()
                                        .map(name -> literal(row.get(name)) + " as " + name)
                                        .collect(Collectors.joining(", ")))
                        .collect(Collectors.joining(" union all ")));
    }

    private String write(String feed, String select) {
        String target = "lake/current/" + feed + "/" + deliveries++ + ".parquet";
        try (Session session = engine.open()) {
            Files.createDirectories(root.resolve(target).getParent());
            session.copy(select, root.resolve(target));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return target;
    }

    private static String literal(String value) {
        return value == null ? "cast(null as varchar)" : Sql.literal(value);
    }

    private Catalogue catalogue() {
        List<Feed> feeds = columns.keySet().stream().sorted().map(this::feed).toList();
        return new Catalogue(
                feeds,
                List.of(),
                Map.of(),
                Map.of("region", regions()),
                Map.of("resolve", models()),
                new Survivorship(Map.of()),
                Digest.of("test"));
    }

    private Feed feed(String name) {
        FeedId id = FeedId.parse(name);
        FeedContract contract = UsualContract.of(id, FeedMode.FULL);
        List<FieldMapping> map = columns.get(name).stream()
                .map(column -> new FieldMapping(column, List.of(column), "text", Map.of()))
                .toList();
        FeedJob job = new FeedJob(id, "enterprise", new Reading(SourceFormat.CSV, Map.of()), map, 0, 1, 1);
        return new Feed(contract, new RouteInstance(id, "sftp-csv", Map.of(), ""), job, Digest.of(name));
    }

    public static List<SqlModel> models() {
        try (Stream<Path> files = Files.list(Path.of("jobs/resolve"))) {
            return files.filter(file -> file.toString().endsWith(".sql"))
                    .sorted()
                    .map(IdentityTown::model)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SqlModel model(Path file) {
        try {
            String name = file.getFileName().toString().replace(".sql", "");
            return new SqlModel(name, "jobs/resolve/" + name + ".sql", Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static CodeList regions() {
        List<Map<String, String>> rows = Stream.of(
                        "330000 浙江省",
                        "330400 嘉兴市",
                        "330482 平湖市",
                        "330421 嘉善县",
                        "330100 杭州市",
                        "330106 西湖区",
                        "310000 上海市",
                        "310115 浦东新区",
                        "320000 江苏省",
                        "320500 苏州市",
                        "320583 昆山市")
                .map(line -> Map.of("code", line.substring(0, 6), "name", line.substring(7)))
                .toList();
        return new CodeList("region", "行政区划", "", List.of("code", "name"), rows);
    }

    @Override
    public void close() {
        journal.close();
        root.close();
    }
}
