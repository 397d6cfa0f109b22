package io.hourshare.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import io.hourshare.kernel.HourWindow;
import io.hourshare.kernel.SteppedClock;
import io.hourshare.operate.run.OpenRuns;
import io.hourshare.operate.run.Runs;
import io.hourshare.operate.slot.StepLog;
import io.hourshare.serve.ServingApplication;
import io.hourshare.store.Journal;
import io.hourshare.store.JournalAct.RunRequested;
import io.hourshare.store.JournalFact.RunFinished;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A clerk's day in a real browser. */
@ExtendWith(BrowserTown.Lent.class)
class CounterBrowserTest {

    /** Who, status, where, size, tax and permit state, points to note with open corrections, whom to call. */
    private static final List<String> ABOVE_THE_FOLD = List.of(
            "平湖市长安精密机械有限公司",
            "法定代表人",
            "存续",
            "住所",
            "地块/厂房",
            "企业规模",
            "从业人数",
            "注册资本",
            "纳税人状态",
            "纳税人资格类型",
            "行政许可",
            "提示事项",
            "部门间不一致",
            "核实中：",
            "企业联系人",
            "联系电话",
            "服务专员",
            "党组织",
            "一事一查");

    private final BrowserTown town;

    CounterBrowserTest(BrowserTown town) {
        this.town = town;
    }

    @Test
    void findsAnEnterpriseByKeyboardWithoutScript() {
        try (Page page = town.tabWithoutScript("/")) {
            page.locator("#q:focus").waitFor();
            page.keyboard().type("changan");
            page.keyboard().press("Enter");
            page.locator("a.hit").first().press("Enter");

            assertThat(page.locator("h1").textContent()).isEqualTo("平湖市长安精密机械有限公司");
        }
    }

    @Test
    void walksThroughTheDayWithoutScript() {
        try (Page page = town.tabWithoutScript("/?q=9133O482MA2BXK7N3H")) {
            assertThat(page.locator("#code-advice").textContent()).contains("代码校验不符");
            page.navigate(town.uri("/enterprises/" + ShownTown.FULL));
            page.locator("a.doubt").first().click();
            assertThat(page.locator("form.asked button").textContent()).isEqualTo("提交");
            page.navigate(town.uri("/enterprises/" + ShownTown.FULL + "/ask"));
            page.locator("#department").selectOption("tax");
            page.locator("#item").fill("出口退税备案");
            page.locator("form.asked button").click();
            assertThat(page.locator(".notice-good").textContent()).contains("六十分钟内答复");
            page.navigate(town.uri("/console/quarantine"));
            assertThat(page.locator(".cause summary").first().textContent()).contains("条");
            page.navigate(town.uri("/console/runs/run-shown"));
            assertThat(page.locator("h1").textContent()).contains("重跑");
        }
    }

    /** 纠错: the mark beside the value, then the button; nothing has to be typed. */
    @Test
    void reportsAnErrorInTwoClicks() {
        try (Page page = town.tabWithoutScript("/enterprises/" + ShownTown.FULL)) {

            page.locator("a.doubt[href*='/fields/tax_bureau/']").click();
            page.locator("form.asked button").click();

            assertThat(page.locator(".notice-good").textContent()).contains("已送数源部门核实，编号 JH");
            page.navigate(town.uri("/enterprises/" + ShownTown.FULL));
            assertThat(page.locator(".points").textContent()).contains("核实中：主管税务局");
            page.navigate(town.uri("/console/corrections"));
            assertThat(page.locator("main").textContent()).contains("主管税务局", "待部门核实", "市场主体登记信息", "部门字段", "记录主键 R-1");
        }
    }

    @Test
    void asksADepartmentAndShowsItsAnswerWithSourceAndExpiry() {
        try (Page page = town.tabWithoutScript("/enterprises/" + ShownTown.FULL)) {
            page.locator(".actions a[href$='/ask']").click();
            page.locator("#department").selectOption("tax");
            page.locator("#item").fill("留抵退税办理状态");
            page.locator("form.asked button").click();
            String number = page.locator(".notice-good b").textContent();

            page.navigate(town.uri("/console/questions"));
            page.locator("input[aria-label='答复内容 " + number + "']").fill("本月已退");
            String until = page.locator("#until-" + number).inputValue();
            page.locator("button[aria-label='答复 " + number + "']").click();

            page.navigate(town.uri("/enterprises/" + ShownTown.FULL));
            assertThat(page.locator("#answers").textContent())
                    .contains("留抵退税办理状态", "本月已退", "税务局答复 · " + number, "有效期至 " + until);
        }
    }

