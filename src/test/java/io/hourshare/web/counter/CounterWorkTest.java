package io.hourshare.web.counter;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.ledger.CaseDesk;
import io.hourshare.ledger.CaseQuery;
import io.hourshare.ledger.CaseView;
import io.hourshare.serve.ServingApplication;
import io.hourshare.web.ShownTown;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CounterWorkTest {

    @TempDir
    static Path home;

    private static ServingApplication application;
    private static CaseDesk desk;

    @BeforeAll
    static void start() throws Exception {
        application = ServingApplication.demonstration(home).enter();
        application.snapshots().publish(17, ShownTown::fill);
        desk = application.context().getBean(CaseDesk.class);
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void asksADepartmentAndKeepsItsAnswerAsAValueWithSourceAndExpiry() throws Exception {
        String asked = form(
                        "/enterprises/" + ShownTown.FULL + "/ask",
                        "department=tax&item=出口退税备案&question=是否已备案&reason=窗口办事")
                .body();
        assertThat(asked).contains("已送部门", "六十分钟内答复");
        CaseView question = desk.list(CaseQuery.open("question", Map.of("department", "tax")), null)
                .get(0);
        assertThat(question.clocks().get(0).limit()).isEqualTo(60);
        assertThat(application.getOpenly("/enterprises/" + ShownTown.FULL).body())
                .contains("已问：出口退税备案，还有 60 分");
        assertThat(application.getOpenly("/console/questions").body()).contains("出口退税备案", "是否已备案");

        HttpResponse<String> refused =
                form("/console/questions/" + question.id() + "/answer", "value=已备案&valid_until=soon&reason=经查业务系统");
        assertThat(refused.body()).contains("请填写有效期至哪一天");
        form("/console/questions/" + question.id() + "/answer", "value=已于2024年备案&valid_until=2026-12-22&reason=经查业务系统");

        assertThat(application.getOpenly("/enterprises/" + ShownTown.FULL).body())
                .contains("已于2024年备案", "税务局", "有效期至 2026-12-22");
        assertThat(application
                        .get("/api/v1/enterprises/" + ShownTown.FULL + "/answers")
                        .body())
                .contains("\"current\":true", "\"valid_until\":\"2026-12-22\"", "\"item\":\"出口退税备案\"");
    }

    @Test
    void doesNotUseAnAnswerThatIsOutOfDate() throws Exception {
        form("/enterprises/" + ShownTown.SPARSE + "/ask", "department=housing&item=施工许可&reason=窗口办事");
        CaseView question = desk.list(CaseQuery.open("question", Map.of("department", "housing")), null)
                .get(0);
        form("/console/questions/" + question.id() + "/answer", "value=有&valid_until=2026-11-21&reason=经查业务系统");

        assertThat(application
                        .get("/api/v1/enterprises/" + ShownTown.SPARSE + "/answers")
                        .body())
                .contains("\"current\":false");
        assertThat(application.getOpenly("/enterprises/" + ShownTown.SPARSE).body())
                .contains("已过有效期");
    }

    @Test
    void refusesAQuestionToNobody() throws Exception {
        assertThat(form("/enterprises/" + ShownTown.FULL + "/ask", "department=nobody&item=x&reason=y")
                        .body())
                .contains("没有部门“nobody”");
        assertThat(application.getOpenly("/enterprises/HS-NONE/ask").statusCode())
                .isEqualTo(404);
    }

    @Test
    void offersToDoubtAValueWithTheFormFilledIn() throws Exception {
        String page = application.getOpenly("/enterprises/" + ShownTown.FULL).body();
        String form = application
                .getOpenly("/enterprises/" + ShownTown.FULL + "/fields/address/doubt")
                .body();

        assertThat(page).contains("/enterprises/" + ShownTown.FULL + "/fields/address/doubt");
        assertThat(form).contains("兴平二路 88 号", "市场主体登记信息", "checked=\"checked\"", "提交");
    }

    @Test
    void saysFirstWhatAClerkShouldSeeFirst() throws Exception {
        String page = application.getOpenly("/enterprises/" + ShownTown.FULL).body();

        assertThat(page).contains("提示事项", "部门间不一致 2 项", "党组织", "服务专员");
        assertThat(page.indexOf("提示事项")).isLessThan(page.indexOf("全部登记项"));
    }

    @Test
    void checksACodeWithoutScriptWhenItIsSent() throws Exception {
        String page = application.getOpenly("/?q=9133O482MA2BXK7N3H").body();
        String advice =
                application.getOpenly("/code-advice?q=9133O482MA2BXK7N3H").body();

        assertThat(page).contains("代码校验不符");
        assertThat(advice).contains("代码校验不符").doesNotContain("<html");
    }

    private static HttpResponse<String> form(String path, String body) throws Exception {
        StringBuilder encoded = new StringBuilder();
        for (String pair : List.of(body.split("&"))) {
            String[] parts = pair.split("=", 2);
            encoded.append(parts[0])
                    .append('=')
                    .append(ServingApplication.encoded(parts[1]))
                    .append('&');
        }
        return application.post(path, encoded + "_csrf=" + ServingApplication.encoded(application.token("/account")));
    }
}
