package io.hourshare.web;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.hourshare.serve.ServingApplication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.util.FileSystemUtils;

/** A filled demonstration and a browser that is signed in: started once, lent to every test that wants a browser. */
final class BrowserTown implements AutoCloseable {

    private final Path home;
    private final Chromium chromium;
    private final ServingApplication application;
    private final BrowserContext scripted;
    private final BrowserContext plain;

    private BrowserTown() throws Exception {
        chromium = Chromium.open();
        home = Files.createTempDirectory("browser-town");
        application = ServingApplication.demonstration(home);
        ShownPages.fill(application);
        scripted = chromium.window(1366, 768, true);
        plain = chromium.window(1366, 768, false);
        enter(scripted);
        plain.addCookies(
                scripted.cookies().stream().map(BrowserTown::sameCookie).toList());
    }

    ServingApplication application() {
        return application;
    }

    <T> T bean(Class<T> type) {
        return application.context().getBean(type);
    }

    String uri(String path) {
        return application.uri(path).toString();
    }

    /** A tab of somebody who has signed in. */
    Page tab() {
        return scripted.newPage();
    }

    Page tab(String path) {
        Page page = tab();
        page.navigate(uri(path));
        return page;
    }

    /** The same where scripts are switched off. */
    Page tabWithoutScript(String path) {
        Page page = plain.newPage();
        page.navigate(uri(path));
        return page;
    }

    /** A window of its own, for who chooses another language or size. */
    BrowserContext window(int width, int height) {
        BrowserContext window = chromium.window(width, height, true);
        window.addCookies(
                scripted.cookies().stream().map(BrowserTown::sameCookie).toList());
        return window;
    }

    private void enter(BrowserContext window) {
        try (Page page = window.newPage()) {
            page.navigate(uri("/login"));
            page.locator(".demo button").click();
            page.waitForURL("**/");
        }
    }

    private static com.microsoft.playwright.options.Cookie sameCookie(com.microsoft.playwright.options.Cookie cookie) {
        return new com.microsoft.playwright.options.Cookie(cookie.name, cookie.value)
                .setDomain(cookie.domain)
                .setPath(cookie.path);
    }

    @Override
    public void close() {
        application.close();
        chromium.close();
        try {
            FileSystemUtils.deleteRecursively(home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lends it to tests; closed with the last of them. */
    static final class Lent implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == BrowserTown.class;
        }

        @Override
        public BrowserTown resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(ExtensionContext.Namespace.create(BrowserTown.class))
                    .computeIfAbsent("town", key -> open(), BrowserTown.class);
        }

        private static BrowserTown open() {
            try {
                return new BrowserTown();
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException("The demonstration for browsers does not start", e);
            }
        }
    }
}
