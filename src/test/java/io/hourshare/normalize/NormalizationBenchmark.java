package io.hourshare.normalize;

import com.sun.management.OperatingSystemMXBean;
import io.hourshare.Figures;
import io.hourshare.contract.Feed;
import io.hourshare.contract.SourceField;
import io.hourshare.contract.SourceFormat;
import io.hourshare.engine.Session;
import io.hourshare.kernel.OrganisationCode;
import io.hourshare.kernel.Uscc;
import io.hourshare.land.LandedBatch;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/**
 * Measures normalization with every check and position beside a bare DuckDB copy of the same data, in one run.
 *
 * <p>No test runs it by itself: {@code mvn test -Dtest=NormalizationBenchmark}, with {@code -Dbench.records} and
 * {@code -Dbench.rounds} as one likes.
 */
class NormalizationBenchmark {

    private static final String REGISTRATION = "market-regulation.registration";
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private final Feed feed = NormalizeBench.feed(REGISTRATION);
    private final List<String> names =
            feed.contract().fields().stream().map(SourceField::name).toList();
    private final int records = Integer.getInteger("bench.records", 300_000);
    private final int warming = Integer.getInteger("bench.normalize.warming", 2);

    @TempDir
    private Path folder;

    @Test
    void measuresJsonPagesAndGb18030TablesBesideABareCopy() throws IOException {
        Assumptions.assumeTrue(System.getProperty("bench.stages", "normalize").contains("normalize"));
        int rounds = Integer.getInteger("bench.rounds", 5);
        Path lines = folder.resolve("reference.jsonl");
        Path pages = folder.resolve("page.json");
        Path utf8 = folder.resolve("reference.csv");
        Path gb18030 = folder.resolve("list.csv");
        write(lines, pages, utf8, gb18030);
        measure(
                "JSON 分页",
                rounds,
                pages,
                "read_ndjson(" + quoted(lines) + ", columns = " + columns() + ")",
                Map.of("records", "data"),
                SourceFormat.JSON);
        measure(
                "GB18030 CSV",
                rounds,
                gb18030,
                "read_csv(" + quoted(utf8) + ", header = true, all_varchar = true)",
                Map.of("charset", "GB18030"),
                SourceFormat.CSV);
    }

    /**
     * Wall and processor seconds, and what of the latter the virtual machine took for compiling (of threads) and
     * collecting (by the clock).
     */
    private record Cost(double wall, double cpu, double compiling, double collecting) {

        /** After a collection, so that nobody pays for what was left behind before. */
        static Cost of(Work work) throws IOException {
            System.gc();
            Cost start = now();
            work.run();
            Cost end = now();
            return new Cost(
                    end.wall - start.wall,
                    end.cpu - start.cpu,
                    end.compiling - start.compiling,
                    end.collecting - start.collecting);
        }

        private static Cost now() {
            OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
            double collecting = ManagementFactory.getGarbageCollectorMXBeans().stream()
                    .mapToDouble(GarbageCollectorMXBean::getCollectionTime)
                    .sum();
            return new Cost(
                    System.nanoTime() / 1e9,
                    system.getProcessCpuTime() / 1e9,
                    ManagementFactory.getCompilationMXBean().getTotalCompilationTime() / 1e3,
                    collecting / 1e3);
        }

        @Override
        public String toString() {
            return "%.2f 秒（处理器 %.2f，编译 %.2f，回收 %.2f）".formatted(wall, cpu, compiling, collecting);
        }
    }

    @FunctionalInterface
    private interface Work {
        void run() throws IOException;
    }

    /** The rounds of both, by round; those before the first that counts let both sides be compiled. */
    private record Rounds(List<Cost> bare, List<Cost> ours) {

        /** By round, smallest first: the machine's speed drifts, so each round is compared with its own neighbour. */
        double[] ratios(ToDoubleFunction<Cost> measure) {
            return IntStream.range(0, bare.size())
                    .mapToDouble(
                            round -> measure.applyAsDouble(bare.get(round)) / measure.applyAsDouble(ours.get(round)))
                    .sorted()
                    .toArray();
        }

