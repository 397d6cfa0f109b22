package io.hourshare.operate;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.hourshare.Hourshare;
import io.hourshare.contract.Catalogue;
import io.hourshare.contract.Feed;
import io.hourshare.engine.Engine;
import io.hourshare.kernel.FeedId;
import io.hourshare.kernel.HourWindow;
import io.hourshare.kernel.SteppedClock;
import io.hourshare.operate.hour.HourLoop;
import io.hourshare.operate.slot.Approach;
import io.hourshare.operate.slot.DueSlot;
import io.hourshare.operate.slot.DueSlots;
import io.hourshare.operate.slot.SlotPool;
import io.hourshare.operate.slot.StepLog;
import io.hourshare.store.JournalFact.SnapshotPublished;
import io.hourshare.store.Ledger;
import io.hourshare.store.SlotState;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Faults put into departments' systems, met over their real protocols: the card says what it is and what to do. */
class SeededFaultsTest {

    private static final String DATABASE = "jdbc:h2:mem:faults;DB_CLOSE_DELAY=-1";
    private static final String NOTHING = "{\"code\":\"0\",\"message\":\"ok\",\"total\":0,\"data\":[]}";
    private static final String RATINGS = "NSRSBH,NSRMC,PJND,XYDJ,PJDF,PJRQ,PJDW\n";
    private static final Charset GBK = Charset.forName("GBK");

    @TempDir
    static Path folder;

    private static final SteppedClock CLOCK = new SteppedClock("2026-11-22T02:30:00Z");
    private static WireMockServer web;
    private static SshServer sshd;
    private static ServletWebServerApplicationContext application;

    @BeforeAll
    static void oneGoodHourAndThenTheFaults() throws Exception {
        web = new WireMockServer(WireMockConfiguration.options().dynamicPort());
        web.start();
        web.stubFor(
                any(com.github.tomakehurst.wiremock.client.WireMock.anyUrl()).willReturn(okJson(NOTHING)));
        startFiles();
        execute("create table V_DJ_NSRXX (DJXH varchar(40), XGRQ timestamp)");
        application = (ServletWebServerApplicationContext) new SpringApplicationBuilder(Hourshare.class)
                .initializers(prepared -> ((GenericApplicationContext) prepared)
                        .registerBean("steppedClock", Clock.class, () -> CLOCK, bean -> bean.setPrimary(true)))
                .run(properties());
        put("credit-rating", "NSXYDJ_1.csv", (RATINGS + ratings("A", 12)).getBytes(GBK));
        work();
        seed();
        work();
    }

