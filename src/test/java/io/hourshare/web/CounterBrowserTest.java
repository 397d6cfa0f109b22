package io.hourshare.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.hourshare.serve.ServingApplication;
import io.hourshare.store.Journal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CounterBrowserTest {

    @TempDir
    static Path home;

    private static Chromium chromium;
    private static ServingApplication application;

    @BeforeAll
    static void open() throws Exception {
        chromium = Chromium.open();
        application = ServingApplication.demonstration(home);
        application.snapshots().publish(17, ShownTown::fill);
        ShownHours.journal(application.context().getBean(Journal.class));
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
    void saysWhatMattersAboveTheFold() {
        try (BrowserContext window = chromium.window(1366, 768, true)) {
            Page page = enter(window);
            page.navigate(application.uri("/enterprises/" + ShownTown.FULL).toString());

            for (String word : List.of("存续", "住所", "法定代表人", "纳税人状态", "服务专员")) {
                assertThat(page.locator(".answer").getByText(word).first().boundingBox().y)
                        .as(word)
                        .isLessThan(700);
            }
        }
    }

    @Test
    void keepsNobodyOut() {
        for (String path : paths()) {
            try (BrowserContext window = chromium.window(1366, 768, true)) {
                Page page = enter(window);
                List<String> complaints = new ArrayList<>();
                page.onConsoleMessage(message -> complaints.add(message.text()));
                page.navigate(application.uri(path).toString());

                Chromium.assertAccessible(page);
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
                Chromium.assertAccessible(page);
                assertThat(complaints).as(path).noneMatch(text -> text.contains("Content Security Policy"));
            }
        }
    }

    @Test
    void staysReadableAtTwiceTheSize() {
        for (String path : paths()) {
            try (BrowserContext window = chromium.window(683, 384, true)) {
                Page page = enter(window);
                page.navigate(application.uri(path).toString());

                assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                        .as(path)
                        .isLessThanOrEqualTo(683);
            }
        }
    }

    @Test
    void keepsPictures() {
        try (BrowserContext window = chromium.window(1366, 768, true)) {
            Page page = enter(window);
            int number = 0;
            for (String path : paths()) {
                page.navigate(application.uri(path).toString());
                Chromium.picture(page, "counter-" + ++number);
            }
        }
    }

    private static List<String> paths() {
        return List.of(
                "/",
                "/?q=" + ServingApplication.encoded("长安"),
                "/?q=" + ServingApplication.encoded("查无此企"),
                "/enterprises/" + ShownTown.FULL,
                "/enterprises/" + ShownTown.SPARSE,
                "/enterprises/none",
                "/no-such-page",
                "/console",
                "/console/slots",
                "/console/slots?hours=168",
                "/console/hours/2026-11-22T02Z",
                "/console/runs",
                "/console/new-run?preview=yes",
                "/login");
    }

    private static Page enter(BrowserContext window) {
        Page page = window.newPage();
        page.navigate(application.uri("/login").toString());
        page.getByText("以演示身份进入").click();
        return page;
    }
}
