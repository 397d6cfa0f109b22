package io.hourshare.access;

import java.util.List;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;

/** Signs a browser in with an access key. */
final class KeyLogin implements AuthenticationProvider {

    private final ApiKeys keys;

    KeyLogin(ApiKeys keys) {
        this.keys = keys;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String key = String.valueOf(attempt.getCredentials()).strip();
        Caller caller = keys.caller(key).orElseThrow(() -> new BadCredentialsException("unknown key"));
        return UsernamePasswordAuthenticationToken.authenticated(caller, null, List.of());
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
