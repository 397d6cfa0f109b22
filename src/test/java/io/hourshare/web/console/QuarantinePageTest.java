package io.hourshare.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.serve.ServingApplication;
import io.hourshare.store.Journal;
import io.hourshare.store.JournalAct.DataRead;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuarantinePageTest {

    @TempDir
    static Path home;

    private static ServingApplication application;

    @BeforeAll
    static void start() throws Exception {
        application = ServingApplication.demonstration(home).enter();
        ReturnedTown.deliver(application.context());
        ReturnedTown.mend(application.context());
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void groupsByCauseWithCountsAndMaskedSamples() throws Exception {
        String page = application.getOpenly("/console/quarantine").body();

        assertThat(page)
                .contains("共退回 <b>4</b> 条", "信用等级", "代码不在代码表内", "必填项为空", "list.csv 第 10 行")
                .contains("138******78")
                .doesNotContain("13812345678");
    }

    @Test
    void answersTheSameOverTheInterface() throws Exception {
        String causes =
                application.get("/api/v1/quarantine?feed=tax.credit-rating").body();

        assertThat(causes).contains("\"reason\":\"UNKNOWN_CODE\"", "\"records\":3", "\"feed_title\":\"纳税(缴费)信用等级\"");
        assertThat(application.get("/api/v1/quarantine?feed=tax.registration").body())
                .contains("\"items\":[]");
    }

    @Test
    void exportsInTheDepartmentsOwnColumnsWithTheReasonBehind() throws Exception {
        HttpResponse<byte[]> file = bytes("/api/v1/quarantine/tax.credit-rating/export?reason=UNKNOWN_CODE");

        try (ReadableWorkbook book = new ReadableWorkbook(new java.io.ByteArrayInputStream(file.body()))) {
            List<Row> rows = book.getFirstSheet().read();
            assertThat(texts(rows.get(0)))
                    .containsExactly(
                            "NSRSBH", "NSRMC", "PJND", "XYDJ", "PJDF", "PJRQ", "PJDW", "退回原因", "有问题的项", "所在位置", "所属时段");
            assertThat(rows).hasSize(4);
            assertThat(texts(rows.get(1))).startsWith("91110000600037341L", "示范县恒泰0电子厂", "2010", "Q");
            assertThat(texts(rows.get(1)).get(7)).contains("代码不在代码表内");
        }
        assertThat(application.context().getBean(Journal.class).lines())
                .filteredOn(line -> line.entry() instanceof DataRead)
                .extracting(line -> ((DataRead) line.entry()).what() + " " + ((DataRead) line.entry()).subject())
                .contains("EXPORTED tax.credit-rating");
    }

    @Test
    void writesCsvThatASpreadsheetOpensRight() throws Exception {
        byte[] csv =
                bytes("/api/v1/quarantine/tax.credit-rating/export?format=csv").body();

        assertThat(csv).startsWith(0xEF, 0xBB, 0xBF);
        assertThat(new String(csv, java.nio.charset.StandardCharsets.UTF_8).lines())
                .as("header and the three that are still to be mended")
                .hasSize(4);
    }

    @Test
    void saysWhichRecordsALaterHourTookIn() throws Exception {
        assertThat(application.get("/api/v1/quarantine").body())
                .contains("\"records\":1,\"mended\":1", "\"mended_in\":\"2026-11-22T03Z\"", "\"waiting\":3");
        assertThat(application.getOpenly("/console/quarantine").body())
                .contains("其中 <b>1</b> 条以后的时段已经入库", "已更正 1 条", "2026-11-22 11:00–12:00 已入库");
    }

    @Test
    void refusesWhatItDoesNotKnow() throws Exception {
        assertThat(application.get("/api/v1/quarantine/no.feed/export").body()).contains("feed-unknown");
        assertThat(application
                        .get("/api/v1/quarantine/tax.credit-rating/export?format=doc")
                        .body())
                .contains("format-unknown");
    }

    private static List<String> texts(Row row) {
        return row.stream().map(cell -> cell == null ? "" : cell.getText()).toList();
    }

    private static HttpResponse<byte[]> bytes(String path) throws Exception {
        URI uri = application.uri(path);
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(uri)
                                .header("X-API-Key", ServingApplication.KEY)
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
    }
}
