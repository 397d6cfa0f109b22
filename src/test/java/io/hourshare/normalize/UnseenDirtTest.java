package io.hourshare.normalize;

import static org.assertj.core.api.Assertions.assertThat;

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

/** What departments' files hold beside clean columns, each as a sample that nobody has seen. */
class UnseenDirtTest {

    private static final Charset GB18030 = Charset.forName("GB18030");

    @TempDir
    private Path folder;

    @Test
    void sumsAndSignaturesBelowATableAreNoRecords() throws IOException {
        List<String> notes =
                tried("hr.insured", "参保情况202404.csv", """
                平湖市企业养老保险参保情况表（2024年3-4月）,,,,,
                填报单位：人社局,,,,单位：人、元,
                序号,单位名称,统一社会信用代码,费款所属期,参保人数,缴费基数总额
                1,平湖市甲乙电子有限公司,91110000600037341L,2024年3月,123,"151,843.50"
                1,平湖市甲乙电子有限公司,91110000600037341L,2024年4月,124,"153,078.00"
                2,平湖市丙丁机械厂,91340602MA2UJY3J9W,2024年3月,35,"43,207.50"
                合计,,,,282,"348,129.00"
                制表人：王某某,,审核人：李某,,,
                """, "费款所属期=2024年3月>2024-03", "缴费基数总额=151,843.50>151843.5");

        assertThat(notes)
                .contains(
                        "主键：统一社会信用代码、费款所属期",
                        "列“序号”：行的序号，每份清单各排各的，没有映射",
                        "列“缴费基数总额”：单位是元，写在表头之上",
                        "更新周期按每月（cycle: monthly），因为有所属月份的列");
    }

    @Test
    void headingsInTwoRowsOfATextTable() throws IOException {
        List<String> notes = tried(
                "power.usage", "用电情况.csv", """
                供电公司用电情况,,,,,,,,
                用电户号,户名,统一社会信用代码,统计月,用电量（千瓦时）,,最高负荷（千瓦）,,负荷率
                ,,,,本月,上年同期,本月,上年同期,
                3304820000001,平湖市甲乙电子有限公司,91110000600037341L,202404,12345,9800,126.5,120.1,88.5%
                3304820000002,平湖市丙丁机械厂,91340602MA2UJY3J9W,202404,12445,9890,126.6,120.1,89.5%
                """, "用电量本月（千瓦时）=12345>12345", "最高负荷上年同期（千瓦）=120.1>120.1", "负荷率=88.5%>88.5");

        assertThat(notes).contains("列“用电量上年同期（千瓦时）”：单位是千瓦时", "主键：用电户号、统计月");
    }

    @Test
    void headingsWithLineBreaksAndQuotesBeforeCodes() throws IOException {
        tried(
                "emergency.inspection",
                "检查.txt",
                "检查编号\t\"被检查单位\n（全称）\"\t单位代码\t检 查 日 期\t\"隐患\n描述\"\t罚款(元)\n"
                        + "J-1\t平湖市甲乙电子有限公司\t'91110000600037341L\t2024.3.5\t\"1.未接地；\n2.堵塞\"\t\\N\n"
                        + "J-2\t平湖市丙丁机械厂\t'91340602MA2UJY3J9W\t2024.3.6\t无\t500\n",
                "单位代码='91110000600037341L>91110000600037341L",
                "检查日期=2024.3.5>2024-03-05");
    }

    @Test
    void personsAmongEnterprisesAreDropped() throws IOException {
        List<String> notes = tried("court.debtor", "被执行人.csv", """
                案号,被执行人姓名/名称,证件号码,立案时间,执行标的,类型
                （2024）浙0482执100号,平湖市甲乙电子有限公司,91110000600037341L,二〇二四年三月二十一日,0.05亿,有限责任公司
                （2024）浙0482执101号,平湖市丙丁机械厂,91340602MA2UJY3J9W,二〇二四年四月一日,500万元,个人独资企业
                （2024）浙0482执102号,张某,330102199003074255,二〇二四年四月一日,3万元,自然人
                """, "立案时间=二〇二四年三月二十一日>2024-03-21", "执行标的=0.05亿>500");

        assertThat(notes).contains("列“证件号码”：值是统一社会信用代码，校验位相符；混有居民身份证号，自然人的记录整条丢弃", "主键：案号", "列“类型”：文字");
    }

