package io.hourshare.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hourshare.contract.Catalogue;
import io.hourshare.contract.Feed;
import io.hourshare.kernel.FeedId;
import io.hourshare.kernel.HourWindow;
import io.hourshare.land.LandedBatch;
import io.hourshare.land.Landing;
import io.hourshare.normalize.Normalization;
import io.hourshare.normalize.TriedChange;
import io.hourshare.serve.RefusedException;
import io.hourshare.serve.ServingApplication;
import io.hourshare.store.Journal;
import io.hourshare.store.JournalAct.ListUploaded;
import io.hourshare.store.Ledger;
import io.hourshare.store.SlotState;
import io.hourshare.web.console.ReturnedTown;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UploadTest {

    private static final FeedId ROSTER = FeedId.parse("park.roster");
    private static final FeedId RATING = FeedId.parse(ReturnedTown.FEED);

    @TempDir
    private Path home;

    private ServingApplication application;
    private UploadDesk desk;

    @BeforeEach
    void start() throws Exception {
        application = ServingApplication.demonstration(home);
        desk = application.context().getBean(UploadDesk.class);
    }

    @AfterEach
    void stop() {
        application.close();
    }

    @Test
    void saysWhatAWholeListWouldChangeAndKeepsNothing() throws Exception {
        land(desk.preview(ROSTER, "名册.xlsx", roster("甲厂,A1", "乙厂,A2", "丙厂,A3")));
        long lines = application.context().getBean(Journal.class).lines().size();

        TriedChange change = desk.preview(ROSTER, "名册.xlsx", roster("甲厂,A1", "乙厂,B7", "丁厂,A4", ",A5"))
                .change();

        assertThat(change.received()).isEqualTo(4);
        assertThat(List.of(change.added(), change.changed(), change.unchanged(), change.vanished()))
                .containsExactly(1L, 1L, 1L, 1L);
        assertThat(change.quarantined()).isEqualTo(1);
        assertThat(change.examples().get("vanished")).containsExactly("丙厂");
        assertThat(change.reasons().keySet()).anyMatch(reason -> reason.contains("主键为空") || reason.contains("必填项为空"));
        assertThat(application.context().getBean(Journal.class).lines()).hasSize((int) lines);
    }

    @Test
    void landsLikeAnyOtherDeliveryWithActorAndReasonInTheJournal() throws Exception {
        Upload upload = desk.preview(ROSTER, "名册.xlsx", roster("甲厂,A1"));
        assertThatThrownBy(() -> desk.land(upload.id(), "李运维", " "))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("事由");

        HourWindow window = desk.land(upload.id(), "李运维", "园区邮件送来的名册");

        assertThat(application
                        .context()
                        .getBean(Ledger.class)
                        .slot(ROSTER, window)
                        .orElseThrow()
                        .state())
                .isEqualTo(SlotState.LANDED);
        assertThat(application.context().getBean(Journal.class).lines())
                .extracting(line -> line.entry())
                .filteredOn(entry -> entry instanceof ListUploaded)
                .singleElement()
                .satisfies(entry -> assertThat(entry.toString()).contains("李运维", "园区邮件送来的名册", "名册.xlsx"));
        assertThatThrownBy(() -> desk.land(upload.id(), "李运维", "再来一次")).hasMessageContaining("没有编号为");
    }

    @Test
    void keepsWhatCameInTheSameHourWhereAListIsNotWhole() throws Exception {
        ReturnedTown.deliver(application.context());
        byte[] more = "NSRSBH,NSRMC,PJND,XYDJ,PJDF,PJRQ,PJDW\n91110000600037341L,示范县新厂,2024,B,80,2025-04-20,示范县税务局\n"
                .getBytes("GBK");

        Upload upload = desk.preview(RATING, "补评.csv", new ByteArrayInputStream(more));
        assertThat(upload.window()).isEqualTo(ReturnedTown.HOUR.label());
        assertThat(upload.change().added()).isEqualTo(1);
        assertThat(upload.change().vanished()).isZero();
        HourWindow window = desk.land(upload.id(), "李运维", "月度补评");

        LandedBatch batch = application
                .context()
                .getBean(Landing.class)
                .find(RATING, window)
                .orElseThrow();
        assertThat(batch.objects()).hasSize(2);
        Feed feed = application.context().getBean(Catalogue.class).feed(RATING).orElseThrow();
        assertThat(application
                        .context()
                        .getBean(Normalization.class)
                        .normalize(feed, batch)
                        .counts()
                        .accepted())
                .isEqualTo(9);
    }

    /** Of three records of one key the last counts, one repeats it, one is outdated; the fourth is known already. */
    @Test
    void listsWhatAnotherRecordOfTheSameKeyOutdates() throws Exception {
        ReturnedTown.deliver(application.context());
        String firm = "91110000600037341L,示范县第1机械厂,";
        byte[] list = ("NSRSBH,NSRMC,PJND,XYDJ,PJDF,PJRQ,PJDW\n" + firm + "2024,B,80,2025-04-20,示范县税务局\n" + firm
                        + "2024,A,95,2025-04-20,示范县税务局\n" + firm + "2024,A,95,2025-04-20,示范县税务局\n" + firm
                        + "2016,A,95,2025-04-20,示范县税务局\n")
                .getBytes("GBK");

        TriedChange change =
                desk.preview(RATING, "补评.csv", new ByteArrayInputStream(list)).change();

        assertThat(List.of(change.added(), change.superseded(), change.duplicates(), change.unchanged()))
                .containsExactly(1L, 1L, 1L, 1L);
        assertThat(change.received()).isEqualTo(4);
        assertThat(change.examples().get("superseded"))
                .singleElement()
                .asString()
                .contains("2024");
    }

    /** As programs write them that are no spreadsheets: cells and nothing about their looks. */
    @Test
    void readsAWorkbookThatSaysNothingOfItsLooks() throws Exception {
        Upload upload = desk.preview(ROSTER, "导出.xlsx", new ByteArrayInputStream(BareWorkbook.of("企业名称,地块", "甲厂,A1")));

        assertThat(upload.change().unreadable()).isNull();
        assertThat(upload.change().received()).isEqualTo(1);
    }

    @Test
    void foretellsThatAListWouldBeHeldByTheRuleThatHoldsIt() throws Exception {
        String[] plants = IntStream.range(0, 12)
                .mapToObj(number -> "厂" + number + ",A" + number)
                .toArray(String[]::new);
        land(desk.preview(ROSTER, "名册.xlsx", roster(plants)));

        assertThat(desk.preview(ROSTER, "名册.xlsx", roster(Arrays.copyOf(plants, 3)))
                        .heldBecause())
                .as("nine that vanish are too few to tell")
                .isNull();
        assertThat(desk.preview(ROSTER, "名册.xlsx", roster(Arrays.copyOf(plants, 1)))
                        .heldBecause())
                .contains("消失 11 条，超过容许的 30 %", "待处理");
    }

    @Test
    void refusesOtherFormatsFeedsAndFilesThatAreNone() throws Exception {
        assertThatThrownBy(() -> desk.preview(ROSTER, "名册.docx", roster("甲厂,A1")))
                .hasMessageContaining(".xlsx");
        assertThatThrownBy(() -> desk.preview(FeedId.parse("tax.registration"), "a.csv", roster("甲厂,A1")))
                .hasMessageContaining("不收手工文件");
        assertThat(desk.preview(ROSTER, "坏.xlsx", new ByteArrayInputStream("no workbook".getBytes()))
                        .change()
                        .unreadable())
                .isNotBlank();
        assertThatThrownBy(() -> desk.land("park.roster.000000000000000000000000", "x", "y"))
                .hasMessageContaining("没有编号为");
        assertThatThrownBy(() -> desk.land("../../x", "x", "y")).hasMessageContaining("没有编号为");
    }

    @Test
    void answersOverTheInterface() throws Exception {
        HttpResponse<String> preview =
                post("/api/v1/feeds/park.roster/uploads", roster("甲厂,A1").readAllBytes());

        assertThat(preview.statusCode()).isEqualTo(200);
        assertThat(preview.body()).contains("\"added\":1", "\"window\":");
    }

    private void land(Upload upload) throws Exception {
        HourWindow window = desk.land(upload.id(), "李运维", "首次");
        Feed feed = application.context().getBean(Catalogue.class).feed(ROSTER).orElseThrow();
        application
                .context()
                .getBean(Normalization.class)
                .normalize(
                        feed,
                        application
                                .context()
                                .getBean(Landing.class)
                                .find(ROSTER, window)
                                .orElseThrow());
    }

    private HttpResponse<String> post(String path, byte[] file) throws Exception {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.write(("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"roster.xlsx\"\r\n"
                        + "Content-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.write(file);
        body.write("\r\n--b--\r\n".getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(application.uri(path))
                .header("X-API-Key", ServingApplication.KEY)
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static ByteArrayInputStream roster(String... rows) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "t", "1.0")) {
            Worksheet sheet = book.newWorksheet("名册");
            List<String> header =
                    List.of("序号", "企业名称", "统一社会信用代码", "状态", "地块", "入园日期", "产业链", "链上角色", "联系人", "联系电话", "服务专员", "党组织");
            for (int column = 0; column < header.size(); column++) {
                sheet.value(0, column, header.get(column));
            }
            for (int row = 0; row < rows.length; row++) {
                String[] cells = rows[row].split(",");
                sheet.value(row + 1, 0, row + 1);
                sheet.value(row + 1, 1, cells[0]);
                sheet.value(row + 1, 4, cells[1]);
            }
        }
        return new ByteArrayInputStream(bytes.toByteArray());
    }
}
