package io.hourshare.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import io.hourshare.kernel.HourWindow;
import io.hourshare.serve.ServingApplication;
import io.hourshare.store.Journal;
import io.hourshare.store.JournalAct.RunRequested;
import io.hourshare.store.JournalFact.RunFinished;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Every page in a real browser: one server, one browser, one signing in a test. */
class CounterBrowserTest {

    @TempDir
    static Path home;

    private static Chromium chromium;
    private static ServingApplication application;
    private static Journal journal;

    @BeforeAll
    static void open() throws Exception {
        chromium = Chromium.open();
        application = ServingApplication.demonstration(home);
        ShownPages.fill(application);
        journal = application.context().getBean(Journal.class);
    }

    @AfterAll
    static void close() {
        if (application != null) {
            application.close();
            chromium.close();
        }
    }

    @Test
    void findsAnEnterpriseByKeyboardWithoutScript() {
        try (BrowserContext window = chromium.window(1366, 768, false)) {
            Page page = enter(window);
            page.locator("#q:focus").waitFor();
            page.keyboard().type("changan");
            page.keyboard().press("Enter");
            page.locator("a.hit").first().press("Enter");

            assertThat(page.locator("h1").textContent()).isEqualTo("平湖市长安精密机械有限公司");
        }
    }

    @Test
    void walksThroughTheDayWithoutScript() {
        try (BrowserContext window = chromium.window(1366, 768, false)) {
            Page page = enter(window);
            page.navigate(uri("/?q=9133O482MA2BXK7N3H"));
            assertThat(page.locator("#code-advice").textContent()).contains("代码校验不符");
            page.navigate(uri("/enterprises/" + ShownTown.FULL));
            page.locator("a.doubt").first().click();
            assertThat(page.locator("form.asked button").textContent()).isEqualTo("提交");
            page.navigate(uri("/enterprises/" + ShownTown.FULL + "/ask"));
            page.locator("#item").fill("出口退税备案");
            page.locator("form.asked button").click();
            assertThat(page.locator(".notice-good").textContent()).contains("六十分钟内答复");
            page.navigate(uri("/console/quarantine"));
            assertThat(page.locator(".cause summary").first().textContent()).contains("条");
            page.navigate(uri("/console/runs/run-shown"));
            assertThat(page.locator("h1").textContent()).contains("重跑");
        }
    }

    /** 纠错: the mark beside the value, then the button; nothing has to be typed. */
    @Test
    void reportsAnErrorInTwoClicks() {
        try (BrowserContext window = chromium.window(1366, 768, false)) {
            Page page = enter(window);
            page.navigate(uri("/enterprises/" + ShownTown.FULL));

            page.locator("a.doubt[href*='/fields/tax_bureau/']").click();
            page.locator("form.asked button").click();

            assertThat(page.locator(".notice-good").textContent()).contains("已送数源部门核实，编号 JH");
            page.navigate(uri("/enterprises/" + ShownTown.FULL));
            assertThat(page.locator(".points").textContent()).contains("核实中：主管税务局");
            page.navigate(uri("/console/corrections"));
            assertThat(page.locator("main").textContent()).contains("主管税务局", "待部门核实");
        }
    }

    @Test
    void asksADepartmentAndShowsItsAnswerWithSourceAndExpiry() {
        try (BrowserContext window = chromium.window(1366, 768, false)) {
            Page page = enter(window);
            page.navigate(uri("/enterprises/" + ShownTown.FULL));
            page.locator(".actions a[href$='/ask']").click();
            page.locator("#department").selectOption("tax");
            page.locator("#item").fill("留抵退税办理状态");
            page.locator("form.asked button").click();
            String number = page.locator(".notice-good b").textContent();

            page.navigate(uri("/console/questions"));
            page.locator("input[aria-label='答复内容 " + number + "']").fill("本月已退");
            String until = page.locator("#until-" + number).inputValue();
            page.locator("button[aria-label='答复 " + number + "']").click();

            page.navigate(uri("/enterprises/" + ShownTown.FULL));
            assertThat(page.locator("#answers").textContent())
                    .contains("留抵退税办理状态", "本月已退", "税务局答复 · " + number, "有效期至 " + until);
        }
    }

