package io.hourshare.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxTownTest {

    private static final Clock MORNING = Clock.fixed(Instant.parse("2026-11-22T03:10:00Z"), ZoneOffset.UTC);

    @TempDir
    private static Path folder;

    private static SandboxTown town;
    private static SignedCalls calls;

    @BeforeAll
    static void start() {
        town = SandboxTown.start(SandboxSettings.usual(folder), MORNING);
        calls = new SignedCalls(town.sources(), MORNING);
    }

    @AfterAll
    static void stop() {
        town.close();
    }

    @Test
    void givesCompletionsAsJsonPagesWithADeclaredTotal() throws Exception {
        String first = calls.get("housing", "/completion?pageNo=1&pageSize=200").body();
        int total = Integer.parseInt(find("\"total\":(\\d+)", first).get(0));
        int received = 0;
        for (int page = 1; page <= (total + 199) / 200; page++) {
            String body = calls.get("housing", "/completion?pageNo=" + page + "&pageSize=200")
                    .body();
            received += find("\"(PrjFinishNum)\":", body).size();
        }

        assertThat(total).isBetween(300, 900);
        assertThat(received).isEqualTo(total);
    }

    @Test
    void answersOnlyForTheTimeAsked() throws Exception {
        String hour = calls.get(
                        "housing",
                        "/completion?pageNo=1&pageSize=200&updatedFrom=2026-11-21T11:00:00%2B08:00&updatedTo=2026-11-22T11:00:00%2B08:00")
                .body();

        assertThat(Integer.parseInt(find("\"total\":(\\d+)", hour).get(0))).isBetween(5, 80);
    }

    @Test
    void refusesCallsWithoutARightSignature() throws Exception {
        Map<String, String> wrong = new java.util.HashMap<>(town.sources());
        wrong.put("hourshare.sources.housing.app-secret", "another");

        HttpResponse<String> answer = new SignedCalls(wrong, MORNING).get("housing", "/completion?pageNo=1");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("签名不正确");
    }

    @Test
    void givesRealEstateOverSoapWithSeveralHolders() throws Exception {
        String body = calls.call("natural-resources", "/real-estate", soap("queryRealEstate", 1, 500))
                .body();

        assertThat(find("<total>(\\d+)</total>", body))
                .singleElement()
                .satisfies(total -> assertThat(Integer.parseInt(total)).isBetween(400, 900));
        assertThat(find("(<row>)", body)).hasSize(500);
        assertThat(find("(</QLR><QLR>)", body)).hasSizeBetween(10, 150);
    }

    @Test
    void answersAboutOneEnterpriseForAPurpose() throws Exception {
        TrueRecord known = town.truth("market-regulation.registration")
                .filter(record -> record.meant().containsKey("UNISCID") && !record.spoilt())
                .skip(40)
                .findFirst()
                .orElseThrow();
        String question = "/lookup/registration?uscc=" + known.meant().get("UNISCID");

        String answer = calls.get("market-regulation", question + "&purpose=%E5%8A%9E%E4%BA%8B")
                .body();

        assertThat(answer).contains("\"code\":\"0\"").contains(known.sent().get("PRIPID"));
        assertThat(calls.get("market-regulation", question).body()).contains("请填写查询事由");
    }

    @Test
    void putsRatingsOnAnSftpServerInGbkWithFlagFiles() throws IOException {
        try (SshClient client = SshClient.setUpDefaultClient()) {
            client.start();
            try (ClientSession session = session(client);
                    SftpClient sftp = SftpClientFactory.instance().createSftpClient(session)) {
                List<String> names = new java.util.ArrayList<>();
                sftp.readDir("/outgoing/credit-rating").forEach(entry -> names.add(entry.getFilename()));
                String batch = new String(
                        sftp.read("/outgoing/credit-rating/NSXYDJ_2026.csv").readAllBytes(), Charset.forName("GBK"));

                assertThat(names).contains("NSXYDJ_2026.csv", "NSXYDJ_2026.csv.ok", "NSXYDJ_latest.csv.ok");
                assertThat(names).contains("NSXYDJ_upload.csv").doesNotContain("NSXYDJ_upload.csv.ok");
                assertThat(batch.lines().findFirst()).contains("NSRSBH,NSRMC,PJND,XYDJ,PJDF,PJRQ,PJDW");
                assertThat(batch.lines().count()).isBetween(1200L, 2000L);
            }
        }
    }

    @Test
    void dropsTheRosterAsPeopleKeepIt() throws IOException {
        Path newest =
                Path.of(town.sources().get("hourshare.sources.park.folder")).resolve("roster-20261122.xlsx");
        try (ReadableWorkbook workbook = new ReadableWorkbook(newest.toFile())) {
            Sheet sheet = workbook.getSheets()
                    .filter(one -> one.getVisibility() == SheetVisibility.VISIBLE)
                    .findFirst()
                    .orElseThrow();
            List<Row> rows = sheet.read();

            assertThat(workbook.getSheets().count()).isEqualTo(2);
            assertThat(rows.get(2).getCellText(1)).isEqualTo("企业名称");
            assertThat(rows).hasSizeBetween(300, 320);
            assertThat(rows.get(rows.size() - 3).getCellText(0)).isEqualTo("合计");
        }
    }

    @Test
    void saysWhatIsTrueOfEachRecord() {
        List<TrueRecord> truth = town.truth("market-regulation.registration").toList();

        assertThat(truth).anySatisfy(record -> {
            assertThat(record.smudges()).contains("lower-case");
            assertThat(record.sent().get("UNISCID")).isNotEqualTo(record.meant().get("UNISCID"));
            assertThat(record.meant().get("UNISCID")).contains(record.owners().get(0));
        });
        assertThat(truth.stream().filter(TrueRecord::spoilt)).hasSizeBetween(5, 80);
    }

    @Test
    void isTheSameTownWhenStartedAgainInTheSameHour(@TempDir Path other) throws IOException {
        Clock later = Clock.fixed(Instant.parse("2026-11-22T03:55:00Z"), ZoneOffset.UTC);
        try (SandboxTown again = SandboxTown.start(SandboxSettings.usual(other), later)) {
            for (String file : files(folder)) {
                assertThat(other.resolve(file)).hasSameBinaryContentAs(folder.resolve(file));
            }
            for (String feed : List.of("market-regulation.registration", "housing.completion")) {
                assertThat(again.truth(feed)).isEqualTo(town.truth(feed).toList());
            }
        }
    }

    @Test
    void refusesToStandBesideARealSource() {
        assertThatThrownBy(() -> SandboxGuard.refuseBesideRealSources(
                        List.of("spring.application.name", "hourshare.sources.tax.jdbc-url")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("hourshare.sources.tax.jdbc-url")
                .hasMessageContaining("演示");
    }

    private static ClientSession session(SshClient client) throws IOException {
        Map<String, String> sources = town.sources();
        ClientSession session = client.connect(
                        sources.get("hourshare.sources.tax.sftp-user"),
                        sources.get("hourshare.sources.tax.sftp-host"),
                        Integer.parseInt(sources.get("hourshare.sources.tax.sftp-port")))
                .verify(20_000)
                .getSession();
        session.addPasswordIdentity(sources.get("hourshare.sources.tax.sftp-password"));
        session.auth().verify(20_000);
        return session;
    }

    private static List<String> files(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(file -> file.toString().matches(".*\\.(csv|xlsx|ok)"))
                    .map(file -> root.relativize(file).toString())
                    .toList();
        }
    }

    static String soap(String operation, int page, int size) {
        return "<soapenv:Envelope xmlns:soapenv=\"http://schemas.xmlsoap.org/soap/envelope/\"><soapenv:Body><"
                + operation
                + " xmlns=\"urn:hourshare:query\"><from></from><to></to><pageNo>" + page + "</pageNo><pageSize>" + size
                + "</pageSize></" + operation + "></soapenv:Body></soapenv:Envelope>";
    }

    private static List<String> find(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .toList();
    }
}
