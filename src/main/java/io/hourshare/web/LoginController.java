package io.hourshare.web;

import io.hourshare.access.Demonstration;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The page that asks for name and password, or a key. */
@Controller
class LoginController {

    private final Demonstration demonstration;

    LoginController(Demonstration demonstration) {
        this.demonstration = demonstration;
    }

    @GetMapping("/login")
    String login(HttpServletRequest request, Model model) {
        model.addAttribute("failed", request.getParameter("failed") != null);
        model.addAttribute("locked", request.getParameter("locked") != null);
        model.addAttribute("left", request.getParameter("left") != null);
        model.addAttribute("offered", demonstration.offered(request));
        return "login";
    }
}
