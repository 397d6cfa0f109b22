package io.hourshare.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The system's Chromium, as a clerk's machine has it; tests are skipped with a line where there is none. */
final class Chromium implements AutoCloseable {

    private static final Path EXECUTABLE = Path.of("/usr/bin/chromium");

    private static final String AXE = script();

    private static final List<String> LOOKS =
            List.of("color-contrast", "link-in-text-block", "scrollable-region-focusable");

    private static final String FIND = """
            async rules => {
                const wanted = rules.length ? {runOnly: {type: 'rule', values: rules}} : {};
                const seen = await axe.run(document, {resultTypes: ['violations'], iframes: false, ...wanted});
                return seen.violations.map(rule => rule.id + ': '
                    + rule.nodes.map(node => node.html + ' ' + node.failureSummary).join(' | '));
            }""";

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    static Chromium open() {
        assumeTrue(
                Files.isExecutable(EXECUTABLE), "Skipped: no " + EXECUTABLE + " (install Debian's package chromium)");
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(EXECUTABLE)
                        .setArgs(List.of("--no-sandbox", "--disable-gpu")));
        return new Chromium(playwright, browser);
    }

    /** A fresh window with its own cookies. */
    BrowserContext window(int width, int height, boolean script) {
        return browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setJavaScriptEnabled(script)
                .setLocale("zh-CN")
                .setTimezoneId("Asia/Shanghai"));
    }

    /** Keeps a picture below {@code target/screens}. */
    static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screens", name + ".png")));
    }

    static void wholePicture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "screens", name + ".png"))
                .setFullPage(true));
    }

    /** Holds the page to what axe can find. */
    static void assertAccessible(Page page) {
        assertThat(found(page, List.of())).as(page.url()).isEmpty();
    }

    /** Holds the page, as it is shown now, to what colours and the size of letters change. */
    static void assertLegible(Page page) {
        assertThat(found(page, LOOKS)).as(page.url()).isEmpty();
    }

    /** The script is brought once a page, and only what it finds is carried back: both cost more than its looking. */
    @SuppressWarnings("unchecked")
    private static List<String> found(Page page, List<String> rules) {
        if (!(Boolean) page.evaluate("'axe' in window")) {
            page.evaluate(AXE);
        }
        return (List<String>) page.evaluate(FIND, rules);
    }

    private static String script() {
        try (InputStream axe = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
            return new String(axe.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
