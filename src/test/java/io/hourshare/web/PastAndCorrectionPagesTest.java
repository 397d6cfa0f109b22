package io.hourshare.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.serve.ServingApplication;
import io.hourshare.serve.snapshot.SnapshotFixture;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PastAndCorrectionPagesTest {

    @TempDir
    static Path home;

    private static ServingApplication application;

    @BeforeAll
    static void start() throws Exception {
        application = ServingApplication.demonstration(home).enter();
        application.snapshots().publish(17, session -> {
            SnapshotFixture.add(session, "HS-A", "91330482MA2BXK7N3H", "平湖市长安精密有限公司", "", "新华路 88 号", true);
            session.execute("create table contradiction as select 'revoked-but-tax-normal' as rule_id,"
                    + " '已吊销而税务状态正常' as title, 85 as weight, 'HS-A' as enterprise_id, 'tax' as department,"
                    + " 'tax.registration' as source_feed, 'tax_status_code' as attribute, '正常' as said,"
                    + " '已吊销' as against, timestamp '2026-11-01 00:00:00' as source_time");
        });
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void theProfilePageGoesBackToAnHour() throws Exception {
        HttpResponse<String> past = application.getOpenly("/enterprises/HS-A?asOf=2026-11-22T03Z");

        assertThat(past.statusCode()).as(past.body()).isEqualTo(200);
        assertThat(past.body()).contains("回看", "平湖市长安精密有限公司", "此后的变动");
        assertThat(application.getOpenly("/enterprises/HS-A").body()).contains("回看某一时刻");
        assertThat(application.getOpenly("/enterprises/HS-A?asOf=nonsense").statusCode())
                .isEqualTo(400);
    }

    @Test
    void whatIsRefusedIsSaidWithinTheFrameAndInBeijingTime() throws Exception {
        String refused =
                application.getOpenly("/enterprises/HS-A?asOf=nonsense").body();

        assertThat(refused).contains("时段有误", "aria-label=\"主菜单\"", "演示数据");
        assertThat(ShownTime.inBeijing("2026-11-20T02Z 及以前没有发布过数据")).isEqualTo("2026-11-20 10:00–11:00 及以前没有发布过数据");
    }

    @Test
    void aListAskedForByAnUnknownNameIsRefusedWithThoseThatThereAre() throws Exception {
        Map<String, String> known = Map.of(
                "/api/v1/quarantine?feed=xx.yy", "tax.registration",
                "/api/v1/quarantine/xx.yy/export", "tax.registration",
                "/api/v1/quarantine/tax.arrears/export?reason=X", "MISSING_REQUIRED",
                "/api/v1/quarantine/tax.arrears/export?field=X", "NSRSBH",
                "/api/v1/contradictions?department=xx", "market-regulation",
                "/api/v1/contradictions?rule=xx", "revoked-but-tax-normal",
                "/api/v1/audit?kind=Reading", "DataRead",
                "/api/v1/evidence?window=2026-11-22T03Z&feed=xx.yy", "tax.registration",
                "/api/v1/ledgers/correction/cases?state=OPENED", "OPEN",
                "/api/v1/ledgers/correction/cases?department=xx", "market-regulation");
        for (Map.Entry<String, String> one : known.entrySet()) {
            HttpResponse<String> refused = application.get(one.getKey());
            assertThat(refused.statusCode()).as(one.getKey() + refused.body()).isEqualTo(422);
            assertThat(refused.body()).contains("-unknown\"", one.getValue());
        }
        assertThat(application
                        .get("/api/v1/contradictions?department=tax&rule=revoked-but-tax-normal")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void theConsoleRanksWhatADepartmentShouldLookInto() throws Exception {
        HttpResponse<String> page = application.getOpenly("/console/corrections?department=tax");

        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        assertThat(page.body()).contains("已吊销而税务状态正常", "平湖市长安精密有限公司", "提交校核");
        assertThat(application.get("/api/v1/contradictions?department=tax").body())
                .contains("\"rule\":\"revoked-but-tax-normal\"", "\"said\":\"正常\"");
        assertThat(application.get("/api/v1/contradictions/summary").body()).contains("\"enterprises\":1");
        assertThat(application
                        .get("/api/v1/enterprises/HS-A?asOf=2026-11-22T03Z")
                        .statusCode())
                .isEqualTo(200);
    }
}