        static double median(List<Cost> costs, ToDoubleFunction<Cost> measure) {
            return costs.stream().mapToDouble(measure).sorted().toArray()[costs.size() / 2];
        }
    }

    /** Who begins changes with every round: what one side leaves behind to the disk, the other has to wait for. */
    private void measure(
            String title, int rounds, Path object, String reference, Map<String, String> options, SourceFormat format)
            throws IOException {
        Rounds counted = new Rounds(new ArrayList<>(), new ArrayList<>());
        for (int round = -warming; round < rounds; round++) {
            boolean first = round % 2 == 0;
            Cost before = first ? bare(reference) : null;
            Cost ours = ours(object, options, format);
            Cost bare = before == null ? bare(reference) : before;
            if (round >= 0) {
                counted.bare().add(bare);
                counted.ours().add(ours);
            }
            Figures.say(
                    "%s %s：裸复制 %s，归一 %s，速度比 %.2f（按处理器时间 %.2f）",
                    title,
                    round < 0 ? "预热，不计" : "第 " + (round + 1) + " 轮",
                    bare,
                    ours,
                    bare.wall() / ours.wall(),
                    bare.cpu() / ours.cpu());
        }
        report(title, counted);
    }

    private void report(String title, Rounds rounds) {
        double[] wall = rounds.ratios(Cost::wall);
        double[] cpu = rounds.ratios(Cost::cpu);
        Figures.say(
                "%s：%d 条，裸复制 %.0f 条/秒，归一 %.0f 条/秒，各轮速度比的中位数 %.2f（最低 %.2f），按处理器时间 %.2f（最低 %.2f），底线 0.45",
                title,
                records,
                records / Rounds.median(rounds.bare(), Cost::wall),
                records / Rounds.median(rounds.ours(), Cost::wall),
                wall[wall.length / 2],
                wall[0],
                cpu[cpu.length / 2],
                cpu[0]);
    }

    private Cost bare(String reference) throws IOException {
        return inEmptyFolder(home -> {
            try (NormalizeBench bench = new NormalizeBench(home);
                    Session session = bench.engine.open()) {
                return Cost.of(() -> session.copy("select * from " + reference, home.resolve("copy.parquet")));
            }
        });
    }

    private Cost ours(Path object, Map<String, String> options, SourceFormat format) throws IOException {
        Feed reading = NormalizeBench.reading(feed, format, options);
        return inEmptyFolder(home -> {
            try (NormalizeBench bench = new NormalizeBench(home)) {
                LandedBatch landed = bench.land(reading, object);
                return Cost.of(() -> {
                    NormalizedBatch batch = bench.normalization.normalize(reading, landed);
                    if (batch.counts().received() != records) {
                        throw new IllegalStateException("Received " + batch.counts());
                    }
                });
            }
        });
    }

    @FunctionalInterface
    private interface Round {
        Cost run(Path home) throws IOException;
    }

    /** Deleted after each round: gigabytes of rounds before would push the files of this one out of the cache. */
    private Cost inEmptyFolder(Round round) throws IOException {
        Path home = Files.createTempDirectory(folder, "round");
        try {
            return round.run(home);
        } finally {
            FileSystemUtils.deleteRecursively(home);
        }
    }

    private void write(Path lines, Path pages, Path utf8, Path gb18030) throws IOException {
        Random random = new Random(7);
        try (Writer json = writer(lines, StandardCharsets.UTF_8);
                Writer page = writer(pages, StandardCharsets.UTF_8);
                Writer csv = writer(utf8, StandardCharsets.UTF_8);
                Writer list = writer(gb18030, Charset.forName("GB18030"))) {
            page.write("{\"code\":0,\"data\":[");
            csv.write(String.join(",", names) + "\n");
            list.write(String.join(",", names) + "\n");
            for (int i = 0; i < records; i++) {
                Map<String, String> record = record(i, random);
                String object = names.stream()
                        .map(name -> '"' + name + "\":\"" + record.getOrDefault(name, "") + '"')
                        .collect(Collectors.joining(",", "{", "}"));
                json.write(object + "\n");
                page.write((i == 0 ? "" : ",") + object);
                String row = names.stream()
                        .map(name -> record.getOrDefault(name, ""))
                        .collect(Collectors.joining(","));
                csv.write(row + "\n");
                list.write(row + "\n");
            }
            page.write("]}");
        }
    }

