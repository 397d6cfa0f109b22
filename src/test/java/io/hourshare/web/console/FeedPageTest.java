package io.hourshare.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.kernel.HourWindow;
import io.hourshare.serve.ServingApplication;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator decides about a feed: first shown, then done for a reason, then told to the next shift. */
class FeedPageTest {

    private static final String FEED = "/console/feeds/tax.registration";

    @TempDir
    static Path home;

    private static ServingApplication application;
    private static String token;

    @BeforeAll
    static void start() throws Exception {
        application = ServingApplication.demonstration(home).enter();
        token = "_csrf=" + ServingApplication.encoded(application.token(FEED));
        ReturnedTown.deliver(application.context());
        ReturnedTown.mend(application.context());
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void pausesAfterADryRunAndTellsTheConsole() throws Exception {
        String wanted = "&until=2026-11-22T18:00&reason=" + ServingApplication.encoded("系统维护");

        assertThat(application.post(FEED + "/pause", token + wanted).body()).contains("将暂停到 <b>2026-11-22 18:00</b>");
        assertThat(application.getOpenly("/console").body()).doesNotContain("暂停采集到");
        application.post(FEED + "/pause", token + wanted + "&really=yes");
        assertThat(application.getOpenly(FEED).body()).contains("已暂停采集"); // where a browser is sent, and told so once
        assertThat(application.getOpenly("/console").body()).contains("暂停采集到 2026-11-22 18:00", "系统维护");
        application.post(FEED + "/unpause", token + "&reason=" + ServingApplication.encoded("提前修好"));

        assertThat(application.getOpenly(FEED).body()).doesNotContain("已暂停采集");
        assertThat(application.post(FEED + "/pause", token + "&until=soon").body())
                .contains("时间写法有误");
    }

    @Test
    void waivesExactlyWhatTheDryRunShows() throws Exception {
        ReturnedTown.accept(application.context(), "tax.registration", HourWindow.parse("2026-11-22T00Z"));
        String wanted = "&from=2026-11-22T09:00&to=2026-11-22T10:00&reason=" + ServingApplication.encoded("停电");

        assertThat(application.post(FEED + "/waive", token + wanted).body())
                .contains("将免报 <b>2</b> 个时段", "2026-11-22 09:00–10:00", "2026-11-22 10:00–11:00");
        application.post(FEED + "/waive", token + wanted + "&really=yes");

        assertThat(application.post(FEED + "/waive", token + wanted).body()).contains("所选范围内没有可以免报的时段");
        assertThat(application.getOpenly("/console/slots").body()).contains("11-22 10 时：免报");
        assertThat(application
                        .post(FEED + "/waive", token + "&from=2026-11-22T10:00&really=yes")
                        .body())
                .contains("缺少事由");
    }

    @Test
    void leavesNotesForTheNextShift() throws Exception {
        application.post("/console/handover", token + "&note=" + ServingApplication.encoded("税务专线夜里断过两次"));
        String board = application.getOpenly("/console").body();
        assertThat(board).contains("税务专线夜里断过两次");
        String taken = board.replaceAll("(?s).*action=\"(/console/handover/[^\"]+/take)\".*", "$1");

        application.post(taken, token);

        assertThat(application.getOpenly("/console").body()).doesNotContain("税务专线夜里断过两次");
    }

    @Test
    void comparesReturnedRecordsUnderBothMappings() throws Exception {
        ReturnedTown.ageCatalogue(application.context());

        String page =
                application.getOpenly("/console/feeds/tax.credit-rating/replay").body();

        assertThat(page).contains("重试 <b>4</b> 条：<b>0</b> 条可以入库", "UNKNOWN_CODE", "✕ 仍退回");
        assertThat(application
                        .post(
                                "/console/feeds/tax.credit-rating/replay",
                                token + "&from=2026-11-22T10:00&to=2026-11-22T11:00&reason=x")
                        .body())
                .contains("没有让任何退回的记录变得可以入库");
    }

    @Test
    void countsTheLawsAndShowsBothSides() throws Exception {
        application.post("/console/verification", token + "&level=QUICK");
        String page = "";
        for (int i = 0; i < 100 && !page.contains("各律"); i++) {
            Thread.sleep(100);
            page = application.getOpenly("/console/verification").body();
        }

        assertThat(page).contains("各律", "落地字节", "✓ 成立");
    }
}
