package io.hourshare.access;

import java.util.List;
import java.util.Optional;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Signs a browser in: by name and password, or by an access key where the name is left empty. */
final class Login implements AuthenticationProvider {

    /** Of no password: unknown names take as long as known ones. */
    private static final String NOBODY = "$2a$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy";

    private static final int FREE_FOR_A_NAME = 5;

    /** A whole office may sit behind one address. */
    private static final int FREE_FOR_AN_ADDRESS = 20;

    private final Users users;
    private final ApiKeys keys;
    private final LoginAttempts attempts;
    private final BCryptPasswordEncoder passwords = new BCryptPasswordEncoder();

    Login(Users users, ApiKeys keys, LoginAttempts attempts) {
        this.users = users;
        this.keys = keys;
        this.attempts = attempts;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String name = attempt.getName().strip();
        String secret = String.valueOf(attempt.getCredentials());
        String address = "address " + address(attempt);
        String who = name.isEmpty() ? address : "name " + name;
        if (attempts.isLocked(who) || attempts.isLocked(address)) {
            throw new LockedException("locked");
        }
        Optional<Caller> caller = name.isEmpty() ? keys.caller(secret.strip()) : user(name, secret);
        if (caller.isEmpty()) {
            attempts.failed(address, FREE_FOR_AN_ADDRESS);
            if (!who.equals(address)) {
                attempts.failed(who, FREE_FOR_A_NAME);
            }
            throw new BadCredentialsException("wrong");
        }
        attempts.succeeded(who);
        return UsernamePasswordAuthenticationToken.authenticated(
                caller.get(), null, name.isEmpty() ? List.of() : Signed.BY_PASSWORD);
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    private Optional<Caller> user(String name, String password) {
        BuiltInUser user = users.find(name).filter(known -> !known.suspended()).orElse(null);
        boolean right = passwords.matches(password, user == null ? NOBODY : user.password());
        return right && user != null ? Optional.of(user.caller()) : Optional.empty();
    }

    private static String address(Authentication attempt) {
        return attempt.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
    }
}
