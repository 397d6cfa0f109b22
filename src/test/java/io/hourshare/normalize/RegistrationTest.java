package io.hourshare.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.contract.Feed;
import io.hourshare.kernel.Digest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistrationTest {

    private static final String GOOD = """
            {"PRIPID":"P1","UNISCID":"91110000600037341l ","ENTNAME":"平湖 测试(集团)有限公司（盖章）","REGCAP":"1,000(万元)",\
            "REGCAPCUR":"CNY","ESTDATE":"2024年3月5日","OPTO":"9999-9-9","REGSTATE_CN":"存续","INDUSTRYCO":"A0111",\
            "DOMDISTRICT":"330482","S_EXT_TIMESTAMP":"2026-11-22 11:30:00","S_EXT_FLAG":"1"}
            """;
    private static final String BAD_CODE = """
            {"PRIPID":"P2","UNISCID":"911100006000373411","ENTNAME":"甲有限公司","S_EXT_TIMESTAMP":"2026-11-22 11:31:00","S_EXT_FLAG":"U"}
            """;
    private static final String NO_NAME = """
            {"PRIPID":"P3","UNISCID":null,"ENTNAME":"无","LEGAL":"x","REGNO":"330102199003074255"}
            """;
    private static final String DELETED = """
            {"PRIPID":"P4","S_EXT_TIMESTAMP":"2026-11-22 11:32:00","S_EXT_FLAG":"d"}
            """;

    @TempDir
    private Path folder;

    private NormalizeBench bench;
    private final Feed feed = NormalizeBench.feed("market-regulation.registration");

    @BeforeEach
    void open() {
        bench = new NormalizeBench(folder);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void acceptsGoodRecordsQuarantinesBadOnesAndBalances() {
        NormalizedBatch batch = bench.normalize(feed, "rows.jsonl", GOOD + BAD_CODE + NO_NAME + DELETED + "{broken\n");

        assertThat(batch.counts().received()).isEqualTo(5);
        assertThat(batch.counts().accepted()).isEqualTo(3);
        assertThat(batch.counts().quarantined()).isEqualTo(2);
        assertThat(batch.counts().deletions()).isEqualTo(1);
        assertThat(batch.counts().warnings()).isEqualTo(1);
        assertThat(batch.counts().balances()).isTrue();
    }

    @Test
    void writesCanonicalValuesWithEnvelope() {
        NormalizedBatch batch = bench.normalize(feed, "rows.jsonl", GOOD);

        assertThat(
                        bench.select(
                                batch.records(),
                                "select concat_ws('|', _key, _op, _source_time, uscc, ent_name, reg_capital, capital_currency,"
                                        + " est_date, coalesce(cast(op_to as varchar), '-'), industry_code, region_code) from records"))
                .containsExactly(
                        "P1|U|2026-11-22 03:30:00|91110000600037341L|平湖测试（集团）有限公司|1000.000000|156|2024-03-05|-|0111|330482");
    }

    @Test
    void positionsCutExactlyTheRecord() throws IOException {
        NormalizedBatch batch = bench.normalize(feed, "rows.jsonl", GOOD + BAD_CODE + DELETED);

        byte[] landed = Files.readAllBytes(
                bench.root.resolve(bench.select(batch.records(), "select _object from records limit 1")
                        .get(0)));
        List<String> cut =
                bench
                        .select(batch.records(), "select _offset || '+' || _length from records order by _ordinal")
                        .stream()
                        .map(position -> cut(landed, position))
                        .toList();
        assertThat(cut).containsExactly(GOOD.strip(), BAD_CODE.strip(), DELETED.strip());
    }

    @Test
    void emptiesABadOptionalValueAndNotesIt() {
        NormalizedBatch batch = bench.normalize(feed, "rows.jsonl", BAD_CODE);

        assertThat(bench.select(batch.records(), "select coalesce(uscc, 'empty') || _warnings from records"))
                .containsExactly(
                        "empty[{\"field\":\"UNISCID\",\"reason\":\"USCC_CHECK\",\"raw\":\"911100006000373411\"}]");
    }

    @Test
    @Tag("F28")
    void aVersionFromTomorrowAfterNextDoesNotOutliveLaterOnes() {
        String ahead = GOOD.replace("2026-11-22 11:30:00", "2036-11-22 11:30:00");

        NormalizedBatch batch = bench.normalize(feed, "rows.jsonl", ahead);

        assertThat(bench.select(batch.records(), "select _source_time || _warnings from records")
                        .get(0))
                .startsWith("2026-11-22 04:00:00")
                .contains("S_EXT_TIMESTAMP", "CLOCK_AHEAD");
    }

    @Test
    void saysInChineseWhatIsWrongWithAQuarantinedRecordAndMasksIdentityNumbers() {
        NormalizedBatch batch = bench.normalize(feed, "rows.jsonl", NO_NAME);

        assertThat(bench.select(
                        batch.quarantine(),
                        "select concat_ws('|', feed, \"window\", \"offset\", ordinal, reason, field, field_title, explanation,"
                                + " record_key, excerpt) from records"))
                .containsExactly("market-regulation.registration|2026-11-22T03Z|0|0|MISSING_REQUIRED|ENTNAME|企业名称|"
                        + "必填项为空。请补齐该项后重新报送。|P3|PRIPID=P3；REGNO=330*************55；ENTNAME=无");
        assertThat(bench.select(batch.quarantine(), "select details from records")
                        .get(0))
                .contains("PERSONAL_NUMBER")
                .doesNotContain("19900307");
    }

    @Test
    void redoingIsANoOpAndGivesTheSameBytes() throws IOException {
        NormalizedBatch first = bench.normalize(feed, "rows.jsonl", GOOD + NO_NAME);
        Digest before =
                Digest.of(Files.readAllBytes(bench.root.resolve(first.records().get(0))));
        long lines = bench.journal.lines().size();

        NormalizedBatch again = bench.normalize(feed, "rows.jsonl", GOOD + NO_NAME);
        Files.delete(bench.root.resolve(first.records().get(0)));
        NormalizedBatch redone = bench.normalize(feed, "rows.jsonl", GOOD + NO_NAME);

        assertThat(again).isEqualTo(first);
        assertThat(redone).isEqualTo(first);
        assertThat(bench.journal.lines()).hasSize((int) lines);
        assertThat(Digest.of(
                        Files.readAllBytes(bench.root.resolve(first.records().get(0)))))
                .isEqualTo(before);
    }

    @Test
    void listsExactDuplicatesAndKeepsOne() {
        NormalizedBatch batch = bench.normalize(feed, "rows.jsonl", GOOD + GOOD + BAD_CODE);

        assertThat(batch.counts().accepted()).isEqualTo(2);
        assertThat(batch.counts().duplicates()).isEqualTo(1);
        assertThat(bench.select(batch.quarantine(), "select cast(ordinal as varchar) from records"))
                .containsExactly("0");
    }

    @Test
    void currentKeepsTheNewestVersionAndTombstones() {
        String older = GOOD.replace("11:30:00", "09:00:00").replace("1,000(万元)", "5");
        bench.normalize(feed, "rows.jsonl", GOOD + DELETED + older);

        CurrentRecords current = bench.normalization.current();

        assertThat(
                        bench.select(
                                current.files().get(feed.id()),
                                "select concat_ws('|', _key, _op, coalesce(cast(reg_capital as varchar), '-'), _window) from records"))
                .containsExactly("P1|U|1000.000000|2026-11-22 03:00:00", "P4|D|-|2026-11-22 03:00:00");
    }

    private static String cut(byte[] bytes, String position) {
        int offset = Integer.parseInt(position.substring(0, position.indexOf('+')));
        int length = Integer.parseInt(position.substring(position.indexOf('+') + 1));
        return new String(Arrays.copyOfRange(bytes, offset, offset + length), StandardCharsets.UTF_8);
    }
}