    @Test
    void figuresThatCarryTheirUnitsAreFiguresAndWhereTheyAreNoneTheDraftSaysWhy() throws IOException {
        List<String> notes = tried(
                "ecology.discharge",
                "排放.csv",
                """
                许可证编号,单位名称,统一社会信用代码,储存量,投资总额,许可排放量,年用电量,燃料用量,班次,型号
                P-1,平湖市甲乙电子有限公司,91110000600037341L,3千克,3.2亿美元,12.5t/a,"1,200万kWh",500公斤,3班倒,5A
                P-2,平湖市丙丁机械厂,91340602MA2UJY3J9W,1.5吨,5000万美元,0.8t/a,85.5万kWh,2吨,2班倒,4S
                """,
                "储存量=3千克>0.003",
                "投资总额=3.2亿美元>3.2",
                "许可排放量=12.5t/a>12.5",
                "年用电量=1,200万kWh>1200",
                "型号=5A>5A");

        assertThat(notes)
                .contains(
                        "列“许可排放量”：单位是t/a",
                        "列“年用电量”：单位是万千瓦时",
                        "列“储存量”：单位是吨；也有写千克的，换算不了的会清空并告警",
                        "列“班次”：文字；像数字后面跟着单位，单位认不出，没有当数字。是数量的，请在契约写明 unit，作业改用 decimal")
                .anyMatch(note -> note.matches("列“投资总额”：单位是[亿万]美元；也有写.*"));
    }

    @Test
    void momentsInMillisecondsAndListsWithinLists() throws IOException {
        List<String> notes =
                tried("labour.case", "cases.json", """
                {"code":"0","result":{"records":[
                {"dept":"仲裁院","company":"平湖市甲乙电子有限公司","acceptTime":1709568000000,"items":[{"no":"1","area":"12㎡","parties":[{"role":"甲"}]},{"no":"2","area":"5㎡"}]},
                {"dept":"仲裁院","company":"平湖市丙丁机械厂","acceptTime":1709654400000,"items":[{"no":"1","area":"3㎡"}]}]}}
                """, "acceptTime=1709568000000>2024-03-05", "area=12㎡>12");

        assertThat(notes).anyMatch(note -> note.startsWith("items 的成员里还有清单 parties，没有起草"));
    }

    @Test
    void elementsThatRepeatInsideARecord() throws IOException {
        List<String> notes = tried(
                "ip.patent",
                "patents.xml",
                """
                <r xmlns="urn:p"><n>2</n><list>
                <p id="1"><no>ZL1</no><who><name>平湖市甲乙电子有限公司</name><code>91110000600037341L</code></who><by><one>王五</one><one>赵六</one></by>
                  <fee year="1"><due>2024-03-05T00:00:00+08:00</due><sum>900</sum></fee><fee year="2"><due>2025-03-05T00:00:00+08:00</due><sum>900</sum></fee></p>
                <p id="2"><no>ZL2</no><who><name>平湖市丙丁机械厂</name><code>91340602MA2UJY3J9W</code></who><by><one>王五</one></by>
                  <fee year="1"><due>2024-04-05T00:00:00+08:00</due><sum>600</sum></fee></p></list></r>
                """,
                "no=ZL1",
                "due=2024-03-05T00:00:00+08:00>2024-03-05",
                "sum=900>900",
                "_index=1>1");

        assertThat(notes).contains("XML：记录元素 p，2 条").anyMatch(note -> note.startsWith("元素或属性 by.one 在一条记录里有多个"));
    }

