package io.hourshare.access;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Users over HTTP. */
@RestController
@RequestMapping("/api/v1/users")
@Needs(Permission.ADMINISTER)
@Tag(name = "用户", description = "用户、角色与密码")
class UserController {

    private static final String ROLES =
            Arrays.stream(Role.values()).map(Role::name).collect(Collectors.joining("、"));

    private final Users users;

    UserController(Users users) {
        this.users = users;
    }

    /** Whom to add, or what to change. */
    record Wanted(
            @Nullable String name,
            @Nullable String role,
            @Nullable Boolean suspended) {}

    /** A password that is said once. */
    record Told(String name, String password) {}

    /** All users. */
    record UserList(List<Users.Listed> items, @Nullable String next) {}

    @GetMapping
    @Operation(summary = "全部用户")
    UserList all() {
        return new UserList(users.all(), null);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "新增用户", description = "回答随机密码，只此一次，平台不留存")
    Told add(@RequestBody Wanted wanted) {
        String name = Objects.requireNonNullElse(wanted.name(), "").strip();
        return new Told(name, users.add(name, role(wanted.role()), actor()));
    }

    @PatchMapping("/{name}")
    @Operation(summary = "改角色，停用或恢复")
    UserList change(@PathVariable String name, @RequestBody Wanted wanted) {
        if (wanted.role() != null) {
            users.assign(name, role(wanted.role()), actor());
        }
        if (wanted.suspended() != null) {
            users.suspend(name, wanted.suspended(), actor());
        }
        return all();
    }

    @PostMapping("/{name}/password")
    @Operation(summary = "重设密码", description = "回答新的随机密码，只此一次")
    Told reset(@PathVariable String name) {
        return new Told(name, users.reset(name, actor()));
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.UNPROCESSABLE_ENTITY)
    ProblemDetail refused(UserRefusedException refused) {
        return Problem.of(
                HttpStatus.UNPROCESSABLE_ENTITY, refused.code(), "无法办理", String.valueOf(refused.getMessage()));
    }

    private static Role role(@Nullable String word) {
        return Arrays.stream(Role.values())
                .filter(role -> role.name().equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() -> new UserRefusedException("role-unknown", "角色须为 " + ROLES + " 之一"));
    }

    private static String actor() {
        return Caller.current().map(Caller::name).orElse("");
    }
}