    @Test
    void needsNoMouse() {
        try (Page page = town.tab("/console")) {
            page.keyboard().press("Tab");
            assertThat(focused(page)).isEqualTo("跳到正文");
            page.keyboard().press("Enter");
            page.navigate(town.uri("/enterprises/" + ShownTown.FULL));
            page.keyboard().press("/");
            page.keyboard().type("HS-SPARSE");
            assertThat((String) page.evaluate("document.querySelector('#q').value"))
                    .isEqualTo("HS-SPARSE");
            page.navigate(town.uri("/console/slots"));
            for (int i = 0; i < 60 && !focused(page).equals("✕"); i++) {
                page.keyboard().press("Tab");
            }
            page.locator("td.failed a").first().focus();
            page.keyboard().press("Enter");
            page.waitForURL("**/feeds/**");
            assertThat(page.locator("h1").textContent()).contains("竣工");
        }
    }

    @Test
    void advisesWhileACodeIsTyped() {
        try (Page page = town.tab("/")) {
            page.locator("#q").pressSequentially("9133O482MA2BXK7N3H");

            page.locator("#code-advice .code-advice.bad").waitFor();
            page.locator("#q").fill("长安");
            page.locator("#code-advice .code-advice").waitFor(hidden());
        }
    }

    @Test
    void showsARunsEndWithoutBeingReloaded() {
        try (Page page = town.tab("/")) {
            HourWindow hour = HourWindow.parse("2026-11-22T02Z");
            town.bean(Journal.class)
                    .append(new RunRequested("run-live", "SYNC", List.of(), hour, hour, "演示", "看它更新", null));
            OpenRuns.queue(town.bean(Runs.class), "run-live");
            page.navigate(town.uri("/console/runs/run-live"));
            assertThat(page.locator("#live").textContent()).contains("正在进行");

            town.bean(Journal.class).append(new RunFinished("run-live", "DONE", "处理 3 个时段"));

            page.getByText("处理 3 个时段").waitFor();
            assertThat(page.locator("#live").getAttribute("hx-trigger")).isNull();
        }
    }

    /** The steps' clock goes on by hand, so that what they take can be added up. */
    @Test
    void showsEveryStateOfEveryStepAsItComes() {
        HourWindow hour = HourWindow.parse("2026-11-22T02Z");
        town.bean(Journal.class)
                .append(new RunRequested("run-steps", "SYNC", List.of(), hour, hour, "演示", "看每一步", null));
        SteppedClock clock = new SteppedClock(ServingApplication.NOW.toString());
        StepLog steps = new StepLog(clock);
        OpenRuns.work(town.bean(Runs.class), "run-steps", steps);
        try (Page page = town.tab("/console/runs/run-steps")) {
            steps.step("resolve", null, done -> Map.of(), () -> {
                page.getByText("运行中").first().waitFor();
                clock.advance(Duration.ofSeconds(3));
                return true;
            });
            page.locator("tbody").getByText("3.0 秒").waitFor();
            assertThatThrownBy(() -> steps.step("merge", null, done -> Map.of(), () -> {
                        clock.advance(Duration.ofSeconds(4));
                        throw new IllegalStateException("演示的失败");
                    }))
                    .hasMessage("演示的失败");
            page.locator("tbody").getByText("4.0 秒").waitFor();

            assertThat(page.locator("#live tbody tr").allTextContents())
                    .satisfiesExactly(
                            first -> assertThat(first).contains("识别", "完成"),
                            second -> assertThat(second).contains("归并", "失败"));
        }
    }

    @Test
    void opensAKnownFirmWithThreeKeysAtMost() {
        try (Page page = town.tab("/console")) {
            page.navigate(town.uri("/enterprises/" + ShownTown.SPARSE));
            page.keyboard().press("/");
            page.locator("#q:focus").waitFor();
            page.keyboard().type("91330482MA2BXK7N3H");
            page.keyboard().press("Enter");
            page.waitForURL("**/enterprises/" + ShownTown.FULL);

            page.navigate(town.uri("/"));
            page.locator("#q:focus").waitFor();
            page.keyboard().type("changan");
            page.keyboard().press("Enter");
            page.locator("a.hit").first().waitFor();
            page.keyboard().press("ArrowDown");
            page.keyboard().press("Enter");
            page.waitForURL("**/enterprises/" + ShownTown.FULL);
        }
    }

    @Test
    void saysWhatMattersAboveTheFold() {
        try (Page page = town.tab("/enterprises/" + ShownTown.FULL)) {

            assertThat(page.locator(".answer").textContent()).contains("有效 1 项，失效 1 项", "小型", "138******01");
            for (String word : ABOVE_THE_FOLD) {
                BoundingBox box =
                        page.locator(".answer").getByText(word).first().boundingBox();
                assertThat(box.y + box.height).as(word).isLessThan(768);
            }
            assertThat(page.locator("#why-address").isVisible()).isFalse();
            page.locator("a[href='#why-address']").click();
            assertThat(page.locator("#why-address").isVisible())
                    .as("why, one click away")
                    .isTrue();
        }
    }

    private static String focused(Page page) {
        return ((String) page.evaluate("document.activeElement.textContent")).strip();
    }

    private static com.microsoft.playwright.Locator.WaitForOptions hidden() {
        return new com.microsoft.playwright.Locator.WaitForOptions()
                .setState(com.microsoft.playwright.options.WaitForSelectorState.HIDDEN);
    }
}
