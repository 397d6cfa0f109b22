package io.hourshare.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/** What holds for every page: each is loaded once and looked at in every way. */
@ExtendWith(BrowserTown.Lent.class)
class EveryPageBrowserTest {

    private static final int TWICE_THE_SIZE = 683;

    /** A4 between margins of 15 mm. */
    private static final int PAPER = 680;

    private final BrowserTown town;

    EveryPageBrowserTest(BrowserTown town) {
        this.town = town;
    }

    @Test
    void keepsNobodyOutAndCutsNothingOff() {
        List<String> complaints = new ArrayList<>();
        List<String> tooWide = new ArrayList<>();
        try (Page page = town.tab()) {
            page.onConsoleMessage(message -> complaints.add(page.url() + " " + message.text()));
            ShownPages.all().forEach((name, path) -> {
                page.navigate(town.uri(path));
                picture(page, name, 1366, 768);
                Chromium.assertAccessible(page);
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
                Chromium.assertLegible(page);
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
                choose(page, "large", true);
                Chromium.assertLegible(page);
                choose(page, "large", false);
                picture(page, name, 1920, 1080);
                page.setViewportSize(TWICE_THE_SIZE, 384);
                measure(page, TWICE_THE_SIZE, name + " at twice the size", tooWide);
                choose(page, "large", true);
                measure(page, TWICE_THE_SIZE, name + " in large print at twice the size", tooWide);
                choose(page, "large", false);
                page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
                page.setViewportSize(PAPER, 1009);
                measure(page, PAPER, name + " on paper", tooWide);
                page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
            });
        }
        assertThat(tooWide).isEmpty();
        assertThat(complaints).noneMatch(text -> text.contains("Content Security Policy"));
        assertThat(Path.of("target", "screens", "enterprise-1920.png")).exists();
    }

    /** English alone, then all that can be chosen at once: letters, colours and words each play into it. */
    @Test
    void keepsNobodyOutInEnglishNorInLargePrintInTheDark() {
        try (BrowserContext window = town.window(1366, 768)) {
            Page page = window.newPage();
            page.navigate(town.uri("/display?language=en"));
            ShownPages.all().values().forEach(path -> {
                page.navigate(town.uri(path));
                Chromium.assertAccessible(page);
                choose(page, "large", true);
                choose(page, "dark", true);
                Chromium.assertLegible(page);
            });
        }
    }

    /** The choice itself is a cookie, which the server turns into the same word. */
    @Test
    void remembersLargePrintAndTheDark() {
        try (BrowserContext window = town.window(1366, 768)) {
            Page page = window.newPage();
            page.navigate(town.uri("/display?print=large&look=dark"));
            page.navigate(town.uri("/console"));

            assertThat(page.locator("html").getAttribute("class")).contains("large", "dark");
        }
    }

    @Test
    void canBeReadOnTheWallFromAfar() {
        try (BrowserContext window = town.window(1920, 1080)) {
            Page page = window.newPage();
            page.navigate(town.uri("/console/wall"));

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
    void speaksEnglishToWhoAsksForIt() {
        try (BrowserContext window = town.window(1366, 768)) {
            Page page = window.newPage();
            page.navigate(town.uri("/console"));
            page.getByText("English").click();

            assertThat(page.locator("h1").textContent()).isEqualTo("Freshness");
            assertThat(page.locator(".menu").textContent()).doesNotContainPattern("\\p{IsHan}");
            assertThat(page.locator("html").getAttribute("lang")).isEqualTo("en");
            Chromium.assertAccessible(page);
            page.navigate(town.uri("/enterprises/" + ShownTown.FULL));
            assertThat(page.locator(".points h2").textContent()).isEqualTo("Points to note");
            assertThat(page.locator("h1").textContent()).isEqualTo("平湖市长安精密机械有限公司");
            Chromium.picture(page, "enterprise-english-1366");
        }
    }

    /** Every page in every look, to be looked at by people: {@code -Dscreens=true}. */
    @Test
    @EnabledIfSystemProperty(named = "screens", matches = "true")
    void keepsEveryLook() {
        try (BrowserContext window = town.window(1366, 768)) {
            Page page = window.newPage();
            look(page, "dark", "/display?look=dark");
            look(page, "large", "/display?look=light&print=large");
            look(page, "english", "/display?print=usual&language=en");
            page.navigate(town.uri("/display?language=zh"));
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            page.setViewportSize(PAPER, 1009);
            look(page, "paper", "/display?look=light");
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
            page.setViewportSize(TWICE_THE_SIZE, 384);
            look(page, "twice", "/display?look=light");
        }
    }

    private static void picture(Page page, String name, int width, int height) {
        page.setViewportSize(width, height);
        Chromium.picture(page, name + "-" + width);
    }

    private static void choose(Page page, String look, boolean on) {
        page.evaluate("([look, on]) => document.documentElement.classList.toggle(look, on)", List.of(look, on));
    }

    private static void measure(Page page, int width, String what, List<String> tooWide) {
        int wide = (Integer) page.evaluate("document.documentElement.scrollWidth");
        if (wide > width) {
            tooWide.add(what + ": " + wide);
        }
    }

    private void look(Page page, String name, String chosen) {
        page.navigate(town.uri(chosen));
        ShownPages.all().forEach((title, path) -> {
            page.navigate(town.uri(path));
            Chromium.wholePicture(page, title + "-" + name);
        });
    }
}
