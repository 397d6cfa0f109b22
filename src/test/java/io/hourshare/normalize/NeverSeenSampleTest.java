package io.hourshare.normalize;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Samples of departments that nobody here knows: drafted, loaded and tried as they stand. */
class NeverSeenSampleTest {

    private static final Charset GBK = Charset.forName("GBK");

    @TempDir
    private Path folder;

    @Test
    void quotedHeadingsSemicolonsAndCodesWithLeadingZeros() throws IOException {
        tried(
                "emergency.risk-unit",
                "风险单元_20261101.csv",
                """
                "单元编号";"企业名称";"统一社会信用代码";"风险等级代码";"邮编";"评估分值";"评估日期"
                "0007";"平湖市甲乙电子有限公司";"91110000600037341L";"01";"014300";"87.5";"2026-10-01"
                "0012";"平湖市丙丁机械厂";"91340602MA2UJY3J9W";"02";"314200";"61";"2026/10/8"
                """.getBytes(GBK),
                "单元编号=0007>dan_yuan_bian_hao",
                "风险等级代码=01",
                "邮编=014300",
                "评估分值=87.5>87.5",
                "评估日期=2026-10-01");
    }

    @Test
    void pipesWindowsLineEndsAByteOrderMarkAndEnglishHeadings() throws IOException {
        tried(
                "science.rd-subsidy",
                "rd_subsidy.txt",
                "\ufeffcompany_name|uscc|grant_year|amount|paid_at|updated_at\r\n平湖市甲乙电子有限公司|91110000600037341L|2025|1,200,000.50|"
                        .concat("2025-12-31|2026-01-02 08:00:00\r\n平湖市丙丁机械厂|91340602MA2UJY3J9W|2025|80000|2025-11-30|")
                        .concat("2026-01-02 08:00:01\r\n")
                        .getBytes(StandardCharsets.UTF_8),
                "amount=1,200,000.50>1200000.5",
                "paid_at=2025-12-31>2025-12-31",
                "grant_year=2025>2025");
    }

    @Test
    void aTitleAndAUnitAboveTheHeader() throws IOException {
        tried(
                "commerce.export-monthly",
                "出口月报202610.csv",
                """
                平湖市重点企业出口情况表,,,
                单位：万元,,,2026年11月
                企业名称,统一社会信用代码,月份,出口额
                平湖市甲乙电子有限公司,91110000600037341L,2026-10,1200.5
                平湖市甲乙电子有限公司,91110000600037341L,2026-09,800
                平湖市丙丁机械厂,91340602MA2UJY3J9W,2026-10,35.2
                """.getBytes(GBK),
                "月份=2026-10>2026-10",
                "出口额=1200.5>1200.5");
    }

    @Test
    void tabsAndLongNumbersStayExact() throws IOException {
        tried(
                "water.account",
                "accounts.tsv",
                """
                户号\t户名\t社会信用代码\t水表编号\t开户日期
                00012345678901234567\t平湖市甲乙电子有限公司\t91110000600037341L\t000000000000000019\t2020年1月5日
                00012345678901234568\t平湖市丙丁机械厂\t91340602MA2UJY3J9W\t000000000000000020\t2021年11月5日
                """.getBytes(StandardCharsets.UTF_8),
                "户号=00012345678901234567>00012345678901234567",
                "水表编号=000000000000000019>000000000000000019");
    }

    @Test
    void nestedJsonWithASecondListBesideTheRecords() throws IOException {
        tried(
                "ecology.emission-permit",
                "permits.json",
                """
                {"head":{"code":"0","msg":"ok"},"body":{"columns":[{"n":"a"}],"page":{"count":2,"items":[
                {"permitNo":"PWX001","ent":{"name":"平湖市甲乙电子有限公司","creditCode":"91110000600037341L"},"validFrom":1735689600000,"level":1,"online":true,"limit":12.5},
                {"permitNo":"PWX002","ent":{"name":"平湖市丙丁机械厂","creditCode":"91340602MA2UJY3J9W"},"validFrom":1735776000000,"level":2,"online":false,"limit":3}]}}}
                """.getBytes(StandardCharsets.UTF_8),
                "ent.name=平湖市甲乙电子有限公司",
                "ent.creditCode=91110000600037341L>91110000600037341L",
                "limit=12.5");
    }

