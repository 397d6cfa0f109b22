package io.hourshare.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.List;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Ends the session of a user who was suspended or given another role since. */
final class Signed extends OncePerRequestFilter {

    private static final GrantedAuthority PASSWORD = new SimpleGrantedAuthority("BY_PASSWORD");

    /** How somebody is marked who signed in by password; those with a key are not in the list of users. */
    static final List<GrantedAuthority> BY_PASSWORD = List.of(PASSWORD);

    private final Users users;

    Signed(Users users) {
        this.users = users;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null
                && authentication.getAuthorities().contains(PASSWORD)
                && authentication.getPrincipal() instanceof Caller caller
                && !users.isCurrent(caller)) {
            HttpSession session = request.getSession(false);
            if (session != null) {
                session.invalidate();
            }
            SecurityContextHolder.clearContext();
        }
        chain.doFilter(request, response);
    }
}
