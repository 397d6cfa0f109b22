package io.hourshare.normalize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hourshare.contract.Feed;
import io.hourshare.contract.SourceFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Content that lies, breaks or explodes: the row or the delivery says why, within limits of time and memory. */
class HostileContentTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String USUAL = row("P1", "平湖甲有限公司");

    private NormalizeBench bench;
    private final Feed registration = NormalizeBench.feed("market-regulation.registration");
    private final Feed csv = NormalizeBench.reading(registration, SourceFormat.CSV, Map.of("charset", "UTF-8"));

    @BeforeEach
    void open(@TempDir Path folder) {
        bench = new NormalizeBench(folder);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    @Tag("F41")
    void aLoneSurrogateIsSentBackAndNeverReplaced() {
        assertReturned(registration, USUAL + "{\"PRIPID\":\"P2\",\"ENTNAME\":\"平湖\\ud83d公司\"}\n", "LONE_SURROGATE");
    }

    @Test
    @Tag("F41")
    void aNulIsSentBack() {
        assertReturned(registration, USUAL + "{\"PRIPID\":\"P2\",\"ENTNAME\":\"平湖\\u0000公司\"}\n", "NUL_CHARACTER");
    }

    @Test
    @Tag("F41")
    void utf8ThatIsDeclaredGb18030IsCaught() {
        Feed declared = NormalizeBench.reading(registration, SourceFormat.CSV, Map.of("charset", "GB18030"));

        assertThat(held(declared, table("P1,平湖甲有限公司\n"))).isEqualTo("ENCODING_MISMATCH");
    }

    @Test
    @Tag("F42")
    void aQuoteThatIsNeverClosedCostsItsLineOnly() {
        assertReturned(csv, text(table("P1,平湖甲有限公司\nP2,\"平湖乙\nP3,平湖丙有限公司\n")), "UNCLOSED_QUOTE");
    }

    @Test
    @Tag("F42")
    void raggedRowsAreSentBack() {
        assertReturned(csv, text(table("P1,平湖甲有限公司\nP2,平湖乙有限公司,多了,一列\n")), "COLUMN_COUNT");
    }

    @Test
    @Tag("F42")
    void formulaCellsAreTextAndNothingIsReckoned() {
        NormalizedBatch batch =
                bench.normalize(csv, "list.csv", table("P1,\"=cmd|' /C calc'!A0\"\nP2,+1+2\nP3,@SUM(1)\n"));

        assertThat(bench.select(batch.records(), "select string_agg(ent_name, ';' order by _ordinal) from records"))
                .singleElement()
                .satisfies(names -> assertThat(names.toString()).doesNotContain("3"));
    }

    @Test
    @Tag("F42")
    void twentyThousandColumnsAndTenMegabytesInACellEnd() {
        String wide = "PRIPID,ENTNAME" + ",X".repeat(20_000) + "\nP1,平湖甲有限公司" + ",1".repeat(20_000) + "\n";
        assertThat(quick(() -> bench.normalize(csv, "wide.csv", wide)).counts().received())
                .isEqualTo(1);
    }

    @Test
    @Tag("F42")
    void aRecordOfTenMegabytesIsAnsweredWithAReason() {
        String huge = text(table("P1,平湖甲有限公司\nP2," + "甲".repeat(4_000_000) + "\n"));
        NormalizedBatch batch = quick(() -> bench.normalize(csv, "huge.csv", huge));

        assertThat(batch.counts().balances()).isTrue();
        assertThat(batch.counts().received()).isEqualTo(2);
    }

    @Test
    @Tag("F43")
    void deepJsonIsSentBackWithoutOverflow() {
        String deep = "{\"PRIPID\":\"P2\",\"ENTNAME\":\"乙\",\"X\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}\n";

        assertReturned(registration, USUAL + deep, "NESTED_TOO_DEEP");
    }

    @Test
    @Tag("F43")
    void aFieldSaidTwiceIsSentBack() {
        assertReturned(
                registration, USUAL + "{\"PRIPID\":\"P2\",\"PRIPID\":\"P3\",\"ENTNAME\":\"乙\"}\n", "DUPLICATE_FIELD");
    }

    @Test
    @Tag("F43")
    void tornAndTrailingGarbageCostTheirLinesOnly() {
        assertReturned(
                registration, USUAL + "{\"PRIPID\":\"P2\",\"ENTNAME\":\n" + row("P3", "平湖丙有限公司"), "MALFORMED_RECORD");
    }

    @Test
    @Tag("F44")
    void documentTypesEntitiesAndBillionLaughsAreRefused() {
        Feed xml = NormalizeBench.reading(registration, SourceFormat.XML, Map.of());
        String laughs = "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b \"bbbbbbbbbb\"><!ENTITY c \"&b;&b;&b;\">]>"
                + "<list><row><PRIPID>&c;</PRIPID><ENTNAME>甲</ENTNAME></row></list>";
        String outside = "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>"
                + "<list><row><PRIPID>P1</PRIPID><ENTNAME>&x;</ENTNAME></row></list>";

        assertThat(held(xml, laughs.getBytes(StandardCharsets.UTF_8))).isEqualTo("FORBIDDEN_CONTENT");
        assertThat(held(xml, outside.getBytes(StandardCharsets.UTF_8))).isEqualTo("FORBIDDEN_CONTENT");
    }

    @Test
    @Tag("F46")
    void parquetFromOutsideIsNoDeliveryInAnyFormat() throws IOException {
        NormalizedBatch own = bench.normalize(registration, "rows.jsonl", USUAL);
        byte[] parquet = Files.readAllBytes(bench.root.resolve(own.records().get(0)));
        assertThat(new String(parquet, 0, 4, StandardCharsets.US_ASCII)).isEqualTo("PAR1");
        byte[] brokenFooter = parquet.clone();
        java.util.Arrays.fill(brokenFooter, parquet.length - 8, parquet.length - 4, (byte) 0x7f);
        for (SourceFormat format : List.of(SourceFormat.CSV, SourceFormat.JSON, SourceFormat.XML, SourceFormat.XLSX)) {
            Feed feed = NormalizeBench.reading(
                    registration, format, format == SourceFormat.CSV ? Map.of("charset", "UTF-8") : Map.of());
            for (byte[] foreign : List.of(parquet, brokenFooter)) {
                assertThat(held(feed, foreign)).as(format.name()).isNotEmpty();
            }
        }
    }

    @Test
    @Tag("F45")
    void aWorkbookThatExplodesIsRefused() throws IOException {
        Feed sheet = NormalizeBench.reading(registration, SourceFormat.XLSX, Map.of());
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bomb)) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 300; i++) {
                zip.write(zeros);
            }
        }

        assertThat(held(sheet, bomb.toByteArray())).isEqualTo("ARCHIVE_LIMIT");
    }

    @Test
    @Tag("F45")
    void aWorkbookOfManyEntriesIsRefused() throws IOException {
        Feed sheet = NormalizeBench.reading(registration, SourceFormat.XLSX, Map.of());
        ByteArrayOutputStream many = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(many)) {
            for (int i = 0; i < 20_000; i++) {
                zip.putNextEntry(new ZipEntry("../" + i));
            }
        }

        assertThat(held(sheet, many.toByteArray())).isEqualTo("ARCHIVE_LIMIT");
    }

    @Test
    @Tag("F24")
    void aLoginPageIsNoData() {
        assertThat(held(
                        NormalizeBench.reading(registration, SourceFormat.XLSX, Map.of()),
                        "<html>请登录</html>".getBytes(StandardCharsets.UTF_8)))
                .isIn("NOT_THE_FORMAT", "OLD_WORKBOOK");
        assertThat(held(csv, "<html><body>请登录</body></html>".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("HEADER_NOT_FOUND");
    }

    @Test
    @Tag("F50")
    void valuesBeyondReasonAreSaidSoAndHurtNobodyElse() {
        NormalizedBatch batch = bench.normalize(
                registration,
                "rows.jsonl",
                USUAL + "{\"PRIPID\":\"P2\",\"ENTNAME\":\"乙\",\"REGCAP\":\"1e400\",\"ESTDATE\":\"0000-00-00\"}\n"
                        + "{\"PRIPID\":\"P3\",\"ENTNAME\":\"丙\",\"REGCAP\":\"-999999999999999999999999\",\"ESTDATE\":\"9999-12-31\"}\n");

        assertThat(batch.counts().received()).isEqualTo(3);
        assertThat(batch.counts().balances()).isTrue();
        assertThat(batch.counts().warnings() + batch.counts().quarantined()).isPositive();
    }

    @Test
    @Tag("F47")
    void anyByteThatIsTurnedEndsInARowOrAReason() {
        Random random = new Random(47);
        byte[] whole = (USUAL.repeat(3) + row("P9", "平湖末有限公司")).getBytes(StandardCharsets.UTF_8);
        List<String> ends = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            byte[] broken = whole.clone();
            for (int j = 0; j <= i % 5; j++) {
                broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
            }
            ends.add(end(registration, broken, i));
        }

        assertThat(ends).allMatch(end -> end.equals("balances") || end.matches("[A-Z0-9_]+"));
    }

    private String end(Feed feed, byte[] bytes, int number) {
        try {
            var window = NormalizeBench.HOUR;
            for (int i = 0; i < number; i++) {
                window = window.next();
            }
            NormalizedBatch batch =
                    bench.normalization.normalize(feed, bench.land(feed, window, Map.of("rows.jsonl", bytes)));
            return batch.counts().balances() ? "balances" : "does not balance";
        } catch (BatchHeldException e) {
            return e.reason();
        }
    }

    private void assertReturned(Feed feed, String text, String reason) {
        NormalizedBatch batch = quick(() -> bench.normalize(feed, "rows.txt", text));

        assertThat(batch.counts().balances()).isTrue();
        assertThat(batch.counts().accepted()).isPositive();
        assertThat(bench.select(batch.quarantine(), "select reason from records"))
                .contains(reason);
    }

    private String held(Feed feed, byte[] bytes) {
        BatchHeldException held = catchThrowableOfType(
                BatchHeldException.class, () -> quick(() -> bench.normalize(feed, "object", bytes)));
        assertThat(held).isNotNull();
        return held.reason();
    }

    private static NormalizedBatch quick(java.util.function.Supplier<NormalizedBatch> work) {
        long start = System.nanoTime();
        try {
            return work.get();
        } finally {
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LIMIT);
        }
    }

    private static byte[] table(String rows) {
        return ("PRIPID,ENTNAME\n" + rows).getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static String row(String key, String name) {
        return "{\"PRIPID\":\"%s\",\"ENTNAME\":\"%s\",\"S_EXT_TIMESTAMP\":\"2026-11-22 11:30:00\",\"S_EXT_FLAG\":\"U\"}\n"
                .formatted(key, name);
    }
}
