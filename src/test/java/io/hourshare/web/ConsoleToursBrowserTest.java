package io.hourshare.web;

import static io.hourshare.web.Keys.press;
import static io.hourshare.web.Keys.tabTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.hourshare.store.Journal;
import io.hourshare.store.JournalAct.HoldDecided;
import io.hourshare.store.JournalAct.IdentityDecided;
import io.hourshare.store.JournalAct.SlotWaived;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an operator decides in a day, with scripts switched off. */
@ExtendWith(BrowserTown.Lent.class)
class ConsoleToursBrowserTest {

    private final BrowserTown town;

    ConsoleToursBrowserTest(BrowserTown town) {
        this.town = town;
    }

    @Test
    void keysAloneAcceptWhatDriftedForAReason() {
        try (Page page = town.tabWithoutScript("/console/holds")) {
            Locator held = page.locator("[id='market-regulation.registration-2026-11-22T03Z']");
            assertThat(held.textContent()).contains("单位变化", "中位数 100", "中位数 1000000（10000 倍）");
            tabTo(page, "reason-market-regulation.registration2026-11-22T03Z");
            page.keyboard().type("部门已书面确认");
            tabTo(page, "接受这一批");
            press(page, "Enter", "**/console/holds");

            assertThat(page.locator(".notice-good").textContent()).contains("已接受");
            assertThat(held.count()).isZero();
            assertThat(told(HoldDecided.class)).anyMatch(act -> act.contains("部门已书面确认"));
        }
    }

    @Test
    void decidesWhoIsWhoAndTakesItBack() {
        try (Page page = town.tabWithoutScript("/console/identity")) {
            Locator question = page.locator("section.card").first();
            assertThat(question.textContent()).contains("组织机构代码 600037341", "浙江省嘉兴市平湖市（330482）");
            question.locator("input[name=reason]").fill("执照与现场一致");
            question.locator("button[value=same]").click();

            assertThat(page.locator(".notice-good").textContent()).contains("判定已记下");
            Locator standing = page.locator("#standing");
            assertThat(standing.textContent()).contains("执照与现场一致");
            standing.locator("input[name=reason]").last().fill("看错了");
            standing.locator("button").last().click();
            assertThat(page.locator(".notice-good").textContent()).contains("判定已撤回");
            assertThat(told(IdentityDecided.class)).anyMatch(act -> act.contains("执照与现场一致"));
        }
    }

    @Test
    void pausesAFeedAfterADryRunAndGoesOn() {
        try (Page page = town.tabWithoutScript("/console/feeds/industry-it.qualification")) {
            page.locator("#until").fill("2026-11-22T18:00");
            page.locator("#pause-reason").fill("经信平台升级");
            Locator pausing = page.locator("section[aria-labelledby=pausing]");
            pausing.getByText("预演").click();
            assertThat(pausing.textContent()).contains("将暂停到", "其余数据源不受影响");
            pausing.locator("button[name=really]").click();

            assertThat(page.locator(".notice-good").textContent()).contains("已暂停采集");
            assertThat(page.locator("section[aria-labelledby=paused]").textContent())
                    .contains("2026-11-22 18:00", "经信平台升级");
            page.locator("#unpause").fill("提前完成");
            page.getByText("提前恢复").click();
            assertThat(page.locator(".notice-good").textContent()).contains("已恢复采集");
            assertThat(page.locator("section[aria-labelledby=paused]").count()).isZero();
        }
    }

    @Test
    void waivesAnHourThatNeedNotComeAfterADryRun() {
        try (Page page = town.tabWithoutScript("/console/feeds/tax.registration")) {
            page.locator("input[name=from]").fill("2026-11-22T00:00");
            page.locator("input[name=to]").fill("2026-11-22T00:00");
            page.locator("#waive-reason").fill("部门停机，当小时无业务");
            Locator waiving = page.locator("section[aria-labelledby=waiving]");
            waiving.getByText("预演").click();
            assertThat(waiving.textContent()).contains("2026-11-22 00:00–01:00");
            waiving.locator("button[name=really]").click();

            assertThat(page.locator(".notice-good").textContent()).contains("已免报 1 个时段");
            assertThat(told(SlotWaived.class)).anyMatch(act -> act.contains("部门停机"));
        }
    }

    private <T> List<String> told(Class<T> act) {
        return town.bean(Journal.class).lines().stream()
                .filter(line -> act.isInstance(line.entry()))
                .map(line -> line.entry().toString())
                .toList();
    }
}
