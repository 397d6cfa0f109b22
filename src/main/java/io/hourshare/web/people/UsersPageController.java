package io.hourshare.web.people;

import io.hourshare.access.Caller;
import io.hourshare.access.Needs;
import io.hourshare.access.Permission;
import io.hourshare.access.Role;
import io.hourshare.access.UserRefusedException;
import io.hourshare.access.Users;
import java.util.function.Supplier;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Administrators add people, give them roles and new passwords, and shut them out. */
@Controller
@RequestMapping("/console/users")
@Needs(Permission.ADMINISTER)
class UsersPageController {

    private static final String PAGE = "people/users";

    private final Users users;

    UsersPageController(Users users) {
        this.users = users;
    }

    @GetMapping
    String page(Model model) {
        return fill(model);
    }

    /** A new password is on this one answer and nowhere else, so the page is not redirected to. */
    @PostMapping
    String add(@RequestParam String name, @RequestParam Role role, Model model) {
        String wanted = name.strip();
        return telling(model, wanted, () -> users.add(wanted, role, actor()));
    }

    @PostMapping("/{name}/password")
    String reset(@PathVariable String name, Model model) {
        return telling(model, name, () -> users.reset(name, actor()));
    }

    @PostMapping("/{name}/role")
    String assign(@PathVariable String name, @RequestParam Role role, Model model) {
        return doing(model, () -> users.assign(name, role, actor()));
    }

    @PostMapping("/{name}/suspended")
    String suspend(@PathVariable String name, @RequestParam boolean suspended, Model model) {
        return doing(model, () -> users.suspend(name, suspended, actor()));
    }

    private String telling(Model model, String name, Supplier<String> password) {
        try {
            model.addAttribute("password", password.get());
            model.addAttribute("toldTo", name);
        } catch (UserRefusedException e) {
            model.addAttribute("refused", e.getMessage());
        }
        return fill(model);
    }

    private String doing(Model model, Runnable change) {
        try {
            change.run();
            return "redirect:/console/users";
        } catch (UserRefusedException e) {
            model.addAttribute("refused", e.getMessage());
            return fill(model);
        }
    }

    private String fill(Model model) {
        model.addAttribute("users", users.all());
        model.addAttribute("roles", Role.values());
        return PAGE;
    }

    private static String actor() {
        return Caller.current().map(Caller::name).orElse("");
    }
}
