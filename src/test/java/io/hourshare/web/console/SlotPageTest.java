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
        "pull,      SOURCE_UNREACHABLE,   false, 取数, 续跑",
        "pull,      CONNECT_TIMEOUT,      false, 取数, 续跑",
        "normalize, STORAGE_FAILED,       false, 入库, 续跑",
        "normalize, ENGINE_FAILED,        false, 入库, 续跑",
        "normalize, UNEXPECTED,           false, 入库, 重跑",
        "normalize, QUARANTINE_TOLERANCE, true,  入库, 重跑",
        "normalize, MASS_VANISH,          true,  入库, 重新拉取",
        "normalize, DECLARED_TOTAL,       true,  入库, 重新拉取",
        "normalize, IMBALANCE,            true,  入库, 重跑",
        "normalize, NOT_THE_FORMAT,       true,  入库, 重新拉取",
    })
    void tellsStepErrorDifferenceAndNextAction(String step, String reason, boolean held, String shown, String next)
            throws Exception {
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

        assertThat(page).contains("停在“<span>" + shown, error, "与上次成功的差别", next + "…", "逐步用时");
        assertThat(card)
                .contains(
                        "\"reason\":\"" + reason + "\"",
                        "\"last_good\":\"" + ReturnedTown.HOUR + "\"",
                        "\"advice\":\"");
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

        assertThat(page).contains("hx-get=\"/console/runs/run-open\"", "every 2s", "htmx.min.js");
        assertThat(application
                        .getOpenly("/webjars/htmx.org/2.0.10/dist/htmx.min.js")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void knowsNoOtherFeedOrHour() throws Exception {
        for (String path :
                List.of("/console/hours/x/feeds/tax.registration", "/console/hours/2026-11-22T02Z/feeds/x")) {
            assertThat(application.getOpenly(path).statusCode()).as(path).isEqualTo(404);
        }
    }
}
