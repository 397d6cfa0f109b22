package io.hourshare.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.contract.Feed;
import java.nio.charset.Charset;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnnualReportTest {

    private static final String HEADER = "UNISCID,REGNO,ENTNAME,ANCHEYEAR,ASSGRO,ASSGRODIS,VENDINC,VENDINCDIS\n";

    @TempDir
    private Path folder;

    private NormalizeBench bench;
    private final Feed feed = NormalizeBench.feed("market-regulation.annual-report");

    @BeforeEach
    void open() {
        bench = new NormalizeBench(folder);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void reportsWithoutUnifiedCodeAreKeyedByRegistrationNumberOrName() {
        NormalizedBatch batch = normalize(HEADER + "91110000600037341L,,甲有限公司,2024,1,1,1,1\n"
                + ",320404000009558,乙有限公司,2024,1,1,1,1\n"
                + "无,,丙有限公司,2024年度,1,1,1,1\n"
                + "91110000600037341N,,丁有限公司,2024,1,1,1,1\n"
                + ",,,2024,1,1,1,1\n");

        assertThat(bench.select(
                        batch.records(),
                        "select _key || coalesce(_warnings->>'$[0].reason', '') from records order by 1"))
                .containsExactly(
                        "320404000009558|2024", "91110000600037341L|2024", "丁有限公司|2024USCC_CHECK", "丙有限公司|2024");
        assertThat(bench.select(batch.quarantine(), "select reason from records"))
                .containsExactly("MISSING_REQUIRED");
    }

    private NormalizedBatch normalize(String text) {
        return bench.normalize(feed, "rows.csv", text.getBytes(Charset.forName("GB18030")));
    }

    @Test
    void aFigureThatIsNotPublishedShowsNeitherInTheRecordNorInQuarantine() {
        NormalizedBatch batch = normalize(HEADER + "91110000600037341L,,甲有限公司,2024,77001,2,88001,1\n"
                + ",,,2024,77002,2,88002,不公示\n" + "\"91110000600037341L,,未闭合,2024,77003,2,88003,2\n");

        assertThat(bench.select(batch.records(), "select to_json(records)::varchar from records"))
                .singleElement()
                .asString()
                .contains("88001")
                .doesNotContain("77001");
        assertThat(bench.select(batch.quarantine(), "select to_json(records)::varchar from records"))
                .hasSize(2)
                .allSatisfy(row -> assertThat(row).doesNotContain("7700", "8800"));
    }
}
