package io.hourshare.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.kernel.FeedId;
import io.hourshare.kernel.HourWindow;
import io.hourshare.serve.ServingApplication;
import io.hourshare.store.Journal;
import io.hourshare.store.JournalAct.RunRequested;
import io.hourshare.store.JournalFact.SlotFailed;
import io.hourshare.store.JournalFact.SlotHeld;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlotPageTest {

    private static final HourWindow NEXT = ReturnedTown.HOUR.next();

    @TempDir
    static Path home;

    private static ServingApplication application;
    private static Journal journal;

    @BeforeAll
    static void start() throws Exception {
        application = ServingApplication.demonstration(home).enter();
        journal = application.context().getBean(Journal.class);
        ReturnedTown.deliver(application.context());
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @ParameterizedTest
    @CsvSource({
        "pull,      SOURCE_UNREACHABLE,   false, 取数, 续跑, 先确认部门系统与网络是否恢复",
        "pull,      CONNECT_TIMEOUT,      false, 取数, 续跑, 先确认部门系统与网络是否恢复",
        "normalize, STORAGE_FAILED,       false, 入库, 续跑, 检查数据目录所在磁盘的空间与权限",
        "normalize, ENGINE_FAILED,        false, 入库, 续跑, 连续三次仍失败",
        "normalize, UNEXPECTED,           false, 入库, 重跑, 不必再请求部门",
        "normalize, QUARANTINE_TOLERANCE, true,  入库, 重跑, 先看下面的样例",
        "normalize, MASS_VANISH,          true,  入库, 重新拉取, 名单是否传错",
        "normalize, DECLARED_TOTAL,       true,  入库, 重新拉取, 请部门核对总数",
        "normalize, IMBALANCE,            true,  入库, 重跑, 平台自身的问题",
        "normalize, NOT_THE_FORMAT,       true,  入库, 重新拉取, 按约定的格式重新提供",
    })
    void tellsStepErrorDifferenceAndNextAction(
            String step, String reason, boolean held, String shown, String next, String advice) throws Exception {
        FeedId feed = FeedId.parse(ReturnedTown.FEED);
        String error = "演示的错误说明 " + reason;
        journal.append(
                held ? new SlotHeld(feed, NEXT, reason, error) : new SlotFailed(feed, NEXT, step, reason, error, 3));

        String page = application
                .getOpenly("/console/hours/" + NEXT + "/feeds/" + feed)
                .body();
        String card = application
                .get("/api/v1/windows/" + NEXT + "/feeds/" + feed + "/failure")
                .body();

        assertThat(page).contains("停在“<span>" + shown, error, "与上次成功的差别", advice, next + "…", "逐步用时");
        assertThat(card)
                .contains("\"reason\":\"" + reason + "\"", "\"last_good\":\"" + ReturnedTown.HOUR + "\"", advice);
    }

    @Test
    void showsAnHourThatWentWellWithoutACard() throws Exception {
        String page = application
                .getOpenly("/console/hours/" + ReturnedTown.HOUR + "/feeds/" + ReturnedTown.FEED)
                .body();

        assertThat(page).contains("已入库", "数源出数").doesNotContain("下一步");
        assertThat(application
                        .get("/api/v1/windows/" + ReturnedTown.HOUR + "/feeds/" + ReturnedTown.FEED + "/chain")
                        .body())
                .contains("\"hops\":[{\"name\":\"made\"");
    }

    @Test
    void updatesARunWhileItGoesOnAndLeavesAFinishedOneAlone() throws Exception {
        journal.append(new RunRequested("run-open", "SYNC", List.of(), NEXT, NEXT, "演示", "演示的事由", null));

        String page = application.getOpenly("/console/runs/run-open").body();

        assertThat(page).contains("hx-get=\"/console/runs/run-open\"", "every 1s", "htmx.min.js");
        assertThat(application
                        .getOpenly("/webjars/htmx.org/2.0.10/dist/htmx.min.js")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void threeDroppedHoursAreThreeGapsAndEachHourLeadsToItsSlot() throws Exception {
        HourWindow newest = HourWindow.parse("2026-11-22T03Z");
        HourWindow hour = newest;
        for (int back = 0; back < 12; back++, hour = hour.previous()) {
            if (back < 5 || back > 7) {
                ReturnedTown.accept(application.context(), "housing.construction-permit", hour);
            }
        }
        String row = row(application.getOpenly("/console/slots").body(), "施工许可");

        assertThat(row.split(">缺</a>", -1)).hasSize(4);
        assertThat(row)
                .contains("href=\"hours/2026-11-21T22Z/feeds/housing.construction-permit\" title=\"11-22 06 时：缺数\">缺<")
                .contains(
                        "href=\"hours/2026-11-22T03Z/feeds/housing.construction-permit\" title=\"11-22 11 时：零报送\">○<");
        assertThat(application
                        .getOpenly("/console/hours/2026-11-21T22Z/feeds/housing.construction-permit")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void theGridsViewIsItsAddress() throws Exception {
        String view = "/console/slots?hours=72&department=tax&only=trouble";
        String page = application.getOpenly(view).body();

        assertThat(page)
                .contains(
                        "value=\"tax\" selected",
                        "value=\"trouble\" checked",
                        "<th scope=\"row\"><a href=\"/console/feeds/tax.")
                .doesNotContain("<th scope=\"row\"><a href=\"/console/feeds/housing.")
                .contains("aria-current=\"page\">最近 72 小时", "hours=168&amp;department=tax&amp;only=trouble");
        assertThat(row(application.getOpenly(view).body(), "纳税人登记信息")).isEqualTo(row(page, "纳税人登记信息"));
    }

    private static String row(String page, String title) {
        int start = page.indexOf(">" + title + "</a>");
        return page.substring(start, page.indexOf("</tr>", start));
    }

    @Test
    void knowsNoOtherFeedOrHour() throws Exception {
        for (String path :
                List.of("/console/hours/x/feeds/tax.registration", "/console/hours/2026-11-22T02Z/feeds/x")) {
            assertThat(application.getOpenly(path).statusCode()).as(path).isEqualTo(404);
        }
    }
}
