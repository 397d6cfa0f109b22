package io.hourshare.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.contract.CatalogueReader;
import io.hourshare.contract.CatalogueReading;
import io.hourshare.contract.CatalogueSource;
import io.hourshare.contract.Feed;
import io.hourshare.engine.Engine;
import io.hourshare.engine.EngineSettings;
import io.hourshare.kernel.FeedId;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Departments that nobody here knows, each described by three files as the document says, one for each way of fetching. */
class HandWrittenFeedsTest {

    private static final Charset GBK = Charset.forName("GBK");

    @TempDir
    private Path folder;

    @Test
    void aDatabaseViewOfPaddedColumns() throws IOException {
        contract("water.contract", "GSHT", """
                - { name: HTH, businessName: 合同号, logicalType: string, required: true, primaryKey: true }
                - { name: YHMC, businessName: 用户名称, logicalType: string, required: true }
                - { name: XYDM, businessName: 信用代码, logicalType: string }
                - { name: DJ, businessName: 单价, logicalType: number, customProperties: [{ property: unit, value: 元 }] }
                - { name: GXSJ, businessName: 更新时间, logicalType: timestamp }
                """);
        route(
                "water.contract",
                "jdbc-view",
                "jdbcUrl",
                "jdbc:h2:mem:water",
                "jdbcUser",
                "U",
                "jdbcPassword",
                "\"{{hourshare.sources.water.jdbc-password}}\"",
                "table",
                "V_GSHT",
                "key",
                "HTH",
                "updatedAt",
                "GXSJ");
        job("water.contract", "water-contract", """
                contract_no: { from: HTH, as: serial-no }
                ent_name: { from: YHMC, as: name }
                uscc: { from: XYDM, as: uscc }
                price: { from: DJ, as: amount, unit: 元 }
                src_updated_at: { from: GXSJ, as: timestamp }
                """);
        entity("water-contract", "contract_no string", "ent_name string", "uscc string", "price number");

        assertThat(values("water.contract", """
                {"HTH":"0007        ","YHMC":"平湖甲有限公司      ","XYDM":"91110000600037341L  ","DJ":"3.50","GXSJ":"2026-11-22 10:00:00.0"}
                """.getBytes(StandardCharsets.UTF_8)))
                .containsExactly("0007", "平湖甲有限公司", "91110000600037341L", "3.500000");
    }

    @Test
    void answersForOneEnterpriseOfTheRosterEach() throws IOException {
        contract("court.case-count", "case_count", """
                - { name: creditCode, businessName: 统一社会信用代码, logicalType: string, required: true, primaryKey: true }
                - { name: executing, businessName: 在执行案件数, logicalType: integer, logicalTypeOptions: { minimum: 0 } }
                """);
        route(
                "court.case-count",
                "roster-lookup",
                "url",
                "\"{{hourshare.sources.court.url}}/q?c={code}\"",
                "purpose",
                "企业服务走访");
        job("court.case-count", "enterprise", """
                uscc: { from: creditCode, as: uscc }
                court_executing: { from: executing, as: integer }
                """);

        assertThat(values(
                        "court.case-count",
                        "{\"code\":0,\"data\":[{\"creditCode\":\"91110000600037341L\",\"executing\":2}]}"
                                .getBytes(StandardCharsets.UTF_8)))
                .containsExactly("91110000600037341L", "2");
    }

    @Test
    void pagedJsonWithNamesOfItsOwn() throws IOException {
        contract("ecology.permit", "permit", """
                - { name: no, businessName: 许可证号, logicalType: string, required: true, primaryKey: true }
                - { name: holder.code, businessName: 代码, logicalType: string }
                - { name: until, businessName: 有效期至, logicalType: date }
                """);
        route("ecology.permit", "http-paged-json", "url", "\"{{hourshare.sources.ecology.url}}/permits\"");
        job("ecology.permit", "ecology-permit", """
                permit_no: { from: "no", as: document-no }
                uscc: { from: holder.code, as: uscc }
                valid_to: { from: until, as: date, day: last }
                """, "read: { records: payload.hits }");
        entity("ecology-permit", "permit_no string", "uscc string", "valid_to date");

        assertThat(values("ecology.permit", """
                {"took":3,"facets":[{"a":1}],"payload":{"hits":[{"no":"浙排[2024]1号","holder":{"code":"91110000600037341l"},"until":"2027年2月"}]}}
                """.getBytes(StandardCharsets.UTF_8)))
                .containsExactly("浙排〔2024〕1号", "91110000600037341L", "2027-02-28");
    }