    @Test
    void jsonInGbkThatIsNothingButAList() throws IOException {
        tried(
                "culture.venue",
                "venue.json",
                "[{\"编号\":\"A-1\",\"单位名称\":\"平湖市甲乙电子有限公司\",\"面积\":\"1200平方米\"},{\"编号\":\"A-2\",\"单位名称\":\"平湖市丙丁机械厂\",\"面积\":\"300平方米\"}]"
                        .getBytes(GBK),
                "单位名称=平湖市甲乙电子有限公司",
                "面积=1200平方米>1200.000000");
    }

    @Test
    void xmlWithAttributesAndNamespaces() throws IOException {
        tried(
                "transport.road-licence",
                "answer.xml",
                """
                <?xml version="1.0" encoding="GBK"?>
                <ns2:resp xmlns:ns2="urn:x" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><ns2:total>2</ns2:total><ns2:list>
                <ns2:rec id="R001" state="有效"><ns2:yhmc>平湖市甲乙电子有限公司</ns2:yhmc><ns2:tyshxydm>91110000600037341L</ns2:tyshxydm><ns2:fzrq>2024-05-06</ns2:fzrq></ns2:rec>
                <ns2:rec id="R002" state="注销"><ns2:yhmc>平湖市丙丁机械厂</ns2:yhmc><ns2:tyshxydm>91340602MA2UJY3J9W</ns2:tyshxydm><ns2:fzrq>2023-05-06</ns2:fzrq></ns2:rec>
                </ns2:list></ns2:resp>
                """.getBytes(GBK),
                "id=R001",
                "tyshxydm=91110000600037341L>91110000600037341L",
                "fzrq=2024-05-06>2024-05-06");
    }

    @Test
    void xmlWithNestedElements() throws IOException {
        tried(
                "customs.rating",
                "rating.xml",
                """
                <out><data><row><ent><qymc>平湖市甲乙电子有限公司</qymc><tyshxydm>91110000600037341L</tyshxydm></ent><dj>AEO</dj></row>
                <row><ent><qymc>平湖市丙丁机械厂</qymc><tyshxydm>91340602MA2UJY3J9W</tyshxydm></ent><dj>B</dj></row></data></out>
                """.getBytes(StandardCharsets.UTF_8),
                "ent.tyshxydm=91110000600037341L>91110000600037341L",
                "dj=AEO");
    }

    @Test
    void aWorkbookWithTitlesFootersDatesAndAHiddenSheet() throws IOException {
        tried(
                "civil.welfare",
                "福利企业名单2026.xlsx",
                workbook(),
                "登记编号=0031>0031",
                "安置人数=35>35",
                "认定日期=2024-03-05>2024-03-05");
    }

    @Test
    void headingsInTwoRowsAndAHiddenColumn() throws IOException {
        tried(
                "human-resources.insured",
                "参保情况2026年10月.xlsx",
                workbook("参保", sheet -> {
                    row(sheet, 0, "企业社会保险参保情况表");
                    row(sheet, 1, "序号", "单位名称", "信用代码", "参保人数（人）", "", "缴费人数（人）", "", "内部备注");
                    row(sheet, 2, "", "", "", "养老", "工伤", "养老", "工伤", "");
                    row(sheet, 3, "1", "平湖市甲乙电子有限公司", "91110000600037341L", "120", "125", "119", "124", "甲");
                    row(sheet, 4, "2", "平湖市丙丁机械厂", "91340602MA2UJY3J9W", "35", "36", "34", "33", "乙");
                    row(sheet, 5, "合计", "", "", "155", "161", "153", "157", "");
                    sheet.range(1, 3, 1, 4).merge();
                    sheet.hideColumn(7);
                }),
                "参保人数工伤（人）=125>125",
                "缴费人数养老（人）=119>119",
                "缴费人数工伤（人）=124>124");
    }

