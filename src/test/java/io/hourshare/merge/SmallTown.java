package io.hourshare.merge;

import io.hourshare.contract.CanonicalEntity;
import io.hourshare.contract.CanonicalField;
import io.hourshare.contract.Catalogue;
import io.hourshare.contract.Cycle;
import io.hourshare.contract.DeletionRule;
import io.hourshare.contract.Disposition;
import io.hourshare.contract.Feed;
import io.hourshare.contract.FeedContract;
import io.hourshare.contract.FeedJob;
import io.hourshare.contract.FeedMode;
import io.hourshare.contract.FieldMapping;
import io.hourshare.contract.LogicalType;
import io.hourshare.contract.Reading;
import io.hourshare.contract.RouteInstance;
import io.hourshare.contract.ShareAttribute;
import io.hourshare.contract.SourceField;
import io.hourshare.contract.SourceFormat;
import io.hourshare.contract.SqlModel;
import io.hourshare.contract.Survivorship;
import io.hourshare.contract.ValidityRule;
import io.hourshare.engine.Engine;
import io.hourshare.engine.EngineSettings;
import io.hourshare.engine.Session;
import io.hourshare.engine.Sql;
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
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A few enterprises of three departments, as current records and assignments, in the files the stages agree on. */
public final class SmallTown implements AutoCloseable {

    public static final FeedId MARKET = FeedId.parse("market-regulation.registration");
    public static final FeedId TAX = FeedId.parse("tax.registration");
    public static final FeedId RATING = FeedId.parse("tax.credit-rating");
    public static final Instant NOW = Instant.parse("2026-11-22T04:05:06Z");

    public final DataRoot root;
    public final Journal journal;
    public final Ledger ledger;
    public final Engine engine;
    private final Cases cases;
    private Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final Map<FeedId, Map<String, String>> records = new TreeMap<>();
    private final Map<String, String> assignments = new LinkedHashMap<>();
    private String hour = "2026-11-22 03:00:00";
    private final List<CanonicalField> further = new ArrayList<>();
    private final List<Feed> furtherFeeds = new ArrayList<>();
    private final Map<String, CanonicalEntity> kinds = new TreeMap<>();
    private final Map<String, List<FeedId>> order = new LinkedHashMap<>();
    private final List<ValidityRule> validity = new ArrayList<>();
    private String version = "1";
    private @Nullable Catalogue given;

    public SmallTown(Path home) {
        this.root = DataRoot.open(home);
        this.journal = Journal.open(root, Clock.fixed(NOW, ZoneOffset.UTC));
        this.ledger = new Ledger(journal);
        this.cases = new Cases(journal, clock);
        this.engine = new Engine(new EngineSettings("512MB", 2), home.resolve("spill"));
        order.put("ent_name", List.of(MARKET, TAX));
        order.put("address", List.of(MARKET, TAX));
        order.put("industry_code", List.of(TAX, MARKET));
    }

    /** Works by this catalogue instead of the town's own small one. */
    public SmallTown catalogue(Catalogue whole) {
        given = whole;
        return this;
    }

    public SmallTown version(String next) {
        version = next;
        return this;
    }

    /** Merges from now on at this time. */
    public SmallTown at(String time) {
        clock = Clock.fixed(Instant.parse(time), ZoneOffset.UTC);
        return this;
    }

    /** Records added from now on came in this hour; one with a known key takes the place of the older. */
    public SmallTown hour(String start) {
        hour = start;
        return version(start.replaceAll("\\D", ""));
    }

    /** Lets records give way by this rule. */
    public SmallTown validity(ValidityRule rule) {
        validity.add(rule);
        return this;
    }

    public SmallTown attribute(CanonicalField field, Feed feed) {
        further.add(field);
        furtherFeeds.add(feed);
        return this;
    }

    /** Knows records of a further kind. */
    public SmallTown kind(CanonicalEntity kind, Feed feed) {
        kinds.put(kind.name(), kind);
        furtherFeeds.add(feed);
        return this;
    }

    /** Adds a record; {@code columns} is the list of {@code value as column} beside the envelope. */
    public SmallTown record(FeedId feed, String enterprise, String key, String time, String columns) {
        return record(feed, enterprise, key, time, "U", columns);
    }