    @Test
    void serialDaysBesideWrittenOnesAndCodesThatASpreadsheetAte() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Excel", "16.0300")) {
            Worksheet sheet = workbook.newWorksheet("名单");
            sheet.value(0, 0, "高新技术企业名单");
            row(sheet, 1, "企业名称", "企业代码", "证书编号", "发证日期", "是否重点", "是否重点");
            row(sheet, 2, "平湖市甲乙电子有限公司", "9.13304821234567E+17", "GR202333000001", "45264", "是", "否");
            row(sheet, 3, "平湖市丙丁机械厂", "9.13304821234568E+17", "GR202333000002", "2023年12月8日", "否", "否");
            row(sheet, 4, "填表人：陈某", "", "联系电话：0573-85012345", "", "", "");
        }
        List<String> notes = new DraftTrial(folder)
                .tried("science.hitech", "高企2023.xlsx", bytes.toByteArray(), "发证日期=45264>2023-12-04");

        assertThat(notes)
                .contains("列“发证日期”：值是日期，含表格软件的序列值", "列名“是否重点”不止一处，只取最左一列；请数源改成不同的列名")
                .anyMatch(note -> note.startsWith("列“企业代码”：文字；像是被表格软件存成数字的代码"));
    }

    @Test
    void aDocumentAsTextInsideAnotherIsReadWhereItStands() throws IOException {
        List<String> notes = tried(
                "court.enforcement",
                "cases.xml",
                """
                <s:Envelope xmlns:s="urn:s"><s:Body><q xmlns="urn:c"><return><![CDATA[
                <?xml version="1.0" encoding="GBK"?>
                <data><code>0</code><total>2</total><cases>
                <case><ah>（2024）浙0482执100号</ah><bzxr>平湖市甲乙电子有限公司</bzxr><tyshxydm>91110000600037341L</tyshxydm><bde>50000元</bde></case>
                <case><ah>（2024）浙0482执101号</ah><bzxr>平湖市丙丁机械厂</bzxr><tyshxydm>91340602MA2UJY3J9W</tyshxydm><bde>1.2万元</bde></case>
                </cases></data>]]></return></q></s:Body></s:Envelope>
                """,
                "ah=（2024）浙0482执100号",
                "tyshxydm=91110000600037341L>91110000600037341L");

        assertThat(notes).contains("XML：记录元素 case，2 条", "主键：ah");
    }

    @Test
    void theListThatNamesEnterprisesHoldsTheRecordsHoweverLongOthersAre() throws IOException {
        List<String> notes = tried("water.use", "use.json", """
                {"list":[{"name":"平湖市甲乙电子有限公司","uscc":"91110000600037341L","n":1,"owner":{"tel":"0573-85012345"}},
                {"name":"平湖市丙丁机械厂","uscc":"91340602MA2UJY3J9W","n":2,"owner":{"tel":"0573-85012346"}}],
                "dict":[{"k":"1","v":"存续"},{"k":"2","v":"注销"},{"k":"3","v":"吊销"}]}
                """, "uscc=91110000600037341L>91110000600037341L");

        assertThat(notes)
                .contains("JSON：2 条记录，在 list")
                .anyMatch(note -> note.startsWith("列“owner.tel”：") && note.endsWith("个人信息，丢弃"));
    }

    @Test
    void oneEnterpriseAsAnObjectBesideListsOfOthersIsTheOnlyRecord() throws IOException {
        DraftTrial trial = new DraftTrial(folder);

        assertThat(trial.drafted("hr.one", "one.json", """
                {"data":{"enterprise":{"entName":"平湖市甲乙电子有限公司","uscc":"91110000600037341L","insured":12},
                "dict":[{"k":"1","v":"存续"},{"k":"2","v":"注销"}]}}
                """.getBytes(StandardCharsets.UTF_8), 1, "insured=12>12"))
                .contains("JSON：1 条记录，在 data.enterprise")
                .anyMatch(note -> note.contains("--via roster-lookup"));
    }

    @Test
    void departmentsThatCallTheirRecordsTheSameKeepThemApart() throws IOException {
        String sample = """
                水表编号,户名,统一社会信用代码,许可证书编号,状态
                0001,平湖市甲乙电子有限公司,91110000600037341L,X-1,1
                0002,平湖市丙丁机械厂,91340602MA2UJY3J9W,X-2,2
                """;

        assertThat(tried("water.licence", "取水许可.csv", sample, "状态=1>1")).contains("一个企业有多行，另写了规范实体 water-licence");
    }

    private List<String> tried(String id, String name, String text, String... shown) throws IOException {
        return new DraftTrial(folder)
                .tried(
                        id,
                        name,
                        text.getBytes(name.endsWith("csv") || name.endsWith("txt") ? GB18030 : StandardCharsets.UTF_8),
                        shown);
    }

    private static void row(Worksheet sheet, int row, String... cells) {
        for (int i = 0; i < cells.length; i++) {
            if (!cells[i].isEmpty()) {
                sheet.value(row, i, cells[i]);
            }
        }
    }
}
