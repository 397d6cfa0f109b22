package io.hourshare.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.Figures;
import io.hourshare.contract.Catalogue;
import io.hourshare.engine.Session;
import io.hourshare.kernel.FeedId;
import io.hourshare.kernel.HourWindow;
import io.hourshare.land.Delivery;
import io.hourshare.land.LandedBatch;
import io.hourshare.land.Landing;
import io.hourshare.merge.MergedProfiles;
import io.hourshare.merge.Merger;
import io.hourshare.normalize.CurrentRecords;
import io.hourshare.normalize.Normalization;
import io.hourshare.publish.PublicationContext;
import io.hourshare.publish.Publisher;
import io.hourshare.publish.Snapshot;
import io.hourshare.resolve.Resolution;
import io.hourshare.resolve.Resolver;
import io.hourshare.resolve.world.NumberMaker;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One enterprise to which a department sends very many records in one hour, from landing to publication.
 *
 * <p>Run by {@code mvn -Pbench verify -Dtest=HotKeyBenchmark}; {@code -Dbench.records} says how many (a million), and
 * the engine has 700 MB, the heap 1 GB.
 */
@Tag("F48")
class HotKeyBenchmark {

    private static final FeedId LICENCE = FeedId.parse("credit.licence");
    private static final String NAME = "平湖甲光东天精密机械有限公司";
    private static final String USCC = NumberMaker.uscc("330482", 7);
    private static final int PAGE = 20_000;
    private static final Map<String, Object> MEMORY = Map.of("hourshare.engine.memory", "700MB");

    @TempDir
    private Path folder;

    private final Map<String, Long> millis = new LinkedHashMap<>();

    @Test
    void whatOneEnterpriseHasCostsItsShareOfTimeAndNoMoreMemory() throws IOException {
        Assumptions.assumeTrue(System.getProperty("bench.stages", "hotkey").contains("hotkey"));
        int records = Integer.getInteger("bench.records", 1_000_000);
        long few = run(records / 10);
        long many = run(records);

        assertThat(many).as("%d ms for a tenth, %d ms for all", few, many).isLessThan(15 * Math.max(few, 2_000));
    }

    /** Answers what the hour of so many took; the hour after it brings ten more. */
    private long run(int records) throws IOException {
        millis.clear();
        Path home = folder.resolve("town-" + records);
        try (ThinTown town = new ThinTown(home, 8, MEMORY, "io.hourshare.history")) {
            town.hour(0);
            Snapshot published = hour(town, 1, 0, records, "");
            long spent = millis.values().stream().mapToLong(Long::longValue).sum();
            hour(town, 2, records, 10, "next ");
            long shown = shown(town, published);
            Figures.say(
                    "一家企业一小时 %d 条：毫秒 %s；画像文档 %.1f MB，分析文件 %d 条；%s",
                    records, millis, document(town, published) / 1e6, shown, memory());
            assertThat(shown).isEqualTo(records);
            return spent;
        }
    }

    private Snapshot hour(ThinTown town, int number, int first, int records, String prefix) {
        HourWindow hour = TownFiles.window(number);
        town.clockAt(hour.end().plusSeconds(180));
        LandedBatch landed = timed(prefix + "land", () -> land(town, hour, first, records));
        timed(
                prefix + "normalize",
                () -> town.bean(Normalization.class)
                        .normalize(town.bean(Catalogue.class).feed(LICENCE).orElseThrow(), landed));
        CurrentRecords current =
                timed(prefix + "current", () -> town.bean(Normalization.class).current());
        Resolution resolution =
                timed(prefix + "resolve", () -> town.bean(Resolver.class).resolve(current, hour));
        MergedProfiles merged =
                timed(prefix + "merge", () -> town.bean(Merger.class).merge(current, resolution));
        return timed(
                prefix + "publish",
                () -> town.bean(Publisher.class).publish(merged, hour, PublicationContext.of("hot")));
    }

    private static String memory() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmHWM"))
                .findFirst()
                .orElse("")
                .replaceAll("\\s+", " ");
    }

    private <T> T timed(String step, Supplier<T> work) {
        long start = System.nanoTime();
        T result = work.get();
        millis.put(step, (System.nanoTime() - start) / 1_000_000);
        return result;
    }

    private static LandedBatch land(ThinTown town, HourWindow hour, int from, int records) {
        try (Delivery delivery = town.bean(Landing.class).begin(LICENCE, hour, false)) {
            for (int first = 0; first < records; first += PAGE) {
                delivery.keep(
                        "page-%03d.json".formatted(first / PAGE + 1),
                        new ByteArrayInputStream(page(from + first, Math.min(PAGE, records - first), records)),
                        "town:" + hour);
            }
            return delivery.complete(null, null);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static byte[] page(int first, int count, int total) {
        StringBuilder page = new StringBuilder("{\"code\":200,\"data\":{\"total\":" + total + ",\"list\":[");
        for (int number = first; number < first + count; number++) {
            page.append(number == first ? "" : ", ")
                    .append("{\"XK_XDR_MC\":\"" + NAME + "\",\"XK_XDR_LB\":\"法人及非法人组织\",\"XK_XDR_SHXYM\":\"" + USCC
                            + "\",\"XK_WSH\":\"平许〔2026〕" + number
                            + "号\",\"XK_NR\":\"食品经营\",\"XK_JDRQ\":\"2026/03/02\",\"XK_XKJG\":\"平湖市行政审批局\"}");
        }
        return page.append("]}}").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static long document(ThinTown town, Snapshot published) {
        try (Session session = town.snapshots().read(published)) {
            return session.query(
                            "select sum(strlen(text)) from document_part group by enterprise_id order by 1 desc limit 1",
                            row -> row.getLong(1))
                    .get(0);
        }
    }

    private static long shown(ThinTown town, Snapshot published) {
        try (Session session = town.bean(io.hourshare.engine.Engine.class).openReadOnly(published.analystFile())) {
            return session.number("select count(*) from licence where doc_no not like '%-%'");
        }
    }
}