    public SmallTown record(FeedId feed, String enterprise, String key, String time, String operation, String columns) {
        Map<String, String> rows = records.computeIfAbsent(feed, absent -> new LinkedHashMap<>());
        rows.put(
                key,
                "select " + Sql.literal(key) + " as _key, md5(" + Sql.literal(key + columns) + ") as _hash, '"
                        + operation + "' as _op, timestamp '" + time + "' as _source_time, 'landing/" + feed
                        + "/2026-11-22T03Z/0badcafe/1' as _object, " + rows.size() * 100
                        + "::bigint as _offset, 90::bigint as"
                        + " _length, null::varchar as _sheet, null::bigint as _row, null::varchar as _cells, "
                        + rows.size()
                        + "::bigint as _ordinal, null::varchar as _warnings, timestamp '" + hour + "' as _window, "
                        + columns);
        assignments.put(feed + key, "('" + feed + "', " + Sql.literal(key) + ", '" + enterprise + "')");
        return this;
    }

    public Merger merger() {
        return new Merger(
                catalogue(),
                engine,
                root,
                journal,
                ledger,
                new DecidedValues(cases(), clock),
                new UsedMappings(root.path(), journal, catalogue()));
    }

    /** The town's ledgers of cases, on the journal. */
    public Cases cases() {
        return cases;
    }

    public MergedProfiles merge() {
        return merger().merge(current(), resolution());
    }

    /** Lets a session read the tables by their names. */
    static void show(Session session, MergedProfiles merged, DataRoot root) {
        merged.tables()
                .forEach((table, kept) -> session.execute(
                        "create view " + Sql.identifier(table) + " as select * from " + kept.rows(root::resolve)));
    }

    public CurrentRecords current() {
        Map<FeedId, List<String>> files = new TreeMap<>();
        records.forEach((feed, rows) -> files.put(
                feed,
                List.of(write(
                        "current-" + feed, String.join(" union all by name ", rows.values()) + " order by _key"))));
        return new CurrentRecords(files, Digest.of("current " + version));
    }

    public Resolution resolution() {
        String assigned = String.join(", ", assignments.values());
        return new Resolution(
                Map.of(
                        "er_assignment",
                        write(
                                "er_assignment",
                                "select *, 'number' as tier, 'uscc' as rule, 1.0 as score from (values " + assigned
                                        + ") t(feed, record_key, enterprise_id)"),
                        "er_entity",
                        write(
                                "er_entity",
                                "select distinct enterprise_id, enterprise_id as uscc, null::varchar as org_code,"
                                        + " enterprise_id as name, '330482' as region_code, 'active' as state,"
                                        + " enterprise_id <> 'E2' as in_park, null::varchar as branch_of from (values "
                                        + assigned + ") t(feed, record_key, enterprise_id)"),
                        "er_name",
                        write(
                                "er_name",
                                "select * from (values ('E1', '重庆长江机械有限公司', 'current', null::date, null::date,"
                                        + " 'market-regulation.registration'), ('E1', '厦门行知机械厂', 'former',"
                                        + " date '2010-01-01', date '2020-01-01', 'market-regulation.registration'))"
                                        + " t(enterprise_id, name, kind, valid_from, valid_to, feed)"),
                        "er_number",
                        write(
                                "er_number",
                                "select * from (values ('E1', 'uscc', '91330482MA28A1234X',"
                                        + " 'market-regulation.registration'), ('E1', 'taxpayer_id',"
                                        + " '11010519491231002X', 'tax.registration'))"
                                        + " t(enterprise_id, kind, value, feed)"),
                        "er_event",
                        write(
                                "er_event",
                                "select * from (values ('1', '2026-11-22T02Z', 'merge', 'E0', 'E1', null::varchar,"
                                        + " null::varchar, 'register')) t(event_id, hour, kind, enterprise_id, other_id,"
                                        + " feed, record_key, cause)"),
                        "er_redirect",
                        write("er_redirect", "select 'E0' as old_id, 'E1' as enterprise_id, '2026-11-22T02Z' as hour")),
                Map.of(),
                Digest.of("resolution " + version));
    }

