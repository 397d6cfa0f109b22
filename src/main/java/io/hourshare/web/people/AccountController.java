package io.hourshare.web.people;

import io.hourshare.access.Caller;
import io.hourshare.access.Needs;
import io.hourshare.access.Permission;
import io.hourshare.access.UserRefusedException;
import io.hourshare.access.Users;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Everybody's own password; every role reads how the hours go, so that permission stands for being signed in. */
@Controller
@RequestMapping("/account")
@Needs(Permission.READ_OPERATIONS)
class AccountController {

    private final Users users;

    AccountController(Users users) {
        this.users = users;
    }

    @GetMapping
    String page() {
        return "people/account";
    }

    @PostMapping
    String choose(@RequestParam String present, @RequestParam String wanted, @RequestParam String again, Model model) {
        if (!wanted.equals(again)) {
            model.addAttribute("refused", "两次输入的新密码不一致，请重新输入");
            return "people/account";
        }
        try {
            users.choose(Caller.current().map(Caller::name).orElse(""), present, wanted);
            model.addAttribute("done", true);
        } catch (UserRefusedException e) {
            model.addAttribute("refused", e.getMessage());
        }
        return "people/account";
    }
}
