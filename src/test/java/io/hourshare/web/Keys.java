package io.hourshare.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;

/** A person at the keyboard, without a mouse. */
final class Keys {

    private static final int FURTHEST = 150;

    private Keys() {}

    static void press(Page page, String key) {
        page.keyboard().press(key);
    }

    static void press(Page page, String key, String leadsTo) {
        page.keyboard().press(key);
        page.waitForURL(leadsTo);
    }

    /** Goes on to what is called so, as a screen reader would say it. */
    static void tabTo(Page page, String name) {
        for (int step = 0; step < FURTHEST && !focused(page).equals(name); step++) {
            press(page, "Tab");
        }
        assertThat(focused(page)).isEqualTo(name);
    }

    private static String focused(Page page) {
        return ((String) page.evaluate(
                        "(e => e.getAttribute('aria-label') || e.id || e.textContent)(document.activeElement)"))
                .strip();
    }
}
