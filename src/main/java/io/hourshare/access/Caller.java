package io.hourshare.access;

import java.security.Principal;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who is asking, by name and role; never holds the secret. */
public record Caller(String name, Role role) implements Principal {

    /** The caller of the request that this thread answers. */
    public static Optional<Caller> current() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Caller caller
                ? Optional.of(caller)
                : Optional.empty();
    }

    /** Name of the caller of the request that this thread answers, for the journal. */
    public static String actor() {
        return current().map(Caller::name).orElse("匿名");
    }

    /** Whether the caller of the request that this thread answers holds the permission. */
    public static boolean currentMay(Permission permission) {
        return current().filter(caller -> caller.may(permission)).isPresent();
    }

    public boolean may(Permission permission) {
        return role.may(permission);
    }

    @Override
    public String getName() {
        return name;
    }
}