    @AfterAll
    static void stop() throws IOException {
        application.close();
        web.stop();
        sshd.stop(true);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "housing.completion             | SOURCE_ERROR         | 取数 | SYNC   | 部门系统内部出错",
                "market-regulation.credit-list  | SOURCE_REFUSED       | 取数 | SYNC   | 核对账号、密钥与授权期限",
                "industry-it.tech-project       | NOT_DATA             | 取数 | SYNC   | 不是约定的数据",
                "industry-it.energy-monthly     | MALFORMED            | 取数 | SYNC   | 不是约定的数据",
                "credit.licence                 | TOTAL_MISMATCH       | 取数 | SYNC   | 核对总数",
                "credit.penalty                 | SOURCE_TIMEOUT       | 取数 | SYNC   | 先确认部门系统与网络是否恢复",
                "housing.construction-permit    | BUSINESS_ERROR       | 取数 | SYNC   | 首个错误转给部门",
                "natural-resources.land-supply  | SOURCE_UNREACHABLE   | 取数 | SYNC   | 先确认部门系统与网络是否恢复",
                "tax.registration               | QUERY_FAILED         | 取数 | SYNC   | 改正路由参数",
                "market-regulation.change       | NOT_CONFIGURED       | 取数 | SYNC   | 平台配置的问题",
                "tax.credit-rating              | QUARANTINE_TOLERANCE | 入库 | RERUN  | 先看下面的样例",
                "tax.monthly-summary            | ENCODING_MISMATCH    | 入库 | REPULL | 按约定的格式重新提供",
                "market-regulation.annual-report| COLUMN_MISSING       | 入库 | RERUN  | 传错还是改版",
                "housing.plant-lease            | OLD_WORKBOOK         | 入库 | REPULL | 按约定的格式重新提供",
            })
    void eachHasItsCodeAndItsAdvice(String feed, String reason, String step, String verb, String advice)
            throws Exception {
        JsonNode card = card(feed);

        assertThat(card.path("reason").asString()).as("%s", card).isEqualTo(reason);
        assertThat(card.path("step").asString()).isEqualTo(step);
        assertThat(card.path("verb").asString()).isEqualTo(verb);
        assertThat(card.path("advice").asString()).contains(advice);
        assertThat(card.path("error").asString())
                .as("plain Chinese first, what the machine said behind it")
                .matches("^(JSON|XML)?[^A-Za-z]*\\p{IsHan}.*");
        assertThat(card.path("difference")).isNotEmpty();
    }

    @Test
    void theCardShowsFiveOfTheRecordsAndWhatIsNotAsInTheLastGoodHour() throws Exception {
        JsonNode card = card("tax.credit-rating");

        assertThat(card.path("samples")
                        .valueStream()
                        .mapToInt(cause -> cause.path("samples").size())
                        .sum())
                .isEqualTo(5);
        assertThat(card.path("samples").toString()).contains("坏等级厂").doesNotContain("13812345678");
        assertThat(card.path("last_good").asString()).isEqualTo("2026-11-22T00Z");
        assertThat(card.path("difference").toString()).contains("这次退回 24 条，上次退回 0 条（收到 12 条）");
    }

    @Test
    void aDifferenceStopsItsFeedAloneAndSaysWhere() throws Exception {
        assertThat(card("credit.licence").path("error").asString()).contains("5", "2");

        application.getBean(HourLoop.class).publishNow("after the faults", new StepLog(CLOCK));

        SnapshotPublished published =
                application.getBean(Ledger.class).lastPublication().orElseThrow();
        assertThat(published.hour()).isEqualTo(HourWindow.parse("2026-11-22T01Z"));
        assertThat(application.getBean(Ledger.class).slots(FeedId.parse("tax.credit-rating")))
                .as("the good hour is served, the held one waits")
                .extracting(slot -> slot.state() + " " + (slot.adopted() != null))
                .containsExactly("DONE true", "HELD false");
        BalanceFaces faces = new BalanceFaces(
                application.getBean(Engine.class),
                folder.resolve("data"),
                "http://127.0.0.1:" + application.getWebServer().getPort(),
                "demonstration");
        Map<String, String> told = new TreeMap<>();
        for (String window : List.of("2026-11-22T00Z", "2026-11-22T01Z")) {
            Map<String, String> lines = BalanceFaces.ofSheet(get("/api/v1/windows/" + window + "/balance"));
            assertThat(faces.ofCommandLine(window)).isEqualTo(lines);
            told.putAll(lines);
        }
        assertThat(faces.ofPublishedFile())
                .as("the sheet is one, whoever tells it")
                .isEqualTo(told)
                .hasSizeGreaterThan(20);
    }

    private static void seed() throws Exception {
        answer("/housing/completion", aResponse().withStatus(500).withBody("java.lang.NullPointerException"));
        answer("/market-regulation/credit-list", aResponse().withStatus(401));
        answer(
                "/industry-it/tech-project",
                aResponse().withHeader("Content-Type", "text/html").withBody("<html><body>请登录</body></html>"));
        answer("/industry-it/energy-monthly", okJson("{\"code\":\"0\",\"total\":2,\"data\":[{\"a\":\"1\"},{\"a"));
        answer("/credit/licence", okJson("{\"code\":\"0\",\"total\":5,\"data\":[{\"a\":\"1\"},{\"a\":\"2\"}]}"));
        answer("/credit/penalty", okJson(NOTHING).withFixedDelay(2_500));
        answer(
                "/housing/construction-permit",
                aResponse().withHeader("Content-Type", "text/xml").withBody("""
                <s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><s:Fault>
                <faultcode>s:Server</faultcode><faultstring>授权文号已过期</faultstring></s:Fault></s:Body></s:Envelope>"""));
        execute("drop table V_DJ_NSRXX");
        put("credit-rating", "NSXYDJ_2.csv", (RATINGS + ratings("A", 6) + ratings("坏等级", 24)).getBytes(GBK));
        put(
                "monthly-summary",
                "YDHZ_202610.csv",
                "NSRSBH,NSRMC,SSSQ_Q,SSSQ_Z,YSXSE\n91110000600037341L,示范县机械厂,2026-10-01,2026-10-31,100\n"
                        .getBytes(StandardCharsets.UTF_8));
        put("annual-report", "QYNB_2.csv", "UNISCID,ANCHEYEAR\n91110000600037341L,2025\n".getBytes(GBK));
        byte[] old = new byte[1024];
        System.arraycopy(
                new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1, 0x1a, (byte) 0xe1},
                0,
                old,
                0,
                8);
        Files.write(folder.resolve("drop/plant-lease-2.xlsx"), old);
    }

    private static void answer(String path, ResponseDefinitionBuilder answer) {
        web.stubFor(any(urlPathEqualTo(path)).willReturn(answer));
    }

    /** Each feed's oldest window that is open. */
    private static void work() {
        DueSlots dueSlots = application.getBean(DueSlots.class);
        SlotPool pool = application.getBean(SlotPool.class);
        List<CompletableFuture<Boolean>> begun = new ArrayList<>();
        for (Feed feed : application.getBean(Catalogue.class).feeds()) {
            List<DueSlot> due = dueSlots.ofFeed(feed, dueSlots.newest(CLOCK.instant()));
            begun.add(pool.submit(due.get(due.size() - 1), Approach.WHAT_IS_LEFT, "sync", new StepLog(CLOCK)));
        }
        begun.forEach(CompletableFuture::join);
    }

    private static JsonNode card(String feed) throws Exception {
        HourWindow window = application.getBean(Ledger.class).slots(FeedId.parse(feed)).stream()
                .filter(slot -> slot.state() == SlotState.FAILED || slot.state() == SlotState.HELD)
                .findFirst()
                .orElseThrow(() -> new AssertionError(feed + " has nothing to tell"))
                .window();
        return get("/api/v1/windows/" + window + "/feeds/" + feed + "/failure");
    }

    private static JsonNode get(String path) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + application.getWebServer().getPort() + path);
        HttpRequest request =
                HttpRequest.newBuilder(uri).header("X-API-Key", "demonstration").build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }

    private static String ratings(String rating, int number) {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < number; i++) {
            rows.append("91110000600037341L,示范县")
                    .append(rating)
                    .append("厂,")
                    .append((rating.equals("A") ? 2000 : 1980) + i)
                    .append(',')
                    .append(rating)
                    .append(",95,2025-04-20,联系 13812345678\n");
        }
        return rows.toString();
    }

    private static void put(String feed, String name, byte[] bytes) throws IOException {
        Path outgoing = folder.resolve("sftp/outgoing").resolve(feed);
        Files.write(outgoing.resolve(name), bytes);
        Files.createFile(outgoing.resolve(name + ".ok"));
    }

    private static void startFiles() throws IOException {
        for (String feed : List.of("credit-rating", "monthly-summary", "annual-report")) {
            Files.createDirectories(folder.resolve("sftp/outgoing").resolve(feed));
        }
        Files.createDirectories(folder.resolve("drop"));
        sshd = SshServer.setUpDefaultServer();
        sshd.setHost("127.0.0.1");
        sshd.setPort(0);
        sshd.setKeyPairProvider(new SimpleGeneratorHostKeyProvider());
        sshd.setPasswordAuthenticator((user, password, session) -> true);
        sshd.setSubsystemFactories(List.of(new SftpSubsystemFactory()));
        sshd.setFileSystemFactory(new VirtualFileSystemFactory(folder.resolve("sftp")));
        sshd.start();
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(DATABASE)) {
            connection.createStatement().execute(sql);
        }
    }

    private static String[] properties() {
        List<String> words = new ArrayList<>(List.of(
                "--server.port=0",
                "--hourshare.home=" + folder.resolve("data"),
                "--hourshare.operate.automatic=false",
                "--hourshare.sandbox.api-key=demonstration",
                "--hourshare.pull.read-timeout=1s",
                "--hourshare.pull.attempts=2",
                "--hourshare.pull.backoff=10ms",
                "--logging.level.root=error"));
        for (String department : List.of("housing", "market-regulation", "industry-it", "credit")) {
            source(words, department, Map.of("url", web.baseUrl() + "/" + department));
            source(words, department, Map.of("app-key", "k", "app-secret", "s"));
        }
        source(words, "housing", Map.of("folder", folder.resolve("drop").toString()));
        for (String department : List.of("tax", "market-regulation")) {
            source(words, department, Map.of("sftp-host", "127.0.0.1", "sftp-port", "" + sshd.getPort()));
            source(words, department, Map.of("sftp-user", "park", "sftp-password", "secret"));
        }
        source(words, "tax", Map.of("jdbc-url", DATABASE, "jdbc-user", "", "jdbc-password", ""));
        String closed = "jdbc:h2:tcp://127.0.0.1:1/mem:none";
        source(words, "natural-resources", Map.of("jdbc-url", closed, "jdbc-user", "sa", "jdbc-password", ""));
        return words.toArray(String[]::new);
    }

    private static void source(List<String> words, String department, Map<String, String> values) {
        values.forEach((word, value) -> words.add("--hourshare.sources." + department + "." + word + "=" + value));
    }
}
