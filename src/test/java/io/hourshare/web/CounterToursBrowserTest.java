package io.hourshare.web;

import static io.hourshare.web.Keys.press;
import static io.hourshare.web.Keys.tabTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import io.hourshare.web.console.ReturnedTown;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Every task of the counter, once by keys alone and once with scripts switched off. */
@ExtendWith(BrowserTown.Lent.class)
class CounterToursBrowserTest {

    private final BrowserTown town;

    CounterToursBrowserTest(BrowserTown town) {
        this.town = town;
    }

    @Test
    void keysAloneDoWhateverTheCounterDoes() {
        try (Page page = town.tab("/")) {
            page.locator("#q:focus").waitFor();
            page.keyboard().type("changan");
            press(page, "Enter", "**/?q=changan**");
            page.locator("a.hit").first().waitFor();
            press(page, "ArrowDown");
            page.locator("a.hit:focus").waitFor();
            press(page, "Enter", "**/enterprises/" + ShownTown.FULL);

            tabTo(page, "为什么是这个值");
            press(page, "Enter");
            assertThat(page.locator("details.why[open]").textContent()).contains("数据源", "收到的时段");
            tabTo(page, "纠错：企业名称");
            press(page, "Enter", "**/doubt");
            tabTo(page, "提交");
            press(page, "Enter");
            assertThat(page.locator(".notice-good").textContent()).contains("已送数源部门核实");
            tabTo(page, "回到企业");
            press(page, "Enter", "**/enterprises/" + ShownTown.FULL);

            tabTo(page, "打印（PDF）");
            tabTo(page, "一事一查");
            press(page, "Enter", "**/ask");
            tabTo(page, "department");
            press(page, "ArrowDown");
            press(page, "Tab");
            page.keyboard().type("安全生产许可");
            press(page, "Enter");
            assertThat(page.locator(".notice-good").textContent()).contains("六十分钟内答复");
            tabTo(page, "回到企业");
            press(page, "Enter", "**/enterprises/" + ShownTown.FULL);

            tabTo(page, "打印（PDF）");
            press(page, "Enter", "**/print");
            tabTo(page, "purpose");
            page.keyboard().type("窗口办事核对");
            Request pdf = page.waitForRequest("**/print.pdf?**", () -> press(page, "Enter"));
            assertThat(pdf.url()).contains("purpose=%E7%AA%97%E5%8F%A3");
        }
    }

    @Test
    void nothingOfTheCounterNeedsScripts(@TempDir Path folder) throws Exception {
        try (Page page = town.tabWithoutScript("/?q=" + ShownTown.OUTSIDE.replace("0482", "O482"))) {
            page.locator(".slips-list a").first().click();
            assertThat(page.locator("h1").textContent()).isEqualTo("示范县园外食品有限公司");
            page.navigate(town.uri("/enterprises/" + ShownTown.FULL));
            page.locator("a[href='#why-address']").click();
            assertThat(page.locator("#why-address").isVisible()).isTrue();
            page.locator("nav[aria-label='只看一个来源'] a").getByText("园区企业名册").click();
            assertThat(page.locator(".events li").count()).isEqualTo(1);
            page.navigate(town.uri("/enterprises/" + ShownTown.SPARSE));
            assertThat(page.locator(".answer .facts").textContent()).doesNotContain("13800000000");
            page.locator("details.reveal summary").getByText("查看脱敏内容").click();
            page.locator("#purpose").fill("联系企业办事");
            page.locator("details.reveal[open] button").click();
            assertThat(page.locator(".answer .facts").textContent()).contains("13800000000");
            page.locator("details.reveal summary").getByText("回看某一时刻").click();
            page.locator("#asOf").fill("2026-11-22T11:00");
            page.locator("details.reveal[open] button").click();
            assertThat(page.locator(".notice-good").textContent()).contains("2026-11-22 11:00–12:00");

            Path list = folder.resolve("补评.csv");
            Files.writeString(
                    list,
                    "NSRSBH,NSRMC,PJND,XYDJ,PJDF,PJRQ,PJDW\n91110000600037341L,示范县新厂,2024,B,80,2025-04-20,示范县税务局\n",
                    Charset.forName("GBK"));
            page.navigate(town.uri("/console/upload"));
            page.locator("#feed").selectOption(ReturnedTown.FEED);
            page.locator("#file").setInputFiles(list);
            page.getByText("预览：看看会改变什么").click();
            assertThat(page.locator("section[aria-labelledby='change']").textContent())
                    .contains("读到 1 条", "补评.csv", "落地");
        }
    }
}
