package io.hourshare.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourshare.kernel.FeedId;
import io.hourshare.kernel.HourWindow;
import io.hourshare.serve.ServingApplication;
import io.hourshare.store.Journal;
import io.hourshare.store.JournalFact.SlotFailed;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotPageTest {

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
    void aNewInstallationSaysThatNothingWasPublished() throws Exception {
        HttpResponse<String> page = application.getOpenly("/console/snapshots");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("还没有发布过快照").contains("快照");
    }

    /** The clock stands at 12:30 in Beijing; one feed has come, one has failed. */
    @Test
    void searchSaysWhatTheFirstPublicationWaitsForAndUntilWhen() throws Exception {
        HourWindow hour = HourWindow.parse("2026-11-22T02Z");
        ReturnedTown.accept(application.context(), "park.roster", hour);
        application
                .context()
                .getBean(Journal.class)
                .append(new SlotFailed(
                        FeedId.parse("tax.registration"), hour, "pull", "SOURCE_TIMEOUT", "来源没有应答；稍后自动重试", 1));

        String page = application.getOpenly("/?q=changan").body();

        assertThat(page)
                .contains("还没有可查的数据", "已入库 <b>1</b> 个", "最迟 <b>2026-11-22 12:50</b>")
                .contains("来源没有应答；稍后自动重试", "正在等第一次取数")
                .doesNotContain("<b>园区企业名册</b>");
    }

    @Test
    void tablesAreExportedByMachinesAndByPeopleAlike() throws Exception {
        HttpResponse<String> machine = application.get("/api/v1/snapshots/current/workbook");
        HttpResponse<String> person = application.getOpenly("/console/snapshots/current/workbook?table=enterprise");

        assertThat(machine.statusCode()).isEqualTo(503);
        assertThat(person.statusCode()).isEqualTo(503);
    }

    @Test
    void theInterfaceSaysWhatItCannotDo() throws Exception {
        assertThat(application.get("/api/v1/snapshots").body()).contains("\"items\":[]");
        HttpResponse<String> diff = application.get("/api/v1/snapshots/2/diff");
        assertThat(diff.statusCode()).isEqualTo(422);
        assertThat(diff.body()).contains("snapshot-not-kept").contains("快照 2 不存在");
    }
}
