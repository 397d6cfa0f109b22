package io.hourshare.access;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Whether this process shows the sandbox town, and under which key: {@code hourshare.sandbox.api-key}.
 *
 * @param apiKey the demonstration key; null where real sources are served
 */
@ConfigurationProperties("hourshare.sandbox")
public record Demonstration(@Nullable String apiKey) {

    static final Caller CALLER = new Caller("演示", Role.ADMINISTRATOR);

    /** Whether what is served is invented. */
    public boolean active() {
        return apiKey != null && !apiKey.isBlank();
    }

    /** Whether the page may offer to sign in without a key: only here, only in the sandbox. */
    public boolean offered(HttpServletRequest request) {
        return active() && Loopback.is(request);
    }
}
