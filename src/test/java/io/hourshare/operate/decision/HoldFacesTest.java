package io.hourshare.operate.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.kernel.Digest;
import io.hourshare.kernel.FeedId;
import io.hourshare.kernel.HourWindow;
import io.hourshare.serve.ServingApplication;
import io.hourshare.store.DriftChange;
import io.hourshare.store.Journal;
import io.hourshare.store.JournalAct.HoldDecided;
import io.hourshare.store.JournalFact.DeliveryLanded;
import io.hourshare.store.JournalFact.DriftSeen;
import io.hourshare.store.JournalFact.SlotHeld;
import io.hourshare.store.Ledger;
import io.hourshare.store.SlotState;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A held delivery over REST and on its page: old and new side by side, accepted or refused by a person. */
@Tag("F40")
@Tag("F29")
class HoldFacesTest {

    private static final FeedId TAX = FeedId.parse("tax.registration");

    @TempDir
    static Path home;

    private static ServingApplication application;

    @BeforeAll
    static void start() throws Exception {
        application = ServingApplication.demonstration(home).enter();
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void aHeldDeliveryShowsOldAndNewAndIsAccepted() throws Exception {
        HourWindow hour = held("2026-11-20T01Z", "SCHEMA_DRIFT");

        assertThat(application.get("/api/v1/holds").body()).contains("SCHEMA_DRIFT", "中位数 100", "中位数 1000000");
        assertThat(application.get("/api/v1/drifts").body()).contains("REGCAP", "UNIT");
        assertThat(application.getOpenly("/console/holds").body()).contains("中位数 100", "中位数 1000000", "单位变化", "接受这一批");

        assertThat(decide(hour, "accept?dryRun=true", "").statusCode()).isEqualTo(200);
        assertThat(state(hour)).isEqualTo(SlotState.HELD);
        assertThat(decide(hour, "accept", "").body()).contains("reason-missing");
        assertThat(decide(hour, "accept", "已与部门核实").statusCode()).isEqualTo(200);

        assertThat(state(hour)).isEqualTo(SlotState.LANDED);
        assertThat(journal().lines().get(journal().lines().size() - 1).entry())
                .isInstanceOfSatisfying(HoldDecided.class, decided -> {
                    assertThat(decided.accepted()).isTrue();
                    assertThat(decided.actor()).isNotBlank();
                    assertThat(decided.reason()).isEqualTo("已与部门核实");
                });
        assertThat(decide(hour, "accept", "再来一次").body()).contains("hold-settled");
    }

    @Test
    void aRefusedDeliveryClosesItsWindow() throws Exception {
        HourWindow hour = held("2026-11-20T02Z", "VOLUME_DROP");

        assertThat(decide(hour, "refuse", "部门确认漏报").statusCode()).isEqualTo(200);

        assertThat(state(hour)).isEqualTo(SlotState.WAIVED);
    }

    @Test
    void aSumThatDoesNotAddUpCannotBeAccepted() throws Exception {
        HourWindow hour = held("2026-11-20T03Z", "DECLARED_TOTAL");

        HttpResponse<String> answer = decide(hour, "accept", "算了");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("hold-not-acceptable");
        assertThat(state(hour)).isEqualTo(SlotState.HELD);
    }

    private static HourWindow held(String window, String code) {
        HourWindow hour = HourWindow.parse(window);
        Digest delivery = Digest.of(window);
        journal().append(new DeliveryLanded(TAX, hour, delivery, List.of(), null, null, null, false));
        journal()
                .append(new DriftSeen(
                        TAX,
                        hour,
                        delivery,
                        List.of(new DriftChange("UNIT", "REGCAP", "注册资本", "中位数 100", "中位数 1000000", true))));
        journal().append(new SlotHeld(TAX, hour, code, "请核实"));
        return hour;
    }

    private static HttpResponse<String> decide(HourWindow hour, String decision, String reason) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(application.uri("/api/v1/holds/" + TAX + "/" + hour + "/" + decision))
                                .header("X-API-Key", ServingApplication.KEY)
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString("{\"reason\":\"" + reason + "\"}"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private static SlotState state(HourWindow hour) {
        return application
                .context()
                .getBean(Ledger.class)
                .slot(TAX, hour)
                .orElseThrow()
                .state();
    }

    private static Journal journal() {
        return application.context().getBean(Journal.class);
    }
}
