package io.hourshare.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.serve.ServingApplication;
import io.hourshare.serve.snapshot.SnapshotFixture;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CounterPagesTest {

    @TempDir
    static Path home;

    private static ServingApplication application;

    @BeforeAll
    static void start() throws Exception {
        application = ServingApplication.demonstration(home).enter();
        application.snapshots().publish(17, session -> {
            SnapshotFixture.add(
                    session, "HS-A", "91330482MA2BXK7N3H", "平湖市长安<b>精密</b>有限公司", "平湖市旧名机械厂", "新华路 88 号", true);
            SnapshotFixture.add(session, "HS-B", "91330482MA2BXK7N4F", "平湖市长安食品有限公司", "", "人民路 1 号", true);
        });
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void findsAnEnterpriseAndLinksToItsPage() throws Exception {
        String page = application
                .getOpenly("/?q=" + ServingApplication.encoded("changan"))
                .body();

        assertThat(page)
                .contains("找到 <b>2</b> 家企业")
                .contains("/enterprises/HS-B")
                .contains("拼音");
    }

    @Test
    void showsEachValueWithSourceAndTime() throws Exception {
        String page = application.getOpenly("/enterprises/HS-A").body();

        assertThat(page)
                .contains("1,250.5 万元")
                .contains("市场主体登记信息 · 2026-11-22 10:05")
                .contains("示范县旧路 1 号")
                .contains("高新技术企业")
                .contains("平湖市旧名机械厂")
                .contains("演示数据")
                .contains("2026-11-22 11:00–12:00");
    }

    @Test
    void saysWhyAValueIsWhatItIsAndWhatHappened() throws Exception {
        String page = application.getOpenly("/enterprises/HS-A").body();

        assertThat(page)
                .contains("为什么是这个值")
                .contains("landing/m/rows.jsonl")
                .contains("大事记")
                .contains("资质荣誉：高新技术企业 认定时间");
    }

    @Test
    void remembersLargePrint() throws Exception {
        application.getOpenly("/display?print=large");
        assertThat(application.getOpenly("/").body()).contains("class=\"large\"");
        application.getOpenly("/display?print=usual");
        assertThat(application.getOpenly("/").body()).doesNotContain("class=\"large\"");
    }

    @Test
    void escapesWhatDepartmentsSend() throws Exception {
        assertThat(application.getOpenly("/enterprises/HS-A").body()).doesNotContain("<b>精密</b>");
    }

    @Test
    void sendsStrictHeadersAndNoInlineScriptOrStyle() throws Exception {
        HttpResponse<String> page = application.getOpenly("/enterprises/HS-A");

        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'")
                .doesNotContain("unsafe");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(page.body()).doesNotContain("<script>").doesNotContain("style=");
    }

    @Test
    void answersMistakesWithAPageInChinese() throws Exception {
        HttpResponse<String> enterprise = application.getOpenly("/enterprises/HS-NONE");
        HttpResponse<String> page = application.getOpenly("/no-such-page");

        assertThat(enterprise.statusCode()).isEqualTo(404);
        assertThat(enterprise.body()).contains("没有这家企业");
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("没有这个页面");
    }

    @Test
    void servesItsStyleSheet() throws Exception {
        assertThat(application.getOpenly("/assets/hourshare.css").statusCode()).isEqualTo(200);
    }
}