    @Test
    void needsNoMouse() {
        try (BrowserContext window = chromium.window(1366, 768, true)) {
            Page page = enter(window);
            page.navigate(uri("/console"));
            page.keyboard().press("Tab");
            assertThat(focused(page)).isEqualTo("跳到正文");
            page.keyboard().press("Enter");
            page.navigate(uri("/enterprises/" + ShownTown.FULL));
            page.keyboard().press("/");
            page.keyboard().type("HS-SPARSE");
            assertThat((String) page.evaluate("document.querySelector('#q').value"))
                    .isEqualTo("HS-SPARSE");
            page.navigate(uri("/console/slots"));
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
        try (BrowserContext window = chromium.window(1366, 768, true)) {
            Page page = enter(window);
            page.locator("#q").pressSequentially("9133O482MA2BXK7N3H");

            page.locator("#code-advice .code-advice.bad").waitFor();
            page.locator("#q").fill("长安");
            page.locator("#code-advice .code-advice").waitFor(hidden());
        }
    }

    @Test
    void showsARunsEndWithoutBeingReloaded() {
        try (BrowserContext window = chromium.window(1366, 768, true)) {
            Page page = enter(window);
            HourWindow hour = HourWindow.parse("2026-11-22T02Z");
            journal.append(new RunRequested("run-live", "SYNC", List.of(), hour, hour, "演示", "看它更新", null));
            page.navigate(uri("/console/runs/run-live"));
            assertThat(page.locator("#live").textContent()).contains("正在进行");

            journal.append(new RunFinished("run-live", "DONE", "处理 3 个时段"));

            page.getByText("处理 3 个时段").waitFor();
            assertThat(page.locator("#live").getAttribute("hx-trigger")).isNull();
        }
    }

    @Test
    void saysWhatMattersAboveTheFold() {
        try (BrowserContext window = chromium.window(1366, 768, true)) {
            Page page = enter(window);
            page.navigate(uri("/enterprises/" + ShownTown.FULL));

            for (String word : List.of("存续", "提示事项", "住所", "法定代表人", "纳税人状态", "服务专员", "党组织", "一事一查")) {
                assertThat(page.locator(".answer").getByText(word).first().boundingBox().y)
                        .as(word)
                        .isLessThan(740);
            }
        }
    }

    @Test
    void keepsNobodyOut() {
        try (BrowserContext window = chromium.window(1366, 768, true)) {
            Page page = enter(window);
            List<String> complaints = new ArrayList<>();
            page.onConsoleMessage(message -> complaints.add(page.url() + " " + message.text()));
            for (String path : ShownPages.all().values()) {
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
                page.navigate(uri(path));
                Chromium.assertAccessible(page);
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
                Chromium.assertAccessible(page);
            }
            assertThat(complaints).noneMatch(text -> text.contains("Content Security Policy"));
        }
    }

    @Test
    void staysReadableAtTwiceTheSize() {
        try (BrowserContext window = chromium.window(683, 384, true)) {
            Page page = enter(window);
            for (String path : ShownPages.all().values()) {
                page.navigate(uri(path));

                assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                        .as(path)
                        .isLessThanOrEqualTo(683);
            }
        }
    }

    @Test
    void speaksEnglishToWhoAsksForIt() {
        try (BrowserContext window = chromium.window(1366, 768, true)) {
            Page page = enter(window);
            page.navigate(uri("/console"));
            page.getByText("English").click();

            assertThat(page.locator("h1").textContent()).isEqualTo("Freshness");
            assertThat(page.locator(".menu").textContent()).doesNotContainPattern("\\p{IsHan}");
            assertThat(page.locator("html").getAttribute("lang")).isEqualTo("en");
            Chromium.assertAccessible(page);
            page.navigate(uri("/enterprises/" + ShownTown.FULL));
            assertThat(page.locator(".points h2").textContent()).isEqualTo("Points to note");
            assertThat(page.locator("h1").textContent()).isEqualTo("平湖市长安精密机械有限公司");
            Chromium.picture(page, "enterprise-english-1366");
        }
    }

    @Test
    void canBeReadOnTheWallFromAfar() {
        try (BrowserContext window = chromium.window(1920, 1080, true)) {
            Page page = enter(window);
            page.navigate(uri("/console/wall"));

            double smallest = ((Number) page.evaluate(
                            "Math.min(...[...document.querySelectorAll('main *')].filter(e => [...e.childNodes]"
                                    + ".some(n => n.nodeType === 3 && n.textContent.trim()))"
                                    + ".map(e => parseFloat(getComputedStyle(e).fontSize)))"))
                    .doubleValue();
            assertThat(smallest).isGreaterThanOrEqualTo(24);
            Chromium.assertAccessible(page);
            Chromium.picture(page, "wall-1920");
        }
    }

    @Test
    void keepsPictures() {
        for (int[] size : new int[][] {{1366, 768}, {1920, 1080}}) {
            try (BrowserContext window = chromium.window(size[0], size[1], true)) {
                Page page = enter(window);
                ShownPages.all().forEach((name, path) -> {
                    page.navigate(uri(path));
                    Chromium.picture(page, name + "-" + size[0]);
                });
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
                page.navigate(uri("/enterprises/" + ShownTown.FULL));
                Chromium.picture(page, "enterprise-dark-" + size[0]);
            }
        }
        assertThat(Path.of("target", "screens", "enterprise-1366.png")).exists();
    }

    /** Every page in every look, to be looked at by people: {@code -Dscreens=true}. */
    @Test
    @EnabledIfSystemProperty(named = "screens", matches = "true")
    void keepsEveryLook() {
        try (BrowserContext window = chromium.window(1366, 768, true)) {
            Page page = enter(window);
            look(page, "dark", "/display?look=dark");
            look(page, "large", "/display?look=light&print=large");
            look(page, "english", "/display?print=usual&language=en");
            page.navigate(uri("/display?language=zh"));
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            page.setViewportSize(794, 1123);
            look(page, "paper", "/display?look=light");
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
            page.setViewportSize(683, 384);
            look(page, "twice", "/display?look=light");
        }
    }

    private static void look(Page page, String name, String chosen) {
        page.navigate(uri(chosen));
        ShownPages.all().forEach((title, path) -> {
            page.navigate(uri(path));
            Chromium.picture(page, title + "-" + name);
        });
    }

    private static Page enter(BrowserContext window) {
        Page page = window.newPage();
        page.navigate(uri("/login"));
        page.locator(".demo button").click();
        page.waitForURL("**/");
        return page;
    }

    private static String focused(Page page) {
        return ((String) page.evaluate("document.activeElement.textContent")).strip();
    }

    private static com.microsoft.playwright.Locator.WaitForOptions hidden() {
        return new com.microsoft.playwright.Locator.WaitForOptions()
                .setState(com.microsoft.playwright.options.WaitForSelectorState.HIDDEN);
    }

    private static String uri(String path) {
        return application.uri(path).toString();
    }
}
