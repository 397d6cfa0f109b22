package io.hourshare.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hourshare.kernel.FeedId;
import io.hourshare.upload.BareWorkbook;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedDraftTest {

    private static final FeedId ID = FeedId.parse("human-resources.insured-headcount");
    private static final Catalogue CATALOGUE =
            CatalogueReader.read(CatalogueSource.embedded()).catalogue();

    private static final String CSV = """
            单位名称\t统一社会信用代码\t参保人数\t缴费基数(万元)\t参保日期\t联系人\t是否欠缴
            平湖市甲乙电子有限公司\t91110000600037341L\t35\t12.5\t2024年3月5日\t张三\t是
            平湖市丙丁机械厂\t91340602MA2UJY3J9W\t1,208\t0.8\t2024年11月5日\t李四\t否
            """;

    @TempDir
    Path folder;

    @Test
    void aChineseSampleInGb18030BecomesThreeFilesThatLoad() {
        FeedDraft draft =
                FeedDraft.of(ID, "headcount_20261122.csv", CSV.getBytes(Charset.forName("GB18030")), CATALOGUE);

        assertThat(draft.files()).hasSize(3);
        assertThat(draft.notes()).contains("字符集：GB18030；分隔符：制表符", "主键：统一社会信用代码");
        Feed feed = load(draft);
        assertThat(feed.job().reading().options())
                .containsEntry("charset", "GB18030")
                .containsEntry("delimiter", "\t");
        assertThat(feed.route().parameters()).containsEntry("files", "headcount_[0-9]+\\.csv");
    }

    @Test
    void typesCodesDatesAndUnitsAreGuessedFromTheValues() {
        Feed feed = load(FeedDraft.of(ID, "headcount.csv", CSV.getBytes(StandardCharsets.UTF_8), CATALOGUE));

        assertThat(feed.job().map())
                .extracting(mapping -> mapping.from().get(0) + " " + mapping.as())
                .containsExactly(
                        "单位名称 name", "统一社会信用代码 uscc", "参保人数 integer", "缴费基数(万元) amount", "参保日期 date", "是否欠缴 boolean");
        assertThat(feed.contract().field("缴费基数(万元)").orElseThrow().unit()).isEqualTo("万元");
    }

    @Test
    void aListThatNamesEnterprisesAndGivesNoCodeSaysWhatThatMeans() {
        FeedDraft draft = FeedDraft.of(
                ID,
                "headcount.csv",
                "单位名称,参保人数\n平湖市甲乙电子有限公司,35\n平湖市丙丁机械厂,12\n".getBytes(StandardCharsets.UTF_8),
                CATALOGUE);

        assertThat(load(draft).isByNameAlone()).isTrue();
        assertThat(draft.notes())
                .anyMatch(note -> note.equals(Feed.BY_NAME_ALONE)
                        && note.startsWith("只凭名称归集")
                        && note.contains("hourshare identity review")
                        && note.contains("统一社会信用代码"));
    }

    @Test
    void linesWhoseFiguresHoldTheSeparatorAreToldAndNotGuessedFrom() {
        FeedDraft draft = FeedDraft.of(
                ID,
                "headcount.csv",
                "单位名称,参保人数,缴费基数,缴费状态\n平湖市甲乙电子有限公司,35,900.5,已到账\n平湖市丙丁机械厂,12,1,234.5,欠费\n平湖市戊己工厂,12,2,234.5,欠费\n"
                        .getBytes(StandardCharsets.UTF_8),
                CATALOGUE);

        assertThat(draft.notes())
                .contains("列“缴费状态”：文字")
                .anyMatch(note -> note.startsWith("有 2 行的列数多于表头（4 列），多半是内容里有未加引号的分隔符"));
    }

    @Test
    void aWorkbookThatSaysNothingOfItsLooksIsReadAndItsTitleMayNameForeignMoney() throws IOException {
        byte[] workbook = BareWorkbook.of(
                "进出口企业贸易额统计表",
                "金额单位：万美元",
                "企业名称,统一社会信用代码,出口额",
                "平湖市甲乙电子有限公司,91110000600037341L,1234.5",
                "平湖市丙丁机械厂,91340602MA2UJY3J9W,88.1");

        FeedDraft draft = FeedDraft.of(FeedId.parse("customs.trade"), "贸易额.xlsx", workbook, CATALOGUE);

        assertThat(draft.notes()).contains("列“出口额”：单位是万美元，写在表头之上");
    }

    @Test
    void aHeadingMayNameMonthsAndTheDraftSaysThatTheNextOneIsAnother() throws IOException {
        byte[] workbook = BareWorkbook.of(
                "进出口企业贸易额统计表",
                "序号,企业名称,统一社会信用代码,2026年1-10月,,上年同期,,同比(%)",
                ",,,出口额,进口额,出口额,进口额,",
                "1,平湖市甲乙电子有限公司,91110000600037341L,1234.5,88.1,1100.2,80,12.2%",
                "2,平湖市丙丁机械厂,91340602MA2UJY3J9W,88.1,-,70.5,-,25.0%");

        FeedDraft draft = FeedDraft.of(FeedId.parse("customs.trade"), "贸易额.xlsx", workbook, CATALOGUE);

        assertThat(load(draft).contract().fields())
                .extracting(SourceField::name)
                .contains("2026年1-10月出口额", "2026年1-10月进口额", "上年同期出口额", "上年同期进口额");
        assertThat(draft.notes()).contains("列名“2026年1-10月出口额”里写着月份，下一期会变，届时按缺列扣住；请数源改用不变的列名，如“本期”");
    }

    @Test
    void personalDataIsDropped() {
        Feed feed = load(FeedDraft.of(ID, "headcount.csv", CSV.getBytes(StandardCharsets.UTF_8), CATALOGUE));

        assertThat(feed.contract().field("联系人").orElseThrow().disposition()).isEqualTo(Disposition.DROP);
    }

    @Test
    void anAnswerInJsonWithSeveralRecordsAnEnterpriseGetsAnEntityOfItsOwn() {
        String json = """
                {"code":0,"data":{"total":3,"list":[
                  {"jcbh":"J-001","tyshxydm":"91110000600037341L","jcrq":"2026-01-05","jg":"合格"},
                  {"jcbh":"J-002","tyshxydm":"91110000600037341L","jcrq":"2026-03-09","jg":"限期整改"},
                  {"jcbh":"J-003","tyshxydm":"91340602MA2UJY3J9W","jcrq":"2026-03-11","jg":null}]}}
                """;
        FeedDraft draft = FeedDraft.of(
                FeedId.parse("emergency.inspection"), "a.json", json.getBytes(StandardCharsets.UTF_8), CATALOGUE);

        assertThat(draft.files()).containsKey("schemas/canonical/inspection.odcs.yaml");
        Feed feed = load(draft);
        assertThat(feed.job().into()).isEqualTo("inspection");
        assertThat(feed.contract().key()).extracting(SourceField::name).containsExactly("jcbh");
    }

    @Test
    void theRecordElementOfAnXmlAnswerIsFound() {
        String xml = """
                <soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body><rows>
                <item><QYMC>平湖市甲乙电子有限公司</QYMC><ZCH>320404000009558</ZCH></item>
                <item><QYMC>平湖市丙丁机械厂</QYMC><ZCH>110108000000016</ZCH></item>
                </rows></soap:Body></soap:Envelope>
                """;

        Feed feed = load(FeedDraft.of(ID, "a.xml", xml.getBytes(StandardCharsets.UTF_8), CATALOGUE));

        assertThat(feed.job().reading().options()).containsEntry("records", "item");
        assertThat(feed.job().map()).extracting(FieldMapping::as).containsExactly("name", "reg-no");
    }

    /** The routes' own words for a record and a total are seldom the department's. */
    @Test
    void theRouteLearnsFromAnAnswerWhereItsRecordsAndTotalAre() {
        String xml =
                "<r><zs>2</zs><l><item><QYMC>平湖市甲乙电子有限公司</QYMC><A>1</A></item><item><QYMC>平湖市丙丁机械厂</QYMC><A>2</A></item></l></r>";
        String json = """
                {"result":{"total":"2","dict":[{"a":1},{"a":2},{"a":3}],"page":{"rows":[{"dwmc":"平湖市甲乙电子有限公司","n":1},
                {"dwmc":"平湖市丙丁机械厂","n":2},{"dwmc":"平湖市戊己食品厂","n":2},{"dwmc":"平湖市庚辛物流有限公司","n":2}]}}}
                """;

        assertThat(load(FeedDraft.of(ID, "a.xml", xml.getBytes(StandardCharsets.UTF_8), CATALOGUE))
                        .route()
                        .parameters())
                .containsEntry("record", "item")
                .containsEntry("total", "zs");
        assertThat(load(FeedDraft.of(
                                FeedId.parse("power.user"), "a.json", json.getBytes(Charset.forName("GBK")), CATALOGUE))
                        .route()
                        .parameters())
                .containsEntry("records", "/result/page/rows")
                .containsEntry("total", "/result/total")
                .containsEntry("charset", "GB18030");
    }

    @Test
    void theHeadingsOfAWorkbookAreFoundBelowItsTitle() throws IOException {
        Feed feed = load(FeedDraft.of(ID, "名单2026.xlsx", workbook(), CATALOGUE));

        assertThat(feed.job().map())
                .extracting(mapping -> mapping.canonical() + " " + mapping.as())
                .containsExactly("ent_name name", "uscc uscc", "renshu integer");
        assertThat(feed.route().parameters()).containsEntry("take", "newest");
    }

    @Test
    void aSampleWithoutRecordsIsRefusedWithAReason() {
        assertThatThrownBy(() -> FeedDraft.of(ID, "a.csv", "甲,乙\n".getBytes(StandardCharsets.UTF_8), CATALOGUE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("找不到记录");
        assertThatThrownBy(() -> FeedDraft.of(ID, "a.csv", new byte[0], CATALOGUE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("找不到记录");
    }

    @Test
    void aTableWithoutHeadingsIsRefused() {
        String rows = "平湖市甲乙电子有限公司,91110000600037341L,12\n平湖市丙丁机械厂,91340602MA2UJY3J9W,13\n";

        assertThatThrownBy(() -> FeedDraft.of(ID, "a.csv", rows.getBytes(StandardCharsets.UTF_8), CATALOGUE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("没有表头");
    }

    private Feed load(FeedDraft draft) {
        CatalogueFolder catalogue = new CatalogueFolder(folder);
        draft.files().forEach(catalogue::write);
        CatalogueReading reading = catalogue.read();
        assertThat(reading.problems())
                .filteredOn(problem -> draft.files().containsKey(problem.file()))
                .isEmpty();
        return reading.catalogue().feed(draft.id()).orElseThrow();
    }

    private static byte[] workbook() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Excel", "16.0300")) {
            Worksheet sheet = workbook.newWorksheet("名单");
            sheet.value(0, 0, "2026 年参保名单");
            String[] headings = {"企业名称", "信用代码", "人数"};
            for (int i = 0; i < headings.length; i++) {
                sheet.value(1, i, headings[i]);
            }
            sheet.value(2, 0, "平湖市甲乙电子有限公司");
            sheet.value(2, 1, "91110000600037341L");
            sheet.value(2, 2, 35);
            sheet.value(3, 0, "平湖市丙丁机械厂");
            sheet.value(3, 1, "91340602MA2UJY3J9W");
            sheet.value(3, 2, 12);
        }
        return bytes.toByteArray();
    }
}