    @Test
    void oneObjectOnEachLine() throws IOException {
        tried(
                "fire.inspection",
                "fire.jsonl",
                """
                {"jcbh":"XF-1","dwmc":"平湖市甲乙电子有限公司","tyshxydm":"91110000600037341L","jcrq":"2026年1月2日","sfzg":true}
                {"jcbh":"XF-2","dwmc":"平湖市丙丁机械厂","tyshxydm":"91340602MA2UJY3J9W","jcrq":"2026年2月3日","sfzg":false}
                """.getBytes(StandardCharsets.UTF_8),
                "jcrq=2026年1月2日>2026-01-02",
                "sfzg=true>true");
    }

    @Test
    void aListInsideTheRecords() throws IOException {
        tried(
                "power.meter-reading",
                "power.json",
                """
                {"code":200,"data":{"nextCursor":null,"list":[
                {"consNo":"3304820000012","consName":"平湖市甲乙电子有限公司","updateTime":"2026-11-02 03:04:05","meters":[
                {"meterNo":"0001234567","ym":"202610","kwh":"123,456.7"},{"meterNo":"0001234568","ym":"202610","kwh":"0"}]},
                {"consNo":"3304820000013","consName":"平湖市丙丁机械厂","updateTime":"2026-11-02 03:04:06","meters":[]}]}}
                """.getBytes(StandardCharsets.UTF_8),
                "meterNo=0001234567>0001234567",
                "ym=202610>2026-10",
                "kwh=123,456.7>123456.7",
                "updateTime=2026-11-02 03:04:05>2026-11-01 19:04:05",
                "_index=1>1");
    }

    private void tried(String id, String name, byte[] bytes, String... shown) throws IOException {
        new DraftTrial(folder).tried(id, name, bytes, shown);
    }

    private static byte[] workbook() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Excel", "16.0300")) {
            Worksheet old = workbook.newWorksheet("旧");
            old.value(0, 0, "企业名称");
            old.value(0, 1, "安置人数");
            old.setVisibilityState(org.dhatim.fastexcel.VisibilityState.HIDDEN);
            Worksheet sheet = workbook.newWorksheet("名单");
            sheet.value(0, 0, "2026 年福利企业名单");
            sheet.range(0, 0, 0, 4).merge();
            sheet.value(1, 0, "填报单位：民政局");
            List<String> headings = List.of("登记编号", "企业名称", "信用代码", "安置人数", "认定日期");
            for (int i = 0; i < headings.size(); i++) {
                sheet.value(2, i, headings.get(i));
            }
            row(sheet, 3, "0031", "平湖市甲乙电子有限公司", "91110000600037341L", 35, 45356);
            row(sheet, 4, "0032", "平湖市丙丁机械厂", "91340602MA2UJY3J9W", 12, 45357);
            sheet.value(5, 0, "合计");
            sheet.value(5, 3, 47);
            sheet.value(6, 0, "填表人：王某");
        }
        return bytes.toByteArray();
    }

    private static byte[] workbook(String name, java.util.function.Consumer<Worksheet> fill) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Excel", "16.0300")) {
            fill.accept(workbook.newWorksheet(name));
        }
        return bytes.toByteArray();
    }

    private static void row(Worksheet sheet, int row, String... cells) {
        for (int i = 0; i < cells.length; i++) {
            if (!cells[i].isEmpty()) {
                sheet.value(row, i, cells[i]);
            }
        }
    }

    private static void row(Worksheet sheet, int row, String no, String name, String code, int people, int day) {
        sheet.value(row, 0, no);
        sheet.value(row, 1, name);
        sheet.value(row, 2, code);
        sheet.value(row, 3, people);
        sheet.value(row, 4, day);
        sheet.style(row, 4).format("yyyy-mm-dd").set();
    }
}
