package io.hourshare.web;

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

/** Switches between usual and large print (大字版) and remembers it on this machine. */
@Controller
class DisplayController {

    static final String COOKIE = "print";
    private static final int A_YEAR = 365 * 24 * 3600;

    @GetMapping("/display")
    @Needs(Permission.READ_OPERATIONS)
    String size(@RequestParam String print, HttpServletRequest request, HttpServletResponse response) {
        Cookie cookie = new Cookie(COOKIE, "large".equals(print) ? "large" : "usual");
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setMaxAge(A_YEAR);
        cookie.setAttribute("SameSite", "Strict");
        response.addCookie(cookie);
        return "redirect:" + back(request.getHeader("Referer"));
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
