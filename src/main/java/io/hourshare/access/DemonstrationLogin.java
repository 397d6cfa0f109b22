package io.hourshare.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;

/** Lets somebody who sits at this machine look at the sandbox town without typing its key; nowhere else. */
@Controller
class DemonstrationLogin {

    private final Demonstration demonstration;
    private final SecurityContextRepository sessions = new HttpSessionSecurityContextRepository();

    DemonstrationLogin(Demonstration demonstration) {
        this.demonstration = demonstration;
    }

    @PostMapping("/login/demonstration")
    String enter(HttpServletRequest request, HttpServletResponse response) {
        if (!demonstration.offered(request)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        request.getSession();
        request.changeSessionId();
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(Demonstration.CALLER, null, List.of()));
        sessions.saveContext(context, request, response);
        return "redirect:/";
    }
}
