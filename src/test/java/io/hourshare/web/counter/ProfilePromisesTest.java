package io.hourshare.web.counter;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.engine.Session;
import io.hourshare.kernel.HourWindow;
import io.hourshare.serve.ServingApplication;
import io.hourshare.web.ShownTown;
import io.hourshare.web.console.ReturnedTown;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the profile promises of every value, of names that several bear, and of sources that stay away. */
class ProfilePromisesTest {

    private static final String NAME = "示范县同名商贸有限公司";
    private static final int HOMONYMS = 5;
    private static final int CONFLICTS = 20;
    private static final Pattern VALUE = Pattern.compile("<dd><span class=\"value\"[^>]*>.*?</dd>", Pattern.DOTALL);
    private static final Pattern SOURCE =
            Pattern.compile("<small class=\"source\">[^<]+ · \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d</small>");

    @TempDir
    static Path home;

    private static ServingApplication application;

    @BeforeAll
    static void start() throws Exception {
        application = ServingApplication.demonstration(home).enter();
        application.snapshots().publish(17, session -> {
            ShownTown.fill(session);
            for (int i = 0; i < HOMONYMS; i++) {
                homonym(session, i);
            }
            session.execute("insert into document_part values ('HS-TORN', 0, ?)", torn());
        });
        HourWindow newest = HourWindow.parse("2026-11-22T03Z");
        ReturnedTown.accept(application.context(), "market-regulation.registration", newest);
        ReturnedTown.accept(application.context(), "natural-resources.real-estate", newest);
        ReturnedTown.accept(application.context(), "tax.registration", HourWindow.parse("2026-11-22T00Z"));
        ReturnedTown.accept(application.context(), "tax.credit-rating", HourWindow.parse("2026-11-22T00Z"));
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void everyValueHasItsSourceAndDataTime() throws Exception {
        Matcher values = VALUE.matcher(page(ShownTown.FULL));
        int seen = 0;
        while (values.find()) {
            seen++;
            assertThat(values.group()).containsPattern(SOURCE);
        }
        assertThat(seen).isGreaterThanOrEqualTo(40);
    }

    @Test
    void twentyConflictsShowWhatEachDepartmentSaysAndWhichIsTaken() throws Exception {
        String page = page("HS-TORN");

        assertThat(page).contains("部门间不一致 <b>" + CONFLICTS + "</b>");
        for (int i = 0; i < CONFLICTS; i++) {
            String rows = between(page, "id=\"conflict-item" + i + "\"", "</tbody>");
            assertThat(rows).contains("采用一 " + i, "另一说 " + i, "市场主体登记信息", "纳税人登记信息");
            assertThat(rows.indexOf("✓ 采用")).isBetween(0, rows.indexOf("另一说"));
        }
    }

    @Test
    void fiveOfOneNameStayFiveAndAreToldApart() throws Exception {
        for (int i = 0; i < HOMONYMS; i++) {
            String list = between(page("HS-SAME-" + i), "疑似同名", "first-look");
            for (int other = 0; other < HOMONYMS; other++) {
                List<String> marks = List.of("/enterprises/HS-SAME-" + other, "沈" + other + "号", "同名路 " + other + " 号");
                if (other == i) {
                    assertThat(list).doesNotContain(marks);
                } else {
                    assertThat(list).contains(marks).contains("存续");
                }
            }
        }
        String found =
                application.getOpenly("/?q=" + ServingApplication.encoded(NAME)).body();
        assertThat(found).contains("找到 <b>" + HOMONYMS + "</b> 家企业");
    }

    @Test
    void aSourceThatStaysAwayIsSaidOnItsPartsAndNoOther() throws Exception {
        String page = page(ShownTown.FULL);

        assertThat(between(page, "<h3>纳税人登记信息</h3>", "<dl"))
                .contains("class=\"stale\"", "数据截至 2026-11-22 09:00，逾期 90 分");
        assertThat(between(page, "id=\"credit-rating\"", "<table"))
                .contains("class=\"stale\"", "数据截至 2026-11-22 09:00");
        assertThat(between(page, "<h3>市场主体登记信息</h3>", "<dl")).doesNotContain("stale");
        assertThat(between(page, "id=\"real-estate\"", "<dl")).doesNotContain("stale");
        assertThat(page).contains("国家税务总局平湖市税务局", "一般纳税人", "A 级");
    }

    @Test
    void theTimelineIsInOrderAndCanBeKeptToOneSource() throws Exception {
        String all = between(page(ShownTown.FULL), "<ol class=\"events\">", "</ol>");
        List<String> days = Pattern.compile("datetime=\"([^\"]+)\"")
                .matcher(all)
                .results()
                .map(result -> result.group(1))
                .toList();

        assertThat(days)
                .isSortedAccordingTo((one, other) -> other.compareTo(one))
                .contains("2025-04-20", "2024-12-06", "2023-07-15", "2018-09-03", "2017-05-02", "2016-03-18");
        assertThat(all).contains("不再使用名称“平湖市长安五金厂”");
        String rating = "纳税(缴费)信用等级";
        String one = page(ShownTown.FULL + "?events=" + ServingApplication.encoded(rating));
        assertThat(between(one, "<ol class=\"events\">", "</ol>"))
                .contains("2025-04-20", "2024-04-19")
                .doesNotContain("2024-12-06", "2016-03-18");
        assertThat(between(one, "只看一个来源", "</nav>")).contains("aria-current=\"true\">" + rating);
    }

    @Test
    void aWholeCodeOrTheOnlyBearerOfANameOpensAtOnce() throws Exception {
        for (String typed : List.of("91330482MA2BXK7N3H", "９１３３０４８２ｍａ２ｂｘｋ７ｎ３ｈ", "平湖市长安精密机械有限公司")) {
            assertThat(application
                            .getOpenly("/?q=" + ServingApplication.encoded(typed))
                            .headers()
                            .firstValue("Location")
                            .orElse(""))
                    .as(typed)
                    .endsWith("/enterprises/" + ShownTown.FULL);
        }
    }

    /** A licence's QR code holds an address or particulars; whoever is outside the park is found by it as well. */
    @Test
    void whatAScannerReadsFromALicenceOpensAtOnce() throws Exception {
        for (String scanned : List.of(
                ShownTown.OUTSIDE,
                "https://www.example.gov.cn/licence?uniscid=" + ShownTown.OUTSIDE + "&pripid=33048200000001",
                "统一社会信用代码：" + ShownTown.OUTSIDE + "；名称：示范县园外食品有限公司；登记机关：示范县市场监督管理局")) {
            assertThat(application
                            .getOpenly("/?q=" + ServingApplication.encoded(scanned))
                            .headers()
                            .firstValue("Location")
                            .orElse(""))
                    .as(scanned)
                    .endsWith("/enterprises/HS-OUTSIDE");
        }
    }

    private static String page(String path) throws Exception {
        return application.getOpenly("/enterprises/" + path).body();
    }

    private static String between(String page, String from, String to) {
        int start = page.indexOf(from);
        assertThat(start).as(from).isNotNegative();
        return page.substring(start, page.indexOf(to, start));
    }

    private static void homonym(Session session, int i) {
        String id = "HS-SAME-" + i;
        String code = "91330482MA2SAME0" + i + "X";
        session.execute("insert into summary values (?, ?, ?, '存续', ?, true)", id, code, NAME, "同名路 " + i + " 号");
        session.execute("insert into name (enterprise_id, name, kind) values (?, ?, 'current')", id, NAME);
        session.execute("insert into code values (?, 'uscc', ?)", code, id);
        String representative = field("legal_rep_name", "沈" + i + "号", "法定代表人");
        session.execute("insert into document_part values (?, 0, ?)", id, document(id, representative, ""));
    }

    private static String torn() {
        StringBuilder conflicts = new StringBuilder();
        for (int i = 0; i < CONFLICTS; i++) {
            conflicts
                    .append(i == 0 ? "" : ",")
                    .append("{\"attribute\":\"item%d\",\"title\":\"项目 %d\",".formatted(i, i))
                    .append("\"winner\":" + said("采用一 " + i, "market-regulation.registration"))
                    .append(",\"losers\":[" + said("另一说 " + i, "tax.registration") + "]}");
        }
        return document("HS-TORN", field("address", "兴平二路", "住所"), conflicts.toString());
    }

    private static String said(String value, String feed) {
        return "{\"value\":\"%s\",\"feed\":\"%s\",\"source_time\":\"2026-11-22T02:05:00Z\",\"position\":{}}"
                .formatted(value, feed);
    }

    private static String field(String attribute, String value, String title) {
        return """
                "%s":{"value":"%s","title":"%s","unit":null,"feed":"market-regulation.registration",
                "feed_title":"市场主体登记信息","source_time":"2026-11-22T02:05:00Z","window":"2026-11-22T02Z",
                "position":{"object":"landing/x"},"rule":"first","restricted":false}""".formatted(attribute, value, title);
    }

    private static String document(String id, String field, String conflicts) {
        return ("{\"enterprise_id\":\"%s\",\"uscc\":null,\"name\":\"%s\",\"in_park\":true,\"fields\":{%s},"
                        + "\"conflicts\":[%s],\"satellites\":{},\"names\":[]}")
                .formatted(id, NAME, field, conflicts);
    }
}