    public Catalogue catalogue() {
        return given == null ? small() : given;
    }

    private Catalogue small() {
        List<CanonicalField> attributes = new ArrayList<>(List.of(
                field("uscc", "统一社会信用代码", LogicalType.STRING, null),
                field("ent_name", "企业名称", LogicalType.STRING, null),
                field("address", "住所", LogicalType.STRING, "address"),
                field("region_code", "行政区划", LogicalType.STRING, "address"),
                field("industry_code", "行业代码", LogicalType.STRING, null),
                new CanonicalField("reg_capital", "注册资本", LogicalType.NUMBER, "万元", "认缴", false, null),
                new CanonicalField("legal_rep_name", "法定代表人", LogicalType.STRING, null, "", true, null),
                field("est_date", "成立日期", LogicalType.DATE, null)));
        attributes.addAll(further);
        CanonicalEntity enterprise = new CanonicalEntity("enterprise", "企业", "一户一行", attributes);
        CanonicalEntity rating = new CanonicalEntity(
                "credit-rating",
                "纳税信用等级",
                "一户一年一行",
                List.of(
                        field("rating_year", "评价年度", LogicalType.INTEGER, null),
                        field("rating", "信用等级", LogicalType.STRING, null),
                        field("score", "得分", LogicalType.NUMBER, null)));
        List<Feed> feeds = new ArrayList<>(List.of(
                feed(
                        MARKET,
                        "enterprise",
                        List.of(
                                "uscc",
                                "ent_name",
                                "address",
                                "region_code",
                                "industry_code",
                                "reg_capital",
                                "legal_rep_name",
                                "est_date")),
                feed(TAX, "enterprise", List.of("uscc", "ent_name", "address", "industry_code", "est_date")),
                feed(RATING, "credit-rating", List.of("rating_year", "rating", "score", "ent_name"))));
        feeds.addAll(furtherFeeds);
        kinds.put("enterprise", enterprise);
        kinds.put("credit-rating", rating);
        return new Catalogue(
                feeds,
                List.of(),
                Map.copyOf(kinds),
                Map.of(),
                Map.of("merge", models("jobs/merge"), "publish", models("jobs/publish")),
                new Survivorship(order, validity),
                Digest.of("catalogue " + further + validity));
    }

    public static CanonicalField field(String name, String title, LogicalType type, @Nullable String group) {
        return new CanonicalField(name, title, type, null, title, false, group);
    }

    public static Feed feed(FeedId id, String into, List<String> columns) {
        List<SourceField> fields = columns.stream()
                .map(name -> new SourceField(
                        "F_" + name, name, LogicalType.STRING, null, false, 0, "internal", Disposition.KEEP, Map.of()))
                .toList();
        FeedContract contract = new FeedContract(
                id,
                "来源" + id.name(),
                "1.0.0",
                fields,
                FeedMode.FULL,
                DeletionRule.NONE,
                Duration.ZERO,
                Cycle.HOURLY,
                Duration.ofMinutes(60),
                true,
                ShareAttribute.CONDITIONAL,
                "",
                "",
                365,
                "数据科");
        List<FieldMapping> map = columns.stream()
                .map(name -> new FieldMapping(
                        name, List.of("F_" + name), name.equals("address") ? "address" : "text", Map.of()))
                .toList();
        FeedJob job = new FeedJob(id, into, new Reading(SourceFormat.JSON, Map.of()), map, 5, 1, 1);
        return new Feed(
                contract, new RouteInstance(id, "http-paged-json", Map.of(), ""), job, Digest.of(id.toString()));
    }

    private String write(String name, String select) {
        Path file = root.resolve("lake/given/" + version + "/" + name + ".parquet");
        try (Session session = engine.open()) {
            Files.createDirectories(file.getParent());
            session.copy(select, file);
            return root.relativize(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<SqlModel> models(String folder) {
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            return files.filter(file -> file.toString().endsWith(".sql"))
                    .sorted()
                    .map(SmallTown::model)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SqlModel model(Path file) {
        try {
            String name = file.getFileName().toString().replace(".sql", "");
            return new SqlModel(name, file.toString(), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        root.close();
    }
}