    private static Map<String, String> record(int i, Random random) {
        String name = "平湖" + (char) ('一' + random.nextInt(5_000)) + (char) ('一' + random.nextInt(5_000)) + i + "科技有限公司";
        boolean bad = random.nextInt(70) == 0;
        return Map.ofEntries(
                Map.entry("PRIPID", "3304820000" + (1_000_000_000L + i)),
                Map.entry("UNISCID", bad ? "91330482MA2QF49C2M" : uscc(i)),
                Map.entry("REGNO", ""),
                Map.entry("ENTNAME", bad && random.nextBoolean() ? "" : name),
                Map.entry("ENTTYPE", "1130"),
                Map.entry("ENTTYPE_CN", "有限责任公司（自然人投资或控股）"),
                Map.entry("INDUSTRYPHY", "I"),
                Map.entry("INDUSTRYCO", "6510"),
                Map.entry("REGCAP", 50 + random.nextInt(5_000) + ".000000"),
                Map.entry("REGCAPCUR", "156"),
                Map.entry(
                        "ESTDATE",
                        "20%02d-%02d-%02d"
                                .formatted(random.nextInt(24), 1 + random.nextInt(12), 1 + random.nextInt(28))),
                Map.entry("OPTO", "9999-9-9"),
                Map.entry("APPRDATE", "2024年%d月%d日".formatted(1 + random.nextInt(12), 1 + random.nextInt(28))),
                Map.entry("REGSTATE", "K"),
                Map.entry("REGSTATE_CN", "存续"),
                Map.entry("REGORG", "330482"),
                Map.entry("REGORG_CN", "平湖市市场监督管理局"),
                Map.entry(
                        "DOM",
                        "浙江省嘉兴市平湖市钟埭街道永兴路" + random.nextInt(3_000) + "号" + random.nextInt(40) + "幢"
                                + random.nextInt(900) + "室"),
                Map.entry("DOMDISTRICT", "330482"),
                Map.entry(
                        "OPSCOPE",
                        "一般项目：技术服务、技术开发、技术咨询；软件开发；信息系统集成服务；机械设备销售；电子产品销售；货物进出口（除依法须经批准的项目外，凭营业执照依法自主开展经营活动）。"),
                Map.entry("NAME", "王" + (char) ('一' + random.nextInt(5_000))),
                Map.entry("PARK_ID", "P01"),
                Map.entry(
                        "S_EXT_TIMESTAMP",
                        "2026-11-%02d %02d:%02d:00"
                                .formatted(1 + random.nextInt(22), random.nextInt(24), random.nextInt(60))),
                Map.entry("S_EXT_FLAG", "U"));
    }

    private static String uscc(int i) {
        StringBuilder code = new StringBuilder("91330482MA");
        int rest = i;
        for (int digit = 0; digit < 6; digit++) {
            code.append(ALPHABET.charAt(rest % 31));
            rest /= 31;
        }
        code.append(OrganisationCode.checkCharacter(code.substring(8)));
        return code.append(Uscc.checkCharacter(code)).toString();
    }

    private String columns() {
        return names.stream().map(name -> '\'' + name + "': 'VARCHAR'").collect(Collectors.joining(", ", "{", "}"));
    }

    private static Writer writer(Path file, Charset charset) throws IOException {
        return new BufferedWriter(
                new OutputStreamWriter(
                        Files.newOutputStream(file),
                        charset.newEncoder().onUnmappableCharacter(CodingErrorAction.REPORT)),
                1 << 20);
    }

    private static String quoted(Path path) {
        return "'" + path + "'";
    }
}
