package io.hourshare.operate;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.Figures;
import io.hourshare.Hourshare;
import io.hourshare.contract.Catalogue;
import io.hourshare.engine.Engine;
import io.hourshare.engine.EngineSettings;
import io.hourshare.engine.Session;
import io.hourshare.evidence.ValueTrace;
import io.hourshare.kernel.SteppedClock;
import io.hourshare.merge.Merger;
import io.hourshare.operate.hour.HourLoop;
import io.hourshare.store.DataRoot;
import io.hourshare.store.JournalFact.SnapshotPublished;
import io.hourshare.store.Ledger;
import io.hourshare.store.Slot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/**
 * Measures the whole pipeline from a town's doors to the published files, the hour after it, and lookups over HTTP,
 * each beside plain DuckDB in the same run; and hours in which nothing happens.
 *
 * <p>Run by {@code mvn -Pbench verify}; {@code -Dbench.stages=hour,trace,lookup,idle}, {@code -Dbench.enterprises},
 * {@code -Dbench.rate}, {@code -Dbench.seconds} and {@code -Dbench.warming} choose.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class HourBenchmark {

    /** Every feed is due by then, and publishing is not: at minute 20 whatever is there would go out unmeasured. */
    private static final String START = "2026-11-20T02:18:00Z";

    /** When the same look is written down anew. */
    private static final Duration LATER = Duration.ofMinutes(11);

    private static final Set<String> STAGES = Set.of(
            System.getProperty("bench.stages", "normalize,hour,lookup,idle").split(","));

    private final int enterprises = Integer.getInteger("bench.enterprises", 10_000);
    private final SteppedClock clock = new SteppedClock(START);

    private TownProcess town;
    private ServletWebServerApplicationContext context;
    private Path folder;
    private Path home;

    @BeforeAll
    void start(@TempDir Path temporary) throws IOException {
        String kept = System.getProperty("bench.folder");
        folder = kept == null ? temporary : Files.createDirectories(Path.of(kept));
        Assumptions.assumeTrue(
                List.of("hour", "trace", "lookup", "idle").stream().anyMatch(STAGES::contains));
        home = folder.resolve("data");
        if (Files.exists(reached())) {
            clock.at(Files.readString(reached()).strip());
        }
        town = TownProcess.start(
                folder.resolve("town"),
                enterprises,
                enterprises / 8,
                clock.instant().toString());
        SpringApplicationBuilder application = new SpringApplicationBuilder(Hourshare.class)
                .initializers(prepared -> ((GenericApplicationContext) prepared)
                        .registerBean("steppedClock", Clock.class, () -> clock, bean -> bean.setPrimary(true)))
                .properties(
                        "hourshare.home=" + home,
                        "hourshare.engine.memory=" + System.getProperty("bench.memory", "700MB"),
                        "hourshare.operate.automatic=false",
                        "hourshare.sandbox.api-key=demonstration");
        town.sources().forEach((name, value) -> application.properties(name + "=" + value));
        context = (ServletWebServerApplicationContext)
                application.run("--server.port=0"); // stronger than the file's port
    }

    @AfterAll
    void stop() throws IOException {
        Files.writeString(reached(), clock.instant().toString());
        if (context != null) {
            context.close();
        }
        if (town != null) {
            town.close();
        }
    }

    /** Where the next process goes on in a folder that is kept. */
    private Path reached() {
        return folder.resolve("clock.txt");
    }

    @Test
    @Order(1)
    void theWholePipelineFromTheFirstLoad() throws IOException {
        Assumptions.assumeFalse(Files.exists(reached()));
        Cost ours = measured(this::settle);
        report("整条管线，首次全量", ours, "first");
    }

    @Test
    @Order(2)
    void theHourAfterIt() throws IOException {
        Assumptions.assumeTrue(STAGES.contains("hour"));
        long before = received();
        clock.advance(Duration.ofHours(1));
        town.advance(Duration.ofHours(1));
        Cost ours = measured(this::settle);
        long more = received() - before;
        report(String.format(Locale.ROOT, "其后一小时（新到 %d 条，%.1f%%）", more, 100.0 * more / before), ours, "hour");
    }

    /** Values drawn by lot are found again in their bytes or cells, and every measure is derived again. */
    @Test
    @Order(3)
    void publishedValuesAreGivenAgainByTheirBytes() {
        Assumptions.assumeTrue(STAGES.contains("trace"));
        int values = Integer.getInteger("bench.values", 10_000);
        Cost before = Cost.now();
        ValueTrace.Traced traced = context.getBean(ValueTrace.class).sampleOfEveryKind(values);
        Cost cost = Cost.since(before);
        Figures.say(
                "取值溯源：抽取 %d 个，逐个按字节或单元格重算 %d 个，不符 %d 个；%.1f 秒（处理器 %.1f）；各类 %s",
                values, traced.total(), traced.wrong().size(), cost.wall(), cost.cpu(), traced.kinds());
        MeasuresAgain.Derived derived = measures();
        Figures.say(
                "推算指标：逐项由所列依据重算 %s，不符 %d 个", derived.derived(), derived.wrong().size());
        assertThat(traced.wrong()).isEmpty();
        assertThat(traced.total()).isEqualTo(values);
        assertThat(derived.wrong()).isEmpty();
    }

    private MeasuresAgain.Derived measures() {
        SnapshotPublished served =
                context.getBean(Ledger.class).lastPublication().orElseThrow();
        return MeasuresAgain.of(
                context.getBean(Merger.class).finished(served.inputs()).orElseThrow(),
                context.getBean(DataRoot.class),
                context.getBean(Engine.class));
    }

    @Test
    @Order(4)
    void lookupsOverHttp() throws IOException {
        Assumptions.assumeTrue(STAGES.contains("lookup"));
        Path copy = Files.copy(newest("serve.duckdb"), folder.resolve("copy.duckdb"));
        try (Session session = engine().openReadOnly(copy)) {
            List<String> all =
                    session.query("select enterprise_id from summary order by enterprise_id", row -> row.getString(1));
            Path ids = Files.write(folder.resolve("ids.txt"), all);
            int rate = Integer.getInteger("bench.rate", 200);
            int seconds = Integer.getInteger("bench.seconds", 20);
            int warming = Integer.getInteger("bench.warming", 20_000);
            String base = "http://127.0.0.1:"
                    + Objects.requireNonNull(context.getWebServer()).getPort();
            town.warmUp(base, warming, ids);
            clock.advance(LATER); // whoever is looked at again is a new line in the audit chain, forced to the disk
            Cost before = Cost.now();
            double compiled = Cost.ofThreads("C1 Comp|C2 Comp");
            String http = town.lookUp(base, rate, seconds, ids);
            double questions = rate * seconds / 1_000.0;
            double cpu = Cost.since(before).cpu() / questions;
            double compiling = (Cost.ofThreads("C1 Comp|C2 Comp") - compiled) / questions;
            Figures.say(
                    "单点查询：%d 家，预热 %d 次后每秒 %d 次（按应发时刻计）：HTTP %s 毫秒，每次处理器 %.1f 毫秒（其中即时编译 %.1f）；同一文件上的 DuckDB 语句 %s 毫秒",
                    all.size(), warming, rate, http, cpu, compiling, statements(session, all));
        }
    }

    /** Every department is asked and none has anything new. */
    @Test
    @Order(5)
    void anIdleHour() throws IOException {
        Assumptions.assumeTrue(STAGES.contains("idle"));
        for (int hour = 1; hour <= Integer.getInteger("bench.rounds", 3) + 1; hour++) {
            clock.advance(Duration.ofHours(1));
            town.rest(Duration.ofHours(1));
            long before = received();
            Cost cost = measured(this::settle);
            Figures.say("空闲的一小时 %d：%.1f 秒（处理器 %.1f），收到 %d 条", hour, cost.wall(), cost.cpu(), received() - before);
        }
    }

    private static String statements(Session session, List<String> ids) {
        double[] millis = new double[2_000];
        for (int i = -500; i < millis.length; i++) {
            long start = System.nanoTime();
            session.query(
                    "select text from document_part where enterprise_id = ? order by part",
                    row -> row.getString(1),
                    ids.get(Math.floorMod(i * 7_919, ids.size())));
            millis[Math.max(0, i)] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(millis);
        return String.format(
                Locale.ROOT, "p50 %.1f p99 %.1f", millis[millis.length / 2], millis[millis.length / 100 * 99]);
    }

    private void settle() {
        context.getBean(HourLoop.class).settle();
    }

    private long received() {
        Ledger ledger = context.getBean(Ledger.class);
        return context.getBean(Catalogue.class).feeds().stream()
                .flatMap(feed -> ledger.slots(feed.id()).stream())
                .map(Slot::adopted)
                .filter(Objects::nonNull)
                .mapToLong(adopted -> adopted.counts().received())
                .sum();
    }

    /** What we took is read before the reference runs in the same process. */
    private void report(String title, Cost ours, String reference) throws IOException {
        String memory = Cost.largestMemory();
        Cost bare = reference(reference);
        Figures.say(
                "%s：%d 家，%d 条；本平台 %.1f 秒（处理器 %.1f），DuckDB 参照 %.1f 秒（处理器 %.1f），速度比 %.2f（按处理器时间 %.2f）；%s",
                title,
                enterprises,
                received(),
                ours.wall(),
                ours.cpu(),
                bare.wall(),
                bare.cpu(),
                bare.wall() / ours.wall(),
                bare.cpu() / ours.cpu(),
                memory);
    }

    private Cost measured(Runnable work) {
        Cost before = Cost.now();
        work.run();
        return Cost.since(before);
    }

    /**
     * Plain DuckDB over the same accepted records: the newest version of each key of every feed into Parquet, then one
     * JSON document per unified code over all feeds into an indexed file. It fetches, decodes, checks, resolves and
     * explains nothing.
     */
    private Cost reference(String name) throws IOException {
        Path target = Files.createDirectories(folder.resolve("reference-" + name));
        Cost before = Cost.now();
        try (Session session = engine().create(target.resolve("documents.duckdb"))) {
            session.execute("create table record (uscc varchar, feed varchar, content varchar)");
            try (var feeds = Files.list(home.resolve("lake/normalized"))) {
                for (Path feed : feeds.sorted().toList()) {
                    newest(session, feed, target);
                }
            }
            session.execute("create table document as select uscc, json_group_array(content) as text"
                    + " from record group by uscc order by uscc");
            session.execute("create index document_uscc on document (uscc)");
        }
        return Cost.since(before);
    }

    private static void newest(Session session, Path feed, Path target) {
        String current = "'" + target.resolve(feed.getFileName() + ".parquet") + "'";
        session.execute("copy (select * from read_parquet('" + feed
                + "/*/*/records.parquet', union_by_name = true) qualify row_number() over"
                + " (partition by _key order by _source_time desc) = 1) to " + current + " (compression zstd)");
        boolean coded = session.query("describe select * from " + current, row -> row.getString(1))
                .contains("uscc");
        if (coded) {
            session.execute("insert into record select uscc, '" + feed.getFileName()
                    + "', cast(to_json(one) as varchar)" + " from " + current + " as one where uscc is not null");
        }
    }

    private Engine engine() {
        return new Engine(new EngineSettings(System.getProperty("bench.memory", "700MB"), 2), folder.resolve("spill"));
    }

    private Path newest(String name) throws IOException {
        try (var files = Files.walk(home.resolve("snapshots"))) {
            return files.filter(file -> file.endsWith(name))
                    .max((one, other) -> one.toString().compareTo(other.toString()))
                    .orElseThrow();
        }
    }
}
