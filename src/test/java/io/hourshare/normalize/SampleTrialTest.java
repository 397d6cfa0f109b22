package io.hourshare.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.contract.CatalogueReader;
import io.hourshare.contract.CatalogueReading;
import io.hourshare.contract.CatalogueSource;
import io.hourshare.contract.FeedDraft;
import io.hourshare.engine.Engine;
import io.hourshare.engine.EngineSettings;
import io.hourshare.kernel.FeedId;
import io.hourshare.kernel.HourWindow;
import io.hourshare.normalize.TriedSample.TriedValue;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleTrialTest {

    private static final FeedId ID = FeedId.parse("human-resources.insured-headcount");

    private static final String SAMPLE = """
            单位名称,统一社会信用代码,参保人数,参保日期
            平湖市甲乙电子有限公司,91110000600037341l,"1,208",2024年3月5日
            平湖市丙丁机械厂,91340602MA2UJY3J9W,三十五,20241105
            """;

    @TempDir
    Path folder;

    @Test
    void sourceAndCanonicalValuesStandSideBySide() throws IOException {
        TriedSample tried = tried(SAMPLE);

        assertThat(tried.records().get(0).values())
                .contains(
                        new TriedValue("统一社会信用代码", "91110000600037341l", "uscc", "91110000600037341L"),
                        new TriedValue("参保日期", "2024年3月5日", "canbaoriqi", "2024-03-05"));
    }

    @Test
    void whatWouldBeQuarantinedIsToldWithItsReason() throws IOException {
        TriedSample tried = tried(SAMPLE + "平湖市戊己包装厂,,12,2024-01-01\n");

        assertThat(tried.quarantined()).isEqualTo(1);
        assertThat(tried.records().get(2).fault()).contains("统一社会信用代码");
        assertThat(tried.reasons().keySet()).singleElement().asString().startsWith("MISSING_REQUIRED ");
    }

    private TriedSample tried(String text) throws IOException {
        byte[] bytes = text.getBytes(Charset.forName("GB18030"));
        Path sample = Files.write(folder.resolve("headcount.csv"), bytes);
        CatalogueSource embedded = CatalogueSource.embedded();
        FeedDraft draft = FeedDraft.of(
                ID,
                "headcount.csv",
                SAMPLE.getBytes(Charset.forName("GB18030")),
                CatalogueReader.read(embedded).catalogue());
        CatalogueReading reading = CatalogueReader.read(with(embedded, draft.files()));
        return new SampleTrial(reading.catalogue(), new Engine(new EngineSettings("512MB", 1), folder))
                .of(reading.catalogue().feed(ID).orElseThrow(), sample, HourWindow.parse("2026-11-22T03Z"), 5);
    }

    private static CatalogueSource with(CatalogueSource source, Map<String, String> files) {
        SortedMap<String, String> texts = new TreeMap<>(source.texts());
        texts.putAll(files);
        return new CatalogueSource(texts);
    }
}
