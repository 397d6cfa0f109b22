package io.hourshare.web.display;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.web.util.WebUtils;

/**
 * What somebody chose on this machine.
 *
 * @param print {@code usual} or {@code large}
 * @param look {@code system}, {@code light} or {@code dark}
 * @param language {@code zh} or {@code en}
 */
public record Display(String print, String look, String language) {

    static final String PRINT = "print";
    static final String LOOK = "look";
    static final String LANGUAGE = "language";

    /** The first of each is what everybody has who chose nothing. */
    private static final Map<String, List<String>> CHOICES = Map.of(
            PRINT, List.of("usual", "large"),
            LOOK, List.of("system", "light", "dark"),
            LANGUAGE, List.of("zh", "en"));

    public static Display of(HttpServletRequest request) {
        return new Display(chosen(PRINT, request), chosen(LOOK, request), chosen(LANGUAGE, request));
    }

    /** Classes of the page's root. */
    public String classes() {
        return (print + " " + look).replace("usual", "").replace("system", "").strip();
    }

    public Locale locale() {
        return language.equals("en") ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
    }

    static String known(String name, String wanted) {
        List<String> choices = Objects.requireNonNull(CHOICES.get(name));
        return choices.contains(wanted) ? wanted : choices.get(0);
    }

    private static String chosen(String name, HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, name);
        return known(name, cookie == null ? "" : cookie.getValue());
    }
}
