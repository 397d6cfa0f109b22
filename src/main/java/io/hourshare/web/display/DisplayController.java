package io.hourshare.web.display;

import io.hourshare.access.Needs;
import io.hourshare.access.Permission;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Switches size (大字版), light and language, and remembers them on this machine. */
@Controller
class DisplayController {

    private static final int A_YEAR = 365 * 24 * 3600;

    @GetMapping("/display")
    @Needs(Permission.READ_OPERATIONS)
    String choose(
            @RequestParam(required = false) @Nullable String print,
            @RequestParam(required = false) @Nullable String look,
            @RequestParam(required = false) @Nullable String language,
            HttpServletRequest request,
            HttpServletResponse response) {
        keep(Display.PRINT, print, request, response);
        keep(Display.LOOK, look, request, response);
        keep(Display.LANGUAGE, language, request, response);
        return "redirect:" + back(request.getHeader("Referer"));
    }

    private static void keep(
            String name, @Nullable String wanted, HttpServletRequest request, HttpServletResponse response) {
        if (wanted != null) {
            Cookie cookie = new Cookie(name, Display.known(name, wanted));
            cookie.setPath("/");
            cookie.setHttpOnly(true);
            cookie.setSecure(request.isSecure());
            cookie.setMaxAge(A_YEAR);
            cookie.setAttribute("SameSite", "Strict");
            response.addCookie(cookie);
        }
    }

    /** Only the path and query of where somebody came from: never to another site. */
    private static String back(@Nullable String referer) {
        if (referer == null) {
            return "/";
        }
        try {
            URI uri = URI.create(referer);
            String path = uri.getRawPath() == null || !uri.getRawPath().matches("/([^/].*)?") ? "/" : uri.getRawPath();
            return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
        } catch (IllegalArgumentException noUri) {
            return "/";
        }
    }
}