    @Test
    void soapWithNamespaces() throws IOException {
        contract("customs.rating", "rating", """
                - { name: XYDM, businessName: 信用代码, logicalType: string, required: true, primaryKey: true }
                - { name: DJ, businessName: 等级, logicalType: string }
                """);
        route("customs.rating", "soap-xml", "url", "\"{{hourshare.sources.customs.url}}\"", "operation", "queryRating");
        job("customs.rating", "enterprise", """
                uscc: { from: XYDM, as: uscc }
                customs_rating: { from: DJ, as: text }
                """);

        assertThat(values("customs.rating", """
                <?xml version="1.0" encoding="GBK"?><S:Envelope xmlns:S="http://schemas.xmlsoap.org/soap/envelope/"><S:Body>
                <n:queryRatingResponse xmlns:n="urn:c"><n:row><n:XYDM>91110000600037341L</n:XYDM><n:DJ>A</n:DJ></n:row></n:queryRatingResponse>
                </S:Body></S:Envelope>
                """.getBytes(GBK))).containsExactly("91110000600037341L", "A");
    }

    @Test
    void aGbkFileWithATitleAndSemicolons() throws IOException {
        contract("commerce.export", "export", """
                - { name: QYMC, businessName: 企业名称, logicalType: string, required: true, primaryKey: true, primaryKeyPosition: 1 }
                - { name: YF, businessName: 月份, logicalType: string, required: true, primaryKey: true, primaryKeyPosition: 2 }
                - { name: CKE, businessName: 出口额, logicalType: number, customProperties: [{ property: unit, value: 元 }] }
                """);
        route(
                "commerce.export",
                "sftp-csv",
                "host",
                "h",
                "user",
                "u",
                "password",
                "\"{{hourshare.sources.commerce.password}}\"",
                "folder",
                "/out",
                "files",
                "'ck_[0-9]+\\.csv'");
        job("commerce.export", "export-month", """
                ent_name: { from: QYMC, as: name }
                period: { from: YF, as: month }
                export_value: { from: CKE, as: amount, unit: 万元 }
                """);
        entity("export-month", "ent_name string", "period string", "export_value number");

        assertThat(values("commerce.export", "出口情况表（单位：万元）;;\n企业名称;月份;出口额\n平湖甲有限公司;2026年10月;1,200.5\n".getBytes(GBK)))
                .containsExactly("平湖甲有限公司", "2026-10", "1200.500000");
    }

    private void contract(String id, String table, String fields) throws IOException {
        write(
                "schemas/" + stem(id) + ".odcs.yaml",
                "apiVersion: v3.1.0\nkind: DataContract\nid: " + id + "\nname: 新数据源\n"
                        + "version: 1.0.0\nstatus: active\nschema:\n  - name: " + table + "\n    properties:\n"
                        + fields.indent(6));
    }

    private void entity(String name, String... fields) throws IOException {
        StringBuilder yaml = new StringBuilder();
        for (String field : fields) {
            String[] parts = field.split(" ");
            yaml.append("      - { name: ")
                    .append(parts[0])
                    .append(", businessName: 新列, logicalType: ")
                    .append(parts[1])
                    .append(" }\n");
        }
        write(
                "schemas/canonical/" + name + ".odcs.yaml",
                "apiVersion: v3.1.0\nkind: DataContract\nid: canonical." + name
                        + "\nname: 新实体\nversion: 1.0.0\nstatus: active\nschema:\n  - name: " + name.replace('-', '_')
                        + "\n    properties:\n" + yaml);
    }

    private void route(String id, String template, String... parameters) throws IOException {
        StringBuilder yaml = new StringBuilder("- templatedRoute:\n    routeTemplateRef: " + template
                + "\n    routeId: " + id + "\n    parameters:\n");
        for (int i = 0; i < parameters.length; i += 2) {
            yaml.append("      - name: ")
                    .append(parameters[i])
                    .append("\n        value: ")
                    .append(parameters[i + 1])
                    .append('\n');
        }
        write("routes/" + stem(id) + ".camel.yaml", yaml.toString());
    }

    private void job(String id, String into, String map, String... more) throws IOException {
        write(
                "jobs/" + stem(id) + ".yaml",
                "feed: " + id + "\ninto: " + into + "\n" + String.join("\n", more) + (more.length > 0 ? "\n" : "")
                        + "map:\n" + map.indent(2));
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve("catalogue").resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static String stem(String id) {
        return id.replaceFirst("\\.", "/");
    }

    /** Canonical values of the sample's first record, which must be accepted without a warning. */
    private List<String> values(String id, byte[] bytes) throws IOException {
        CatalogueReading reading = CatalogueReader.read(CatalogueSource.directory(folder.resolve("catalogue")));
        assertThat(reading.problems()).isEmpty();
        Feed feed = reading.catalogue().feed(FeedId.parse(id)).orElseThrow();
        Engine engine = new Engine(new EngineSettings("256MB", 1), folder.resolve("spill"));
        Path sample = Files.write(folder.resolve("sample"), bytes);
        TriedSample tried = new SampleTrial(reading.catalogue(), engine).of(feed, sample, NormalizeBench.HOUR, 1);
        assertThat(tried.reasons()).isEmpty();
        assertThat(tried.warnings()).isEmpty();
        return tried.records().get(0).values().stream()
                .filter(value -> !value.canonical().startsWith("src_"))
                .map(TriedSample.TriedValue::value)
                .toList();
    }
}
