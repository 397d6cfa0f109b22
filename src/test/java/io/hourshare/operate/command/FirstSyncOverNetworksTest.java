package io.hourshare.operate.command;

import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.okTextXml;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.hourshare.operate.command.terminal.ExitCode;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** As {@link FirstSyncTest}, from a real SFTP server, a SOAP endpoint and PostgreSQL. */
class FirstSyncOverNetworksTest {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final String PASSWORD = "hourshare.sources.social.sftp-password";

    private static final String INSURED = """
            平湖市企业职工养老保险参保情况表,,,,
            填报单位：人社局,,,单位：人、万元,
            序号,单位名称,统一社会信用代码,费款所属期,缴费基数总额
            1,平湖市甲乙电子有限公司,91110000600037341L,2026年9月,151.84
            2,平湖市壬癸𠮷源食品厂,91620105L015101280,2026年9月,8.5
            合计,,,,160.34
            制表人：王某某,,审核人：李某,,
            """;
    private static final String PATENTS = """
            <s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><r xmlns="urn:p"><total>2</total><list>
            <p id="1"><no>ZL202110001.1</no><who><name>平湖市甲乙电子有限公司</name><code>91110000600037341L</code></who>
              <title><![CDATA[一种<A&B>装置]]></title><granted>2024-03-05T00:00:00+08:00</granted><by><one>王五</one><one>赵六</one></by></p>
            <p id="2"><no>ZL202110002.2</no><who><name>平湖市丙丁机械厂</name><code>91340602MA2UJY3J9W</code></who>
              <title>一种装置</title><granted/><by><one>王五</one></by></p></list></r></s:Body></s:Envelope>
            """;
    private static final String FOREIGN = """
            XYDM;QYMC;WZBL;PZRQ;GXSJ
            91110000600037341L;平湖市甲乙电子有限公司;25%;2018-01-10;2026-03-05 08:00:00
            91340602MA2UJY3J9W;平湖市丙丁机械厂;40.5%;2019-01-10;2026-03-06 08:00:00
            """;

    @TempDir
    private Path folder;

    @AfterEach
    void forget() {
        System.clearProperty(PASSWORD);
    }

    @Test
    void unknownDepartmentsBehindSftpSoapAndPostgres() throws Exception {
        Path samples = Files.createDirectories(folder.resolve("samples"));
        Newcomer newcomer = new Newcomer(folder);
        SshServer sshd = server(Files.createDirectories(folder.resolve("sftp/out")));
        WireMockServer soap = new WireMockServer(WireMockConfiguration.options().dynamicPort());
        soap.start();
        soap.stubFor(post(urlPathEqualTo("/patents"))
                .withRequestBody(containing("<queryPatent"))
                .willReturn(okTextXml(PATENTS)));
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            database(postgres);
            System.setProperty(PASSWORD, "s(e)c&ret"); // as an environment variable or a file of settings gives it
            newcomer.connected(
                    "social.insured",
                    Files.write(samples.resolve("参保情况202609.csv"), INSURED.getBytes(GB18030)),
                    "host=127.0.0.1",
                    "port=" + sshd.getPort(),
                    "user=park",
                    "folder=/out");
            newcomer.connected(
                    "ip.patent",
                    Files.writeString(samples.resolve("answer.xml"), PATENTS),
                    "operation=queryPatent",
                    "url=" + soap.baseUrl() + "/patents");
            newcomer.connected(
                    "commerce.foreign",
                    Files.writeString(samples.resolve("export.csv"), FOREIGN),
                    "table=commerce.v_foreign",
                    "jdbcUrl=" + postgres.getJdbcUrl("postgres", "postgres"),
                    "jdbcUser=postgres",
                    "jdbcPassword={{hourshare.sources.commerce.jdbc-password:none}}");

            assertThat(newcomer.hourshare(
                            "run", "--feeds", "social.insured,ip.patent,commerce.foreign", "--reason", "首次同步"))
                    .isEqualTo(ExitCode.OK);
        } finally {
            soap.stop();
            sshd.stop(true);
        }

        assertThat(newcomer.published(
                        "select string_agg(jiaofeijishuzonge::varchar, ' ' order by uscc) from enterprise"))
                .contains("151.840000 8.500000");
        assertThat(newcomer.published(
                        "select string_agg(title || coalesce(granted::varchar, '-'), ' ' order by no) from patent"))
                .contains("一种<A&B>装置2024-03-05 一种装置-");
        assertThat(newcomer.published(
                        "select string_agg(wzbl::varchar, ' ' order by uscc) from enterprise where wzbl > 0"))
                .contains("25.000000 40.500000");
    }

    private static SshServer server(Path outgoing) throws IOException {
        Files.write(outgoing.resolve("参保情况202610.csv"), INSURED.getBytes(GB18030));
        Files.createFile(outgoing.resolve("参保情况202610.csv.ok"));
        SshServer sshd = SshServer.setUpDefaultServer();
        sshd.setHost("127.0.0.1");
        sshd.setPort(0);
        sshd.setKeyPairProvider(new SimpleGeneratorHostKeyProvider());
        sshd.setPasswordAuthenticator((user, password, session) -> "park".equals(user) && "s(e)c&ret".equals(password));
        sshd.setSubsystemFactories(List.of(new SftpSubsystemFactory()));
        sshd.setFileSystemFactory(new VirtualFileSystemFactory(outgoing.getParent()));
        sshd.start();
        return sshd;
    }

    private static void database(EmbeddedPostgres postgres) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create schema commerce");
            statement.execute("create table commerce.v_foreign (xydm char(20), qymc text, wzbl varchar(10), pzrq date,"
                    + " gxsj timestamp)");
            statement.execute("insert into commerce.v_foreign values"
                    + " ('91110000600037341L', '平湖市甲乙电子有限公司', '25%', '2018-01-10', '2026-03-05 08:00:00'),"
                    + " ('91340602MA2UJY3J9W', '平湖市丙丁机械厂', '40.5%', '2019-01-10', '2026-03-06 08:00:00')");
        }
    }
}
