package io.hourshare.access;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;

/** Leads whoever signed in to what they asked for, or else to a first page that their role may open. */
final class Entrance extends SavedRequestAwareAuthenticationSuccessHandler {

    private final HttpSessionRequestCache asked = new HttpSessionRequestCache();

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws ServletException, IOException {
        SavedRequest saved = asked.getRequest(request, response);
        // The bare address is where everybody begins, not what somebody asked for.
        if (saved != null && "/".equals(URI.create(saved.getRedirectUrl()).getPath())) {
            asked.removeRequest(request, response);
        }
        super.onAuthenticationSuccess(request, response, authentication);
    }

    @Override
    protected String determineTargetUrl(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication) {
        boolean counter = authentication != null
                && authentication.getPrincipal() instanceof Caller caller
                && caller.may(Permission.READ_PROFILE);
        return counter ? "/" : "/console";
    }
}
