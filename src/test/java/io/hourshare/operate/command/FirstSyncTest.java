package io.hourshare.operate.command;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.hourshare.operate.command.terminal.ExitCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stranger's samples become published values by the three commands of docs/adding-a-feed.md. */
class FirstSyncTest {

    private static final String DATABASE = "jdbc:h2:mem:ecology;DB_CLOSE_DELAY=-1";

    private static final String LOANS = """
            "借据号","借款人名称","借款人证件号码","贷款余额（万元）","五级分类","到期日","担保情况说明"
            "DK2026000001","平湖市甲乙电子有限公司","91110000600037341L","1,500","正常","2027-01-14","抵押物：厂房""A幢""
            评估价：3,200万元；"
            "DK2026000002","平湖市丙丁机械厂","91340602MA2UJY3J9W","80","关注","2027-03-14","保证人：无"
            """;
    private static final String CUSTOMS = """
            海关注册编码|企业名称|统一社会信用代码|海关信用等级|报关有效期|上年进出口总额(万美元)
            3304900001|平湖市甲乙电子有限公司|91110000600037341L|高级认证企业|长期|1,234.50
            3304910001|平湖市壬癸𠮷源食品厂|91620105L015101280|失信企业|长期|8
            """;

    private static final String PERMITS = """
            XKZH,DWMC,TYSHXYDM,XKL,GXSJ
            330482-001,平湖市甲乙电子有限公司,91110000600037341L,12.5,2026-03-05 08:00:00
            330482-002,平湖市丙丁机械厂,91340602MA2UJY3J9W,3,2026-03-06 08:00:00
            """;
    private static final String METERS = """
            {"code":200,"data":{"total":2,"list":[
            {"consNo":"3304820000012","consName":"平湖市甲乙电子有限公司","meters":[{"meterNo":"0001234567","ym":"202610","kwh":"123,456.7"},
            {"meterNo":"0001234568","ym":"202610","kwh":"0"}]},
            {"consNo":"3304820000013","consName":"平湖市丙丁机械厂","meters":[{"meterNo":"0001234570","ym":"202610","kwh":"3456"}]}]}}
            """;

    @TempDir
    private Path folder;

    @Test
    void unknownDepartmentsInThreeCommandsEach() throws Exception {
        Path drop = Files.createDirectories(folder.resolve("drop"));
        WireMockServer power =
                new WireMockServer(WireMockConfiguration.options().dynamicPort());
        power.start();
        power.stubFor(get(urlPathEqualTo("/meters")).willReturn(okJson(METERS)));
        connected(
                "power.meter",
                Files.writeString(drop.resolve("answer.json"), METERS),
                "url=" + power.baseUrl() + "/meters");
        database();
        connected(
                "ecology.permit",
                Files.writeString(drop.resolve("export.csv"), PERMITS),
                "table=ECOLOGY.V_PERMIT",
                "jdbcUrl=" + DATABASE,
                "jdbcUser=sa",
                "jdbcPassword={{hourshare.sources.ecology.jdbc-password:none}}");
        String folderOfBoth = "folder=" + drop;
        connected(
                "bank.loan",
                Files.writeString(drop.resolve("loans_20261031.csv"), LOANS, Charset.forName("GBK")),
                folderOfBoth);
        connected(
                "customs.standing",
                Files.write(drop.resolve("海关备案.txt"), CUSTOMS.getBytes(Charset.forName("GB18030"))),
                folderOfBoth);

        connected("fire.unit", Files.write(drop.resolve("消防重点单位2026.xlsx"), fireUnits()), folderOfBoth);

        String all = "bank.loan,customs.standing,power.meter,ecology.permit,fire.unit";
        assertThat(hourshare("run", "--feeds", all, "--reason", "首次同步")).isEqualTo(ExitCode.OK);
        power.stop();

        assertThat(published("select string_agg(daikuanyue::varchar, ' ' order by jiejuhao) from loan"))
                .contains("1500.000000 80.000000");
        assertThat(published("select string_agg(shangnianjinchukouzonge::varchar, ' ' order by uscc) from enterprise"))
                .contains("1234.500000 8.000000");
        assertThat(published("select string_agg(kwh::varchar, ' ' order by meter_no) from meter"))
                .contains("123456.700000 0.000000 3456.000000");
        assertThat(published("select string_agg(xkl::varchar, ' ' order by xkzh) from permit"))
                .contains("12.500000 3.000000");
        assertThat(published(
                        "select string_agg(mianji::varchar || ' ' || quedingriqi, ' ' order by uscc) from enterprise"))
                .contains("12345.600000 2024-03-05 800.000000 2023-11-20");
        assertThat(published("select ent_name from enterprise where uscc = '91620105L015101280'"))
                .contains("平湖市壬癸𠮷源食品厂");
    }

    /** A sheet of remarks first, titles and two rows of headings, a merged cell, days of both kinds and a sum. */
    private static byte[] fireUnits() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Excel", "16.0300")) {
            workbook.newWorksheet("说明").value(0, 0, "填表说明：请勿改动表头");
            Worksheet sheet = workbook.newWorksheet("名录");
            String[][] rows = {
                {"消防安全重点单位名录"},
                {},
                {"", "序号", "单位名称\n（全称）", "统一社会\n信用代码", "面积（平方米）", "确定日期", "联系方式"},
                {"", "1", "平湖市甲乙电子有限公司", "91110000600037341L", "12,345.6", "24/3/5", "13857312345"},
                {"", "2", "平湖市丙丁机械厂", "91340602MA2UJY3J9W", "800", "23/11/20", "13857312346"},
                {"", "合　计", "", "", "13145.6"},
                {"", "填表人：王某", "", "", "", "审核人：李某"}
            };
            for (int row = 0; row < rows.length; row++) {
                for (int column = 0; column < rows[row].length; column++) {
                    if (!rows[row][column].isEmpty()) {
                        sheet.value(row, column, rows[row][column]);
                    }
                }
            }
        }
        return bytes.toByteArray();
    }

    /** Padded, national, large and zoned columns, as old databases have them. */
    private static void database() throws SQLException {
        try (Connection database = DriverManager.getConnection(DATABASE, "sa", "none");
                Statement statement = database.createStatement()) {
            statement.execute("create schema ECOLOGY");
            statement.execute("create table ECOLOGY.V_PERMIT (XKZH char(20), DWMC nvarchar(100), TYSHXYDM char(24),"
                    + " XKL numeric(18,6), BZ nclob, GXSJ timestamp with time zone)");
            statement.execute("insert into ECOLOGY.V_PERMIT values"
                    + " ('330482-001', '平湖市甲乙电子有限公司', '91110000600037341L', 12.5, '甲', '2026-03-05 08:00:00+08'),"
                    + " ('330482-002', '平湖市丙丁机械厂', '91340602MA2UJY3J9W', 3, null, '2026-03-06 08:00:00+08')");
        }
    }

    private void connected(String id, Path sample, String... parameters) {
        new Newcomer(folder).connected(id, sample, parameters);
    }

    private int hourshare(String... words) {
        return new Newcomer(folder).hourshare(words);
    }

    private Optional<String> published(String sql) throws IOException {
        return new Newcomer(folder).published(sql);
    }
}
